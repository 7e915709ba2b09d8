package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/** Documents for the tests of this room, signed by one test PKI for all of them: making its keys is what takes time. */
final class Signed {

    static final String PDF = "application/pdf";
    static final TestPki PKI = TestPki.start();
    static final TestPki.Entity CLERK = PKI.signer("Sở Nội vụ tỉnh Thử Nghiệm");
    static final PdfSigning AGENCY = PdfSigning.by(PKI, CLERK);
    static final byte[] PAGE = page(true);
    static final byte[] CLASSIC_PAGE = page(false);
    static final byte[] LTA = AGENCY.sign(PAGE, SignatureLevel.PAdES_BASELINE_LTA);
    static final byte[] CLASSIC_LTA = AGENCY.sign(CLASSIC_PAGE, SignatureLevel.PAdES_BASELINE_LTA);
    static final byte[] CLASSIC_LT = AGENCY.sign(CLASSIC_PAGE, SignatureLevel.PAdES_BASELINE_LT);

    private Signed() {}

    /** @param compressed with object streams and a cross-reference stream, else with a classic table */
    static byte[] page(boolean compressed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
                content.newLineAtOffset(72, 700);
                content.showText("QUYET DINH 123/QD-UBND");
                content.endText();
            }
            document.save(out, compressed ? new CompressParameters(100) : CompressParameters.NO_COMPRESSION);
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
        return out.toByteArray();
    }

    static SignatureReport verify(byte[] pdf) {
        return new PadesVerifier(TrustAnchors.of(List.of(PKI.root())), Clock.systemUTC()).verify(pdf, PDF);
    }

    static List<String> codes(SignatureReport report) {
        return report.reasons().stream().map(SignatureReport.Reason::code).toList();
    }

    static int indexOf(byte[] file, String text, int from) {
        for (int at = from; at < file.length; at++) {
            if (PdfSyntax.startsWith(file, at, text)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not in the file: " + text);
    }

    static int lastIndexOf(byte[] file, String text) {
        for (int at = file.length; at >= 0; at--) {
            if (PdfSyntax.startsWith(file, at, text)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not in the file: " + text);
    }

    /** Overwrites bytes in place: the length stays. */
    static byte[] patched(byte[] file, int at, String text) {
        byte[] changed = file.clone();
        byte[] patch = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(patch, 0, changed, at, patch.length);
        return changed;
    }

    static byte[] appended(byte[] file, String text) {
        byte[] more = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] longer = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, longer, file.length, more.length);
        return longer;
    }
}
