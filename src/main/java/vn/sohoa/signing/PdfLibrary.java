package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * PDFBox as DSS uses it for writing, but for one step: DSS looks for the room it has reserved byte by byte through locked streams,
 * a quarter of the work of a signature. Where there is exactly one such room in memory, the signature is laid into it here.
 */
final class PdfLibrary extends PdfBoxNativeObjectFactory {

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Service(PDFServiceMode.SIGNATURE));
    }

    @Override
    public PDFSignatureService newSignatureTimestampService() {
        return configure(new Service(PDFServiceMode.SIGNATURE_TIMESTAMP));
    }

    @Override
    public PDFSignatureService newArchiveTimestampService() {
        return configure(new Service(PDFServiceMode.ARCHIVE_TIMESTAMP));
    }

    private static final class Service extends PdfBoxSignatureService {

        Service(PDFServiceMode mode) {
            super(mode, new PdfBoxNativeSignatureDrawerFactory());
        }

        @Override
        public DSSDocument sign(DSSDocument document, byte[] cms, PAdESCommonParameters parameters) {
            DSSDocument prepared = parameters.getPdfSignatureCache().getToBeSignedDocument();
            if (!(prepared instanceof InMemoryDocument memory)) {
                return super.sign(document, cms, parameters);
            }
            byte[] signature = HexFormat.of().withUpperCase().formatHex(cms).getBytes(StandardCharsets.US_ASCII);
            byte[] file = memory.getBytes();
            int room = room(file, 0, signature.length);
            if (room < 0 || room(file, room, signature.length) >= 0) {
                return super.sign(document, cms, parameters);
            }
            byte[] signed = file.clone();
            System.arraycopy(signature, 0, signed, room, signature.length);
            parameters.reinit();
            return new InMemoryDocument(signed, "document.pdf", MimeTypeEnum.PDF);
        }

        /** Where, from a place on, so many zeros follow a {@code <}; -1 if nowhere. */
        static int room(byte[] file, int from, int length) {
            for (int at = from; at + length < file.length; at++) {
                if (file[at] == '<' && zeros(file, at + 1, length)) {
                    return at + 1;
                }
            }
            return -1;
        }

        private static boolean zeros(byte[] file, int from, int length) {
            for (int at = from; at < from + length; at++) {
                if (file[at] != '0') {
                    return false;
                }
            }
            return true;
        }
    }
}
