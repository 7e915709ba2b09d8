package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.operator.OperatorCreationException;
import org.xml.sax.SAXException;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.network.AnswerFolder;

/**
 * As {@link SigningSelfTest}, for signed XML: signs a line with a throw-away key, finds it good, and finds a changed letter. Run
 * before the first signed XML or container of a process. No network, no file.
 */
final class XmlSelfTest {

    private static final AtomicBoolean PASSED = new AtomicBoolean();

    private XmlSelfTest() {}

    static void once() {
        synchronized (PASSED) {
            if (!PASSED.get()) {
                run(Clock.systemUTC());
                PASSED.set(true);
            }
        }
    }

    /** Throws CONFIGURATION_INVALID if signatures cannot be relied on. */
    static void run(Clock clock) {
        try {
            KeyPair keys = SigningSelfTest.keys();
            X509Certificate certificate = SigningSelfTest.certificate(keys, clock.instant());
            String signed = sign("<a><b>1</b></a>", keys, certificate);
            SignatureReport good = verdict(signed, certificate, clock);
            SigningSelfTest.expect(good.verdict() == SignatureVerdict.HOP_LE, "good XML is " + good.reasons());
            SignatureReport bad = verdict(signed.replace("<b>1", "<b>2"), certificate, clock);
            SigningSelfTest.expect(bad.verdict() == SignatureVerdict.KHONG_HOP_LE, "changed XML is " + bad.reasons());
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | SAXException
                | DSSException failed) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "XML signing self-test", failed);
        }
    }

    private static SignatureReport verdict(String xml, X509Certificate certificate, Clock clock)
            throws SAXException, IOException {
        byte[] file = xml.getBytes(StandardCharsets.UTF_8);
        TrustAnchors anchors = TrustAnchors.of(List.of(certificate));
        FileVerdict verdict = new FileVerdict(anchors, AgencyRegister.NONE);
        KnownAnswers none = new KnownAnswers(AnswerFolder.none(), clock);
        new XadesCheck(new OfflineValidation(anchors, clock, none))
                .check(file, SecureXml.parse(file), anchors.certificates(), verdict);
        return verdict.report();
    }

    private static String sign(String xml, KeyPair keys, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(certificate));
        XAdESService service = new XAdESService(new CommonCertificateVerifier(true));
        DSSDocument document = new InMemoryDocument(xml.getBytes(StandardCharsets.UTF_8), "line.xml");
        ToBeSigned data = service.getDataToSign(document, parameters);
        DSSDocument signed = service.signDocument(document, parameters, SigningSelfTest.value(data, keys));
        try (InputStream in = signed.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
