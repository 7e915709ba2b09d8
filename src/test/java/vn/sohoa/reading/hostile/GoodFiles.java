package vn.sohoa.reading.hostile;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.sohoa.samples.DocxFile;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.PdfFiles;
import vn.sohoa.samples.Typeface;

/** Small good files of every kind that is accepted: what is damaged then. */
final class GoodFiles {
    private static final int DPI = 100;

    private GoodFiles() {}

    static List<HostileFile> all() throws IOException {
        BufferedImage page = page();
        byte[] jpeg = ImageFiles.jpeg(page, DPI, 0.7f);
        BufferedImage black = ImageFiles.bilevel(page, 128);
        byte[] text = textPdf();
        return List.of(
                new HostileFile("jpeg", jpeg),
                new HostileFile("png", ImageFiles.png(page, DPI)),
                new HostileFile("png-grey", ImageFiles.png(ImageFiles.grey(page), DPI)),
                new HostileFile("tiff-g4", ImageFiles.tiff(List.of(black, black), DPI, "CCITT T.6", 1)),
                new HostileFile("tiff-lzw", ImageFiles.tiff(List.of(page), DPI, "LZW", 1)),
                new HostileFile("tiff-jpeg", ImageFiles.tiff(List.of(page), DPI, "JPEG", 0.7f)),
                new HostileFile("tiff-deflate", ImageFiles.tiff(List.of(page), DPI, "Deflate", 1)),
                new HostileFile("pdf-jpeg", PdfFiles.ofJpegs("scan", List.of(jpeg, jpeg), DPI)),
                new HostileFile("pdf-g4", PdfFiles.ofBilevel("fax", List.of(black, black), DPI)),
                new HostileFile("pdf-garbage-text", PdfFiles.withGarbageText("old", List.of(jpeg), DPI)),
                new HostileFile("pdf-text", text),
                new HostileFile("pdf-locked", PdfFiles.locked("locked", text)),
                new HostileFile(
                        "docx",
                        DocxFile.write(PaperText.load("giay-moi-tap-huan")).bytes()));
    }

    /** A strip of a page: enough for every step to have work, little enough for a thousand of them. */
    static BufferedImage page() {
        BufferedImage out = new BufferedImage(500, 260, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setColor(Color.BLACK);
        g.setFont(Typeface.SERIF.plain(22));
        for (int line = 0; line < 6; line++) {
            g.drawString("Mau thu so " + line + " cua ho so dien tu", 30, 40 + 36 * line);
        }
        g.setColor(new Color(200, 30, 40));
        g.drawOval(330, 120, 110, 110);
        g.dispose();
        return out;
    }

    private static byte[] textPdf() throws IOException {
        try (PDDocument document = new PDDocument();
                var letters = GoodFiles.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(PDType0Font.load(document, letters, true), 12);
                content.newLineAtOffset(60, 760);
                content.showText("Đơn đề nghị cấp bản sao trích lục hộ tịch của công dân");
                content.endText();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
