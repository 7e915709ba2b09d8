package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.page.QrPayload;
import vn.sohoa.pdfa.SeparatorSheets;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;

/** Separator sheets as they come back from the scanner. */
class SeparatorCodesTest {
    private static final ImagingLimits LIMITS = new ImagingLimits(5, 40_000_000, 120_000_000);

    @TempDir
    Path folder;

    private java.util.List<String> codes(BufferedImage scan) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(scan, "png", png);
        Path file = Files.write(folder.resolve("scan.png"), png.toByteArray());
        try (PageSource source = PageRenderer.open(file, "image/png", LIMITS)) {
            return source.page(1).qr().stream().map(QrPayload::text).distinct().toList();
        }
    }

    private BufferedImage printed() throws IOException {
        Path pdf = folder.resolve("sheets.pdf");
        Files.deleteIfExists(pdf);
        SeparatorSheets.write(2, "SOHOA:TACH:1", pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, 150);
            BufferedImage plain = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
            plain.createGraphics().drawImage(page, 0, 0, null);
            return plain;
        }
    }

    @Test
    void aPrintedSheetIsKnownStandingSlantedLyingAndWorn() throws IOException {
        BufferedImage sheet = printed();
        assertThat(codes(sheet)).containsExactly("SOHOA:TACH:1");
        assertThat(codes(ScanDamage.turn(sheet, 7))).containsExactly("SOHOA:TACH:1");
        assertThat(codes(ScanDamage.turn(sheet, 180))).containsExactly("SOHOA:TACH:1");
        assertThat(codes(ScanDamage.apply(ScanDamage.Kind.POOR, sheet, 150, 5))).containsExactly("SOHOA:TACH:1");
    }

    @Test
    void barCodesOfOtherMakersSheetsAreKnownStandingAndLying() throws IOException, WriterException {
        for (BarcodeFormat format : new BarcodeFormat[] {BarcodeFormat.CODE_39, BarcodeFormat.CODE_128}) {
            BufferedImage sheet = bars("PATCHT", format);
            assertThat(codes(sheet)).as("%s", format).containsExactly("PATCHT");
            assertThat(codes(turned(sheet))).as("%s lying", format).containsExactly("PATCHT");
        }
    }

    @Test
    void aBarCodeThatSaysSomethingElseAndAPageOfPrintSayNothing() throws IOException, WriterException {
        assertThat(codes(bars("893456789012", BarcodeFormat.CODE_128))).isEmpty();
        assertThat(codes(SamplePages.draw(PaperText.load("quyet-dinh-quy-trinh"), 150)
                        .get(0)
                        .image()))
                .isEmpty();
    }

    private static BufferedImage bars(String text, BarcodeFormat format) throws WriterException {
        BitMatrix code = new MultiFormatWriter().encode(text, format, 700, 150);
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1240, 1754);
        g.dispose();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    page.setRGB(200 + x, 500 + y, 0);
                }
            }
        }
        return page;
    }

    private static BufferedImage turned(BufferedImage page) {
        BufferedImage out = new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                out.setRGB(page.getHeight() - 1 - y, x, page.getRGB(x, y));
            }
        }
        return out;
    }
}
