package vn.sohoa.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates of {@link TestPki}; the addresses in them lead to its server. RSA 2048, SHA-256. */
final class TestCertificates {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CA_USAGE = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    /** What a certificate is for. */
    enum Purpose {
        ROOT,
        ISSUER,
        OCSP,
        TSA,
        SIGNER
    }

    private final String base;

    /** @param base address of the server, such as {@code http://127.0.0.1:40123} */
    TestCertificates(String base) {
        this.base = base;
    }

    TestPki.Entity root(String name, TestPki.Validity validity) {
        KeyPair keys = rsa();
        X500Name subject = new X500Name(name);
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject, serial(), Date.from(validity.from()), Date.from(validity.to()), subject, keys.getPublic());
            return finish(builder, Purpose.ROOT, keys, keys);
        } catch (IOException | GeneralSecurityException | OperatorCreationException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    TestPki.Entity issue(Purpose purpose, TestPki.Entity issuer, String name, KeyPair keys, TestPki.Validity validity) {
        try {
            X500Name by = X500Name.getInstance(
                    issuer.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    by,
                    serial(),
                    Date.from(validity.from()),
                    Date.from(validity.to()),
                    new X500Name(name),
                    keys.getPublic());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
            return finish(builder, purpose, keys, issuer.keys());
        } catch (IOException | GeneralSecurityException | OperatorCreationException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private TestPki.Entity finish(X509v3CertificateBuilder builder, Purpose purpose, KeyPair keys, KeyPair issuer)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(Extension.keyUsage, true, usage(purpose));
        switch (purpose) {
            case ROOT:
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                break;
            case ISSUER:
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                // no OCSP address: a responder made by the issuing CA may not speak for the root
                access(builder, new AccessDescription(AccessDescription.id_ad_caIssuers, uri("/root.cer")));
                revocationList(builder, "/root.crl");
                break;
            case OCSP:
                extendedUsage(builder, false, KeyPurposeId.id_kp_OCSPSigning);
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
                break;
            case TSA:
                extendedUsage(builder, true, KeyPurposeId.id_kp_timeStamping);
                endEntity(builder);
                break;
            case SIGNER:
                endEntity(builder);
                break;
        }
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuer)));
        return new TestPki.Entity(keys, certificate);
    }

    private static KeyUsage usage(Purpose purpose) {
        switch (purpose) {
            case ROOT:
            case ISSUER:
                return new KeyUsage(CA_USAGE);
            case SIGNER:
                return new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
            case OCSP:
            case TSA:
                return new KeyUsage(KeyUsage.digitalSignature);
        }
        throw new IllegalArgumentException("purpose " + purpose);
    }

    private static void extendedUsage(X509v3CertificateBuilder builder, boolean critical, KeyPurposeId purpose)
            throws IOException {
        builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose));
    }

    private void endEntity(X509v3CertificateBuilder builder) throws IOException {
        access(
                builder,
                new AccessDescription(AccessDescription.id_ad_ocsp, uri("/ocsp")),
                new AccessDescription(AccessDescription.id_ad_caIssuers, uri("/ca.cer")));
        revocationList(builder, "/ca.crl");
    }

    private static void access(X509v3CertificateBuilder builder, AccessDescription... ways) throws IOException {
        builder.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(ways));
    }

    private void revocationList(X509v3CertificateBuilder builder, String path) throws IOException {
        DistributionPointName point = new DistributionPointName(new GeneralNames(uri(path)));
        DistributionPoint[] points = {new DistributionPoint(point, null, null)};
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
    }

    private GeneralName uri(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, base + path);
    }

    static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
    }

    static BigInteger serial() {
        return new BigInteger(120, RANDOM).setBit(119);
    }

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
