package vn.sohoa.pdfa;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Separator sheets (tờ phân tách) to be printed and laid between papers. */
public final class SeparatorSheets {
    private static final float CODE_POINTS = 170; // 6 cm
    private static final float MARGIN = 70;

    private SeparatorSheets() {}

    /**
     * Writes a PDF of A4 sheets, each with the code at two corners, so that a torn or folded one is still known.
     *
     * @param payload what the code says
     * @throws DigitisationException OUTPUT_EXISTS, STORE_UNAVAILABLE
     */
    public static void write(int sheets, String payload, Path target) {
        if (sheets < 1) {
            throw new IllegalArgumentException("no sheets: " + sheets);
        }
        try (PDDocument document = new PDDocument()) {
            ByteMatrix code = Encoder.encode(payload, ErrorCorrectionLevel.H).getMatrix();
            for (int i = 0; i < sheets; i++) {
                document.addPage(sheet(document, code));
            }
            document.setDocumentId(1L);
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            Files.write(target, bytes.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException taken) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, String.valueOf(target.getFileName()), taken);
        } catch (WriterException impossible) {
            throw new IllegalArgumentException("no QR code of this payload", impossible);
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "separator sheets", failed);
        }
    }

    private static PDPage sheet(PDDocument document, ByteMatrix code) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            draw(out, code, MARGIN, PDRectangle.A4.getHeight() - MARGIN - CODE_POINTS);
            draw(out, code, PDRectangle.A4.getWidth() - MARGIN - CODE_POINTS, MARGIN);
            // without accents: the fonts that every viewer has know none of ours
            line(out, FontName.HELVETICA_BOLD, 40, PDRectangle.A4.getHeight() / 2 + 10, "TO PHAN TACH");
            line(
                    out,
                    FontName.HELVETICA,
                    18,
                    PDRectangle.A4.getHeight() / 2 - 25,
                    "Separator sheet: a new paper begins behind it");
        }
        return page;
    }

    private static void line(PDPageContentStream out, FontName name, float size, float y, String text)
            throws IOException {
        PDType1Font font = new PDType1Font(name);
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset((PDRectangle.A4.getWidth() - font.getStringWidth(text) * size / 1000) / 2, y);
        out.showText(text);
        out.endText();
    }

    private static void draw(PDPageContentStream out, ByteMatrix code, float left, float bottom) throws IOException {
        float module = CODE_POINTS / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row) == 1) {
                    float y = bottom + CODE_POINTS - (row + 1) * module;
                    out.addRect(left + column * module, y, module, module);
                }
            }
        }
        out.fill();
    }
}
