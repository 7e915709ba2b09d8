package vn.sohoa.forger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Unsigned papers with invented content: classic table, cross-reference stream, or both (hybrid). */
public final class Papers {

    private static final String[] WORDS = {
        "QUYET DINH",
        "UBND",
        "ho so",
        "giay phep",
        "xay dung",
        "so",
        "ngay",
        "thang",
        "nam",
        "can cu",
        "dieu",
        "khoan",
        "thua dat",
        "to ban do",
        "phuong",
        "xa",
        "ban hanh",
        "noi nhan",
        "luu",
        "thoi han",
        "le phi",
        "dong y"
    };
    private static final Standard14Fonts.FontName[] FONTS = {
        Standard14Fonts.FontName.TIMES_ROMAN, Standard14Fonts.FontName.HELVETICA, Standard14Fonts.FontName.COURIER
    };

    private final Random random;

    public Papers(long seed) {
        random = new Random(seed);
    }

    /** @param compressed with object streams and a cross-reference stream */
    public byte[] paper(int pages, boolean compressed) {
        return paper(pages, compressed, 0);
    }

    /** @param picture bytes of noise on each page: a scan does not compress */
    public byte[] paper(int pages, boolean compressed, int picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                page(document, page, picture);
            }
            document.save(out, compressed ? new CompressParameters(100) : CompressParameters.NO_COMPRESSION);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return out.toByteArray();
    }

    private void page(PDDocument document, PDPage page, int picture) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            if (picture > 0) {
                content.drawImage(noise(document, picture), 60, 60, 470, 500);
            }
            content.beginText();
            content.setFont(new PDType1Font(FONTS[random.nextInt(FONTS.length)]), 11 + random.nextInt(4));
            content.newLineAtOffset(72, 640);
            for (int line = 0; line < 6; line++) {
                content.showText(line());
                content.newLineAtOffset(0, -22);
            }
            content.endText();
        }
    }

    private PDImageXObject noise(PDDocument document, int bytes) throws IOException {
        int side = (int) Math.sqrt(bytes / 3.0);
        var image = new java.awt.image.BufferedImage(side, side, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory.createFromImage(document, image);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        while (line.length() < 50) {
            line.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            line.append(random.nextInt(4) == 0 ? random.nextInt(900) + " " : "");
        }
        return line.toString();
    }

    /** One page written by hand: a classic table for old readers, fonts in an object stream that only {@code /XRefStm} names. */
    public byte[] hybrid() {
        StringBuilder file = new StringBuilder("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> offsets = new ArrayList<>();
        String content = "BT /F1 14 Tf 72 640 Td (" + line() + ") Tj 0 -22 Td (" + line() + ") Tj ET";
        String font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>";
        String stream = "6 0 " + font;
        String[] bodies = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 6 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /ObjStm /N 1 /First 4 /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream"
        };
        for (int i = 0; i < bodies.length; i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(bodies[i]).append("\nendobj\n");
        }
        int hidden = file.length();
        String rows = "\u0002\u0000\u0005\u0000" + "\u0001" + (char) (hidden >> 8) + (char) (hidden & 255) + "\u0000";
        file.append("7 0 obj\n<< /Type /XRef /Size 8 /W [1 2 1] /Index [6 2] /Root 1 0 R /Length ")
                .append(rows.length())
                .append(" >>\nstream\n")
                .append(rows)
                .append("\nendstream\nendobj\n");
        int table = file.length();
        file.append("xref\n0 8\n0000000006 65535 f \n");
        offsets.forEach(offset -> file.append(String.format("%010d 00000 n %n", offset)));
        file.append("0000000007 00000 f \n0000000000 00000 f \ntrailer\n<< /Size 8 /Root 1 0 R /XRefStm ")
                .append(hidden)
                .append(" >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return Bytes.of(file.toString());
    }
}
