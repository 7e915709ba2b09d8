package vn.sohoa.testpki;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.DSSTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import java.util.Map;

/** Signs what is no PDF for tests, with what {@link TestPki} provides: XML, containers, and files inside a CMS. */
public final class FileSigning {

    private final TestPki pki;
    private final TestPki.Entity signer;

    private FileSigning(TestPki pki, TestPki.Entity signer) {
        this.pki = pki;
        this.signer = signer;
    }

    public static FileSigning by(TestPki pki, TestPki.Entity signer) {
        return new FileSigning(pki, signer);
    }

    /** XAdES inside the document, as DSS writes it. */
    public byte[] xml(byte[] document, SignatureLevel level) {
        return xml(document, level, List.of());
    }

    /** @param references instead of the one that DSS makes; empty for that one */
    public byte[] xml(byte[] document, SignatureLevel level, List<DSSReference> references) {
        XAdESSignatureParameters parameters = filled(new XAdESSignatureParameters(), level);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        if (!references.isEmpty()) {
            parameters.setReferences(references);
        }
        XAdESService service = new XAdESService(verifier());
        service.setTspSource(stamps());
        DSSDocument file = new InMemoryDocument(document, "ho-so.xml");
        references.forEach(each -> each.setContents(file));
        ToBeSigned data = service.getDataToSign(file, parameters);
        return bytes(service.signDocument(file, parameters, value(data)));
    }

    /** A reference of one's own, for {@link #xml(byte[], SignatureLevel, List)}. */
    public static DSSReference reference(String uri, DSSTransform... transforms) {
        DSSReference reference = new DSSReference();
        reference.setId("r-1");
        reference.setUri(uri);
        reference.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        reference.setTransforms(List.of(transforms));
        return reference;
    }

    public static DSSTransform canonical(String algorithm) {
        return new CanonicalizationTransform(algorithm);
    }

    /** ASiC with XAdES. */
    public byte[] containerOfXml(Map<String, byte[]> files, boolean simple, SignatureLevel level) {
        ASiCWithXAdESSignatureParameters parameters = filled(new ASiCWithXAdESSignatureParameters(), level);
        parameters.aSiC().setContainerType(type(simple));
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier());
        service.setTspSource(stamps());
        ToBeSigned data = service.getDataToSign(documents(files), parameters);
        return bytes(service.signDocument(documents(files), parameters, value(data)));
    }

    /** ASiC with CAdES. */
    public byte[] containerOfCms(Map<String, byte[]> files, boolean simple, SignatureLevel level) {
        ASiCWithCAdESSignatureParameters parameters = filled(new ASiCWithCAdESSignatureParameters(), level);
        parameters.aSiC().setContainerType(type(simple));
        ASiCWithCAdESService service = new ASiCWithCAdESService(verifier());
        service.setTspSource(stamps());
        ToBeSigned data = service.getDataToSign(documents(files), parameters);
        return bytes(service.signDocument(documents(files), parameters, value(data)));
    }

    /** A CMS with the file in it, or for it. */
    public byte[] cms(byte[] file, boolean enveloping, SignatureLevel level) {
        if (enveloping && level != SignatureLevel.CAdES_BASELINE_B) { // DSS cannot raise what it has not read back
            byte[] base = cms(file, true, SignatureLevel.CAdES_BASELINE_B);
            CAdESService service = new CAdESService(verifier());
            service.setTspSource(stamps());
            CAdESSignatureParameters parameters = filled(new CAdESSignatureParameters(), level);
            return bytes(service.extendDocument(new InMemoryDocument(base, "ho-so.p7m"), parameters));
        }
        CAdESSignatureParameters parameters = filled(new CAdESSignatureParameters(), level);
        parameters.setSignaturePackaging(enveloping ? SignaturePackaging.ENVELOPING : SignaturePackaging.DETACHED);
        CAdESService service = new CAdESService(verifier());
        service.setTspSource(stamps());
        DSSDocument document = new InMemoryDocument(file, "ho-so.txt");
        ToBeSigned data = service.getDataToSign(document, parameters);
        return bytes(service.signDocument(document, parameters, value(data)));
    }

    private <P extends AbstractSignatureParameters<? extends TimestampParameters>> P filled(
            P parameters, SignatureLevel level) {
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                pki.chain(signer).stream().map(CertificateToken::new).toList());
        return parameters;
    }

    private static ASiCContainerType type(boolean simple) {
        return simple ? ASiCContainerType.ASiC_S : ASiCContainerType.ASiC_E;
    }

    private static List<DSSDocument> documents(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(each -> (DSSDocument) new InMemoryDocument(each.getValue(), each.getKey()))
                .toList();
    }

    private OnlineTSPSource stamps() {
        return new OnlineTSPSource(pki.tsaAddress(), new TimestampDataLoader());
    }

    private CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(pki.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setOcspSource(new OnlineOCSPSource(new OCSPDataLoader()));
        verifier.setCrlSource(new OnlineCRLSource(new CommonsDataLoader()));
        // a test may sign with what no careful signer would: expired, or revoked
        verifier.setAlertOnExpiredCertificate(alert -> {});
        verifier.setAlertOnNotYetValidCertificate(alert -> {});
        verifier.setAlertOnRevokedCertificate(alert -> {});
        return verifier;
    }

    private SignatureValue value(ToBeSigned data) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.keys().getPrivate());
            signature.update(data.getBytes());
            return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
        } catch (GeneralSecurityException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private static byte[] bytes(DSSDocument document) {
        try (InputStream in = document.openStream()) {
            return in.readAllBytes();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
