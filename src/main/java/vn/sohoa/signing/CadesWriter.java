package vn.sohoa.signing;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Signs a file from outside: a CAdES signature beside it, the file itself stays as it is. */
final class CadesWriter {

    private final CommonCertificateVerifier verifier;
    private final @Nullable TSPSource tsp;

    CadesWriter(CommonCertificateVerifier verifier, @Nullable TSPSource tsp) {
        this.verifier = verifier;
        this.tsp = tsp;
    }

    /** Level LTA where there is a time-stamp authority, else B. */
    void sign(Path file, Path target, SigningToken token, Instant now) throws IOException {
        CAdESSignatureParameters parameters = parameters();
        parameters.setSigningCertificate(token.certificate());
        parameters.setCertificateChain(token.chain());
        parameters.bLevel().setSigningDate(Date.from(now));
        CAdESService service = service();
        DSSDocument document = new FileDocument(file.toFile());
        ToBeSigned data = service.getDataToSign(document, parameters);
        save(service.signDocument(document, parameters, token.sign(data)), target);
    }

    private CAdESService service() {
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(tsp);
        return service;
    }

    private CAdESSignatureParameters parameters() {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(tsp == null ? SignatureLevel.CAdES_BASELINE_B : SignatureLevel.CAdES_BASELINE_LTA);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        return parameters;
    }

    private static void save(DSSDocument signature, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            signature.writeTo(out);
        }
    }
}
