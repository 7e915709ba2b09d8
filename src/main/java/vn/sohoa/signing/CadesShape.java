package vn.sohoa.signing;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.sohoa.dossier.SignatureReason;

/**
 * The parts of a CAdES signature that it does not sign itself (ETSI EN 319 122-1): as {@link CmsShape}, with the proofs of level LT and
 * the time-stamps of level LTA. For one signature.
 */
final class CadesShape {

    private static final ASN1ObjectIdentifier ARCHIVE = new ASN1ObjectIdentifier("0.4.0.1733.2.4");
    private static final int VERSION_WITH_OTHER_PROOFS = 5;

    private final byte[] file;
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();
    private final List<byte[]> lists = new ArrayList<>();
    private boolean sound = true;

    private CadesShape(byte[] file) {
        this.file = file;
    }

    /** @param enveloping the content lies in it; else beside it */
    static List<Finding> check(byte[] file, boolean enveloping, List<X509Certificate> anchors) {
        List<Finding> found = new ArrayList<>();
        try (ASN1InputStream in = new ASN1InputStream(file)) {
            ASN1Primitive object = in.readObject();
            if (object == null || in.read() >= 0) {
                found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, "có dữ liệu sau chữ ký"));
                return found;
            }
            ContentInfo outer = ContentInfo.getInstance(object);
            SignedData data = SignedData.getInstance(outer.getContent());
            CadesShape shape = new CadesShape(file);
            boolean usual = outer.getContentType().equals(CMSObjectIdentifiers.signedData) && shape.isUsual(data);
            boolean inside = data.getEncapContentInfo().getContent() != null;
            if (inside != enveloping) {
                String what = inside ? "nội dung nằm trong chữ ký rời" : "chữ ký rời, nội dung không có trong tệp";
                found.add(Finding.of(SignatureReason.NOT_COVERED, what));
            }
            if (!usual || !shape.sound) {
                found.add(Finding.of(SignatureReason.PROOF_DAMAGED));
            }
            EmbeddedProofs.check(List.of(), shape.store(), anchors).ifPresent(found::add);
        } catch (IOException | RuntimeException unreadable) { // Bouncy Castle throws both on crafted bytes
            found.add(Finding.of(SignatureReason.CMS_UNREADABLE));
        }
        return found;
    }

    private boolean isUsual(SignedData data) throws IOException {
        boolean usual = data.getSignerInfos().size() == 1
                && data.getEncapContentInfo().getContentType().equals(PKCSObjectIdentifiers.data);
        boolean byKey = false;
        Set<ASN1ObjectIdentifier> used = new HashSet<>();
        for (ASN1Encodable each : data.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(each);
            byKey |= signer.getSID().isTagged();
            usual &= signer.getVersion().intValueExact() == (byKey ? 3 : 1);
            used.add(signer.getDigestAlgorithm().getAlgorithm());
            unsigned(signer.getUnauthenticatedAttributes());
        }
        boolean others = proofs(data.getCRLs());
        int version = others ? VERSION_WITH_OTHER_PROOFS : byKey ? 3 : 1;
        if (data.getCertificates() != null) {
            for (ASN1Encodable each : data.getCertificates()) {
                certificates.add(new X509CertificateHolder(Certificate.getInstance(each)));
            }
        }
        for (X509CertificateHolder certificate : certificates) {
            sound &= EmbeddedProofs.standsIn(file, certificate);
        }
        return usual
                && data.getVersion().intValueExact() == version
                && CmsShape.digests(data.getDigestAlgorithms()).containsAll(used);
    }

    private void unsigned(ASN1Set attributes) {
        for (ASN1Encodable each : attributes == null ? new ASN1Encodable[0] : attributes.toArray()) {
            Attribute attribute = Attribute.getInstance(each);
            boolean archive = attribute.getAttrType().equals(ARCHIVE);
            if (archive || CmsShape.TOKENS.contains(attribute.getAttrType())) {
                for (ASN1Encodable token : attribute.getAttrValues()) {
                    CmsShape shape = CmsShape.ofToken(token.toASN1Primitive(), archive);
                    sound &= shape.usual() && CmsShape.isIntact(token, shape.certificates());
                    certificates.addAll(shape.certificates());
                }
            } else {
                sound &= CmsShape.HARMLESS.contains(attribute.getAttrType());
            }
        }
    }

    /** @return there is one that is no list of revoked certificates */
    private boolean proofs(ASN1Set all) throws IOException {
        boolean others = false;
        for (ASN1Encodable each : all == null ? new ASN1Encodable[0] : all.toArray()) {
            if (each instanceof ASN1TaggedObject tagged) {
                others = true;
                OtherRevocationInfoFormat other = OtherRevocationInfoFormat.getInstance(tagged, false);
                sound &= other.getInfoFormat().equals(CMSObjectIdentifiers.id_ri_ocsp_response);
                keep(answers, other.getInfo());
            } else {
                keep(lists, each);
            }
        }
        return others;
    }

    private void keep(List<byte[]> among, ASN1Encodable proof) throws IOException {
        byte[] encoded = proof.toASN1Primitive().getEncoded();
        sound &= EmbeddedProofs.standsIn(file, encoded);
        among.add(encoded);
    }

    private EmbeddedProofs.Store store() throws IOException {
        List<byte[]> encoded = new ArrayList<>();
        for (X509CertificateHolder certificate : certificates) {
            encoded.add(certificate.getEncoded());
        }
        return new EmbeddedProofs.Store(encoded, answers, lists);
    }
}
