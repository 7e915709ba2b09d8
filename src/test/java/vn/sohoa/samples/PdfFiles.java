package vn.sohoa.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** PDF files of scanned pages. */
public final class PdfFiles {
    /** What another tool without Vietnamese made of a page. */
    private static final String GARBAGE =
            "CONG HOA XA H01 CHU NGHiA V|ET NARN Doc Iap - Tu d0 - Hanh phuc PH|EU LY L|CH TU PHAP"
                    + " S6: 4i8/STP-LLTP H9 va t6n: ..,.,.,,. Gi0i tinh: N:rm Ngey, thang, ndm sinh: |2/04/|996 N0i sinh: t!nh"
                    + " QuAng Nlnh Tinh trang an tich: KhOng c6 5n tfch ^~ .;' ' \\\\ l1l1 ~~ ,.;: xxQ iiil";

    private PdfFiles() {}

    /** JPEG pages, untouched. */
    public static byte[] ofJpegs(String name, List<byte[]> jpegs, int dpi) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (byte[] jpeg : jpegs) {
                page(document, JPEGFactory.createFromByteArray(document, jpeg), dpi, "");
            }
            return bytes(document, name);
        }
    }

    /** Black-and-white pages in CCITT G4. */
    public static byte[] ofBilevel(String name, List<BufferedImage> pages, int dpi) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage page : pages) {
                page(document, CCITTFactory.createFromImage(document, page), dpi, "");
            }
            return bytes(document, name);
        }
    }

    /** A scan under which another tool left a text layer that is worth nothing: it must be read anew. */
    public static byte[] withGarbageText(String name, List<byte[]> jpegs, int dpi) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (byte[] jpeg : jpegs) {
                page(document, JPEGFactory.createFromByteArray(document, jpeg), dpi, GARBAGE);
            }
            return bytes(document, name);
        }
    }

    /** Opens only with a password that nobody has. */
    public static byte[] locked(String name, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("chu-so-huu", "mat-khau", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes(document, name);
        }
    }

    private static void page(PDDocument document, PDImageXObject image, int dpi, String hidden) throws IOException {
        float width = image.getWidth() * 72f / dpi;
        float height = image.getHeight() * 72f / dpi;
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            stream.drawImage(image, 0, 0, width, height);
            if (!hidden.isEmpty()) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                stream.setRenderingMode(RenderingMode.NEITHER);
                stream.setLeading(14);
                stream.newLineAtOffset(60, height - 60);
                for (int i = 0; i < hidden.length(); i += 70) {
                    stream.showText(hidden.substring(i, Math.min(hidden.length(), i + 70)));
                    stream.newLine();
                }
                stream.endText();
            }
        }
    }

    private static byte[] bytes(PDDocument document, String name) throws IOException {
        SamplePages.describe(document, name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
