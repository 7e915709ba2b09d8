package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Appends a signature, or what proves one, to a PDF. Large files go through temporary files. */
final class PadesWriter {

    /** Above this, DSS keeps its copies on disk; bytes. */
    static final int IN_MEMORY = 10 << 20;

    /** Room for the signature, its certificates and time-stamp; bytes. */
    private static final int RESERVED = 16_384;

    private final CommonCertificateVerifier verifier;
    private final @Nullable TSPSource tsp;

    PadesWriter(CommonCertificateVerifier verifier, @Nullable TSPSource tsp) {
        this.verifier = verifier;
        this.tsp = tsp;
    }

    /** Level LTA where there is a time-stamp authority, else B. */
    void sign(Path file, Path target, SigningToken token, SignatureImageParameters image, Instant now)
            throws IOException {
        SignatureLevel level = tsp == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_LTA;
        PAdESSignatureParameters parameters = parameters(level);
        parameters.setSigningCertificate(token.certificate());
        parameters.setCertificateChain(token.chain());
        parameters.bLevel().setSigningDate(Date.from(now));
        parameters.setImageParameters(image);
        work(file, target, (service, document) -> {
            // the same parameters in both calls, or the signature is broken without any exception
            ToBeSigned data = service.getDataToSign(document, parameters);
            return service.signDocument(document, parameters, token.sign(data));
        });
    }

    /** Appends what is missing up to LTA, or one more archive time-stamp. */
    void extend(Path file, Path target) throws IOException {
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_LTA);
        work(file, target, (service, document) -> service.extendDocument(document, parameters));
    }

    private static PAdESSignatureParameters parameters(SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        // all three default to SHA-512, which a token or an authority may not do
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setContentSize(RESERVED);
        parameters.setAppName("SoHoa");
        return parameters;
    }

    private interface Work {
        DSSDocument on(PAdESService service, DSSDocument document);
    }

    private void work(Path file, Path target, Work work) throws IOException {
        boolean large = Files.size(file) > IN_MEMORY;
        TempFileResourcesHandlerBuilder scratch = new TempFileResourcesHandlerBuilder();
        try {
            PAdESService service = new PAdESService(verifier);
            service.setTspSource(tsp);
            IPdfObjFactory objects = new PdfLibrary();
            if (large) {
                scratch.setTempFileDirectory(
                        Objects.requireNonNull(target.toAbsolutePath().getParent())
                                .toFile());
                objects.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
                objects.setResourcesHandlerBuilder(scratch);
            }
            service.setPdfObjFactory(objects);
            DSSDocument document = large
                    ? new FileDocument(file.toFile())
                    : new InMemoryDocument(Files.readAllBytes(file), "document.pdf", MimeTypeEnum.PDF);
            try (OutputStream out = Files.newOutputStream(target)) {
                work.on(service, document).writeTo(out);
            }
        } finally {
            scratch.clear();
        }
    }
}
