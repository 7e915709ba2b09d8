package vn.sohoa.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A PDF of a few lines a page, as a word processor would write it. */
final class DrawnPdf {
    static final String FIRST_LINE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    private static final List<String> LINES = List.of(
            FIRST_LINE,
            "Độc lập - Tự do - Hạnh phúc",
            "TỜ KHAI ĐĂNG KÝ KHAI SINH",
            "Kính gửi: Ủy ban nhân dân phường Phú Hội",
            "Đề nghị cơ quan đăng ký khai sinh cho người dưới đây theo quy định của pháp luật.");

    private DrawnPdf() {}

    /** @param password to open it; empty for none */
    static Path write(Path file, int pages, String password) throws IOException {
        try (PDDocument pdf = new PDDocument();
                var letters = DrawnPdf.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDFont font = PDType0Font.load(pdf, letters, true);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.setLeading(20);
                    content.newLineAtOffset(60, 760);
                    for (String line : LINES) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(file.toFile());
        }
        return file;
    }
}
