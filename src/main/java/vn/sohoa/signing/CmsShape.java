package vn.sohoa.signing;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The parts of a CMS (RFC 5652) that no signature covers: version, list of digests, unsigned attributes, certificates.
 *
 * @param usual they are as the standard wants them, so that nothing can be hidden there
 * @param certificates of it and of the time-stamps in its unsigned attributes
 */
record CmsShape(boolean usual, List<X509CertificateHolder> certificates) {

    private static final ASN1ObjectIdentifier TIME_STAMP = PKCSObjectIdentifiers.id_ct_TSTInfo;
    static final Set<ASN1ObjectIdentifier> TOKENS =
            Set.of(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, PKCSObjectIdentifiers.id_aa_ets_escTimeStamp);

    /** Values that only repeat what is elsewhere: CAdES references, certificate and revocation values, Adobe's archive. */
    static final Set<ASN1ObjectIdentifier> HARMLESS = Set.of(
            PKCSObjectIdentifiers.id_aa_ets_certificateRefs,
            PKCSObjectIdentifiers.id_aa_ets_revocationRefs,
            PKCSObjectIdentifiers.id_aa_ets_certValues,
            PKCSObjectIdentifiers.id_aa_ets_revocationValues,
            new ASN1ObjectIdentifier("1.2.840.113583.1.1.8"));

    /** Of an archive time-stamp of CAdES (ETSI EN 319 122-1, 5.5): it carries what it covers as hashes. */
    private static final Set<ASN1ObjectIdentifier> HASH_INDEX = Set.of(
            new ASN1ObjectIdentifier("0.4.0.1733.2.5"),
            new ASN1ObjectIdentifier("0.4.0.19122.1.4"),
            new ASN1ObjectIdentifier("0.4.0.19122.1.5"));

    /** @param padded zeros may follow */
    static CmsShape of(byte[] padded) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            return of(in.readObject(), HARMLESS);
        }
    }

    /** Of a time-stamp inside a CAdES signature. @param archive one that covers all before it */
    static CmsShape ofToken(ASN1Primitive token, boolean archive) {
        return of(token, archive ? HASH_INDEX : HARMLESS);
    }

    private static CmsShape of(ASN1Primitive object, Set<ASN1ObjectIdentifier> harmless) {
        ContentInfo outer = ContentInfo.getInstance(object);
        SignedData data = SignedData.getInstance(outer.getContent());
        List<X509CertificateHolder> certificates = new ArrayList<>();
        boolean usual = outer.getContentType().equals(CMSObjectIdentifiers.signedData)
                && data.getSignerInfos().size() == 1
                && data.getCRLs() == null;
        Set<ASN1ObjectIdentifier> used = new HashSet<>();
        boolean byKey = false;
        for (ASN1Encodable each : data.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(each);
            boolean key = signer.getSID().isTagged();
            usual &= signer.getVersion().intValueExact() == (key ? 3 : 1);
            byKey |= key;
            used.add(signer.getDigestAlgorithm().getAlgorithm());
            usual &= unsigned(signer.getUnauthenticatedAttributes(), certificates, harmless);
        }
        usual &= used.equals(digests(data.getDigestAlgorithms()));
        ASN1ObjectIdentifier type = data.getEncapContentInfo().getContentType();
        boolean token = type.equals(TIME_STAMP);
        usual &= (token || type.equals(PKCSObjectIdentifiers.data))
                && data.getVersion().intValueExact() == (token || byKey ? 3 : 1)
                && token == (data.getEncapContentInfo().getContent() != null);
        if (data.getCertificates() != null) {
            for (ASN1Encodable each : data.getCertificates()) {
                certificates.add(new X509CertificateHolder(Certificate.getInstance(each)));
            }
        }
        return new CmsShape(usual, certificates);
    }

    private static boolean unsigned(
            ASN1Set attributes, List<X509CertificateHolder> certificates, Set<ASN1ObjectIdentifier> harmless) {
        boolean usual = true;
        for (ASN1Encodable each : attributes == null ? new ASN1Encodable[0] : attributes.toArray()) {
            Attribute attribute = Attribute.getInstance(each);
            if (TOKENS.contains(attribute.getAttrType())) {
                for (ASN1Encodable token : attribute.getAttrValues()) {
                    CmsShape shape = of(token.toASN1Primitive(), HARMLESS);
                    usual &= shape.usual() && isIntact(token, shape.certificates());
                    certificates.addAll(shape.certificates());
                }
            } else {
                usual &= harmless.contains(attribute.getAttrType());
            }
        }
        return usual;
    }

    /** @param token of RFC 3161, by itself */
    static boolean isIntactToken(byte[] token) {
        try (ASN1InputStream in = new ASN1InputStream(token)) {
            ASN1Primitive object = in.readObject();
            return in.read() < 0 && isIntact(object, of(object, HARMLESS).certificates());
        } catch (IOException | RuntimeException unreadable) { // Bouncy Castle throws both on crafted bytes
            return false;
        }
    }

    /** DSS passes over a time-stamp that it cannot read, as if there were none. */
    static boolean isIntact(ASN1Encodable object, List<X509CertificateHolder> certificates) {
        try {
            TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(object));
            for (X509CertificateHolder certificate : certificates) {
                if (token.getSID().match(certificate)) {
                    return token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
                }
            }
            return false;
        } catch (IOException | TSPException | OperatorCreationException | CertificateException damaged) {
            return false;
        }
    }

    static Set<ASN1ObjectIdentifier> digests(ASN1Set algorithms) {
        Set<ASN1ObjectIdentifier> digests = new HashSet<>();
        algorithms.forEach(
                each -> digests.add(AlgorithmIdentifier.getInstance(each).getAlgorithm()));
        return digests;
    }
}
