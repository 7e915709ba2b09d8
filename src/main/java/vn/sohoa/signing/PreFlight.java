package vn.sohoa.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * What is refused before it is signed. A document that was prepared to show something else later is valid wherever it is checked: the
 * only defence is not to sign it. What our own writer makes passes.
 */
final class PreFlight {

    /**
     * Of a file that may be signed.
     *
     * @param pageWidth of page 1 as it is looked at, points
     * @param signatures that it has already
     */
    record Cleared(float pageWidth, int signatures) {}

    private final SignatureVerifier verifier;

    PreFlight(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /** Problems: NOT_SIGNABLE with the reason, FILE_DAMAGED. */
    Cleared pdf(Path file) {
        SignatureReport report = verifier.verify(file, "application/pdf");
        boolean signed = report.verdict() != SignatureVerdict.KHONG_CO_CHU_KY;
        if (signed) {
            MadeWell.demandUntouched(report);
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!startsAsPdf(bytes)) {
                throw refused("đầu tệp không phải %PDF");
            }
            if (BodiesTwice.any(bytes)) {
                throw refused("một đối tượng có hai thân trong cùng một bản ghi");
            }
            try (PDDocument document = Loader.loadPDF(bytes)) {
                return look(document, signed, report.signatures().size());
            }
        } catch (IOException unreadable) {
            throw new DigitisationException(
                    Problem.FILE_DAMAGED, unreadable.getClass().getSimpleName(), unreadable);
        } catch (DigitisationException known) {
            throw known;
        } catch (RuntimeException | StackOverflowError crafted) { // PDFBox throws them on crafted files
            throw new DigitisationException(
                    Problem.FILE_DAMAGED, crafted.getClass().getSimpleName(), crafted);
        }
    }

    private static Cleared look(PDDocument document, boolean signed, int signatures) throws IOException {
        if (document.isEncrypted()) {
            throw refused("mã hóa");
        }
        if (document.getNumberOfPages() == 0) {
            throw refused("không có trang");
        }
        form(document.getDocumentCatalog().getAcroForm(null));
        ObjectWalk walk = ObjectWalk.of(document.getDocument());
        if (!walk.active().isEmpty()) {
            throw refused(walk.active().iterator().next());
        }
        if (!signed && walk.unreachable() > 0) {
            throw refused(walk.unreachable() + " đối tượng không nối với tài liệu");
        }
        PDPage first = document.getPage(0);
        PDRectangle box = first.getCropBox();
        boolean lying = first.getRotation() % 180 != 0;
        return new Cleared(lying ? box.getHeight() : box.getWidth(), signatures);
    }

    /** @param form null: there is none */
    private static void form(@Nullable PDAcroForm form) {
        if (form == null) {
            return;
        }
        COSDictionary dictionary = form.getCOSObject();
        if (dictionary.containsKey(COSName.XFA)) {
            throw refused("biểu mẫu XFA");
        }
        for (PDField field : form.getFieldTree()) {
            boolean filled = field instanceof PDSignatureField signature && signature.getSignature() != null;
            if (!filled) {
                throw refused("ô biểu mẫu chưa ký");
            }
        }
    }

    private static boolean startsAsPdf(byte[] bytes) {
        return bytes.length > 8 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    private static DigitisationException refused(String why) {
        return new DigitisationException(Problem.NOT_SIGNABLE, why);
    }
}
