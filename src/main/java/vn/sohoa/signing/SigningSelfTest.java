package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * Signs a page in memory with a throw-away key and checks it: exactly one signature must be found and be intact, and a flipped
 * byte must be noticed. A wrong mixture of libraries makes DSS see no signature at all, without an error; this is what notices.
 * To be run before any work that relies on signatures. No network, no file.
 */
public final class SigningSelfTest {

    private static final String PDF = "application/pdf";

    private static final AtomicBoolean PASSED = new AtomicBoolean();

    private SigningSelfTest() {}

    /** Throws CONFIGURATION_INVALID if signatures cannot be relied on. */
    public static void run() {
        run(Clock.systemUTC());
        XmlSelfTest.run(Clock.systemUTC());
    }

    /** As {@link #run(Clock)}, but only once in the life of a process. */
    static void once() {
        synchronized (PASSED) {
            if (!PASSED.get()) {
                run(Clock.systemUTC());
                PASSED.set(true);
            }
        }
    }

    /** Of PDFs alone, by that clock: what signed XML needs is proven before the first of it. */
    public static void run(Clock clock) {
        try {
            KeyPair keys = keys();
            X509Certificate certificate = certificate(keys, clock.instant());
            byte[] page = page();
            byte[] signed = sign(page, keys, certificate);
            PadesVerifier verifier = new PadesVerifier(TrustAnchors.of(List.of(certificate)), clock);
            SignatureReport good = verifier.verify(signed, PDF);
            expect(
                    good.signatures().size() == 1,
                    "signatures found: " + good.signatures().size());
            expect(good.verdict() == SignatureVerdict.HOP_LE, "a good signature is " + good.reasons());
            signed[page.length / 2] ^= 1;
            SignatureReport bad = verifier.verify(signed, PDF);
            expect(bad.verdict() == SignatureVerdict.KHONG_HOP_LE, "a flipped byte is " + bad.reasons());
        } catch (IOException | GeneralSecurityException | OperatorCreationException | DSSException failed) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "signing self-test", failed);
        }
    }

    static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "signing self-test: " + otherwise);
        }
    }

    /** RSA, as agencies use it; 2048 bits. */
    static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static X509Certificate certificate(KeyPair keys, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=SoHoa self-test");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                keys.getPublic());
        int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    }

    private static byte[] page() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] sign(byte[] page, KeyPair keys, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(certificate));
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        DSSDocument document = new InMemoryDocument(page, "page.pdf");
        ToBeSigned data = service.getDataToSign(document, parameters);
        try (InputStream in =
                service.signDocument(document, parameters, value(data, keys)).openStream()) {
            return in.readAllBytes();
        }
    }

    static SignatureValue value(ToBeSigned data, KeyPair keys) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(data.getBytes());
        return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
    }
}
