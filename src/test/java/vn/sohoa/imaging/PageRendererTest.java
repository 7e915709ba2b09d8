package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.samples.BadFiles;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.PdfFiles;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.Typeface;

class PageRendererTest {
    private static final ImagingLimits LIMITS = new ImagingLimits(5, 40_000_000, 120_000_000);

    @TempDir
    Path folder;

    private PageSource open(byte[] bytes, String type) throws IOException {
        return PageRenderer.open(Files.write(folder.resolve("file"), bytes), type, LIMITS);
    }

    private void refuses(byte[] bytes, String type, Problem problem) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> {
                    try (PageSource source = open(bytes, type)) {
                        source.page(1).measure();
                    }
                })
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void cutsAPlaceOutWithALittleOfWhatIsAroundIt() throws IOException {
        BufferedImage page = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1654, 2339);
        g.setColor(Color.RED);
        g.fillRect(400, 300, 200, 50);
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(page, "png", png);
        try (PageSource source = open(png.toByteArray(), "image/png")) {
            PageFile crop = source.page(1).crop(new Box(400, 300, 200, 50));
            BufferedImage cut = ImageIO.read(new ByteArrayInputStream(crop.bytes()));
            assertThat(cut.getWidth()).isBetween(220, 300);
            assertThat(cut.getHeight()).isBetween(70, 150);
            Color middle = new Color(cut.getRGB(cut.getWidth() / 2, cut.getHeight() / 2));
            assertThat(middle.getRed() - middle.getGreen()).isGreaterThan(150);
            PageFile corner = source.page(1).crop(new Box(1640, 2330, 400, 400));
            assertThat(corner.widthPx()).isLessThan(60);
            assertThat(source.page(1).crop(Box.NONE).widthPx()).isEqualTo(1654);
        }
    }

    /** Drawn with floats, a sheet of 612 points is a pixel narrower than one counts in doubles, and was refused as damaged. */
    @ParameterizedTest
    @CsvSource({"612, 792", "612, 1008", "595.276, 841.89", "841.89, 1190.55", "420.945, 595.276", "500.1, 700.3"})
    void drawsASheetOfAnySize(float width, float height) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(new PDRectangle(width, height));
            document.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                content.addRect(72, 72, 200, 20);
                content.fill();
            }
            document.save(pdf);
        }
        try (PageSource source = open(pdf.toByteArray(), "application/pdf")) {
            PageMeasurements measured = source.page(1).measure();
            assertThat((double) measured.heightPx() / measured.widthPx())
                    .isCloseTo((double) height / width, within(0.002));
        }
    }

    /** A4 at 100 dpi with a bar at the top left, so that turning shows. */
    private static BufferedImage page() {
        BufferedImage image = new BufferedImage(827, 1169, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 827, 1169);
        g.setColor(Color.BLACK);
        g.fillRect(60, 60, 300, 40);
        g.setFont(Typeface.SERIF.plain(20));
        for (int y = 200; y < 1000; y += 40) {
            g.fillRect(80, y, 600, 3);
        }
        g.dispose();
        return image;
    }

    private static boolean barIsTopLeft(PageView view) {
        CleanedPage clean = view.clean();
        int w = clean.image().width();
        int h = clean.image().height();
        return clean.image().at(w / 5, (int) (h * 0.068)) < 100 && clean.image().at(w * 4 / 5, (int) (h * 0.068)) > 200;
    }

    @Nested
    class Refuses {
        @Test
        void pictureWhoseHeaderClaimsTooManyPixelsBeforeDecodingIt() throws IOException {
            long start = System.nanoTime();
            refuses(BadFiles.hugePng(), "image/png", Problem.IMAGE_TOO_LARGE);
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        }

        @Test
        void filesCutShort() throws IOException {
            refuses(BadFiles.truncated(ImageFiles.jpeg(page(), 100, 0.8f)), "image/jpeg", Problem.FILE_DAMAGED);
            refuses(BadFiles.truncated(ImageFiles.png(page(), 100)), "image/png", Problem.FILE_DAMAGED);
            byte[] tiff = ImageFiles.tiff(List.of(page(), page()), 100, "LZW", 1);
            refuses(BadFiles.truncated(tiff), "image/tiff", Problem.FILE_DAMAGED);
            byte[] pdf = PdfFiles.ofJpegs("x", List.of(ImageFiles.jpeg(page(), 100, 0.8f)), 100);
            refuses(BadFiles.truncated(pdf), "application/pdf", Problem.FILE_DAMAGED);
        }

        @Test
        void jpegWithAHoleInItsMiddle() throws IOException {
            byte[] jpeg = ImageFiles.jpeg(page(), 100, 0.9f);
            Arrays.fill(jpeg, jpeg.length / 2, jpeg.length / 2 + 400, (byte) 0xFF);
            refuses(jpeg, "image/jpeg", Problem.FILE_DAMAGED);
        }

        @Test
        void noiseOfEveryType() {
            byte[] noise = BadFiles.program();
            for (String type : List.of("image/png", "image/jpeg", "image/tiff", "application/pdf")) {
                refuses(noise, type, Problem.FILE_DAMAGED);
            }
            refuses(noise, "image/heic", Problem.TYPE_NOT_ACCEPTED);
        }

        @Test
        void lockedPdf() throws IOException {
            byte[] pdf = PdfFiles.ofJpegs("x", List.of(ImageFiles.jpeg(page(), 100, 0.8f)), 100);
            refuses(PdfFiles.locked("x", pdf), "application/pdf", Problem.FILE_PROTECTED);
        }

        @Test
        void tooManyPages() throws IOException {
            byte[] jpeg = ImageFiles.jpeg(page(), 100, 0.5f);
            byte[] pdf = PdfFiles.ofJpegs("x", java.util.Collections.nCopies(6, jpeg), 100);
            refuses(pdf, "application/pdf", Problem.TOO_MANY_PAGES);
            byte[] tiff = ImageFiles.tiff(java.util.Collections.nCopies(6, page()), 100, "LZW", 1);
            refuses(tiff, "image/tiff", Problem.TOO_MANY_PAGES);
        }

        @Test
        void tiffWhoseDirectoriesGoInACircle() {
            byte[] tiff = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0};
            refuses(tiff, "image/tiff", Problem.FILE_DAMAGED);
        }
    }

    @Nested
    class ScanInPdf {
        @Test
        void isTakenAsItIs() throws IOException {
            byte[] jpeg = ImageFiles.jpeg(page(), 100, 0.8f);
            try (PageSource source = open(PdfFiles.ofJpegs("x", List.of(jpeg), 100), "application/pdf")) {
                PageMeasurements m = source.page(1).measure();
                assertThat(m.widthPx()).isEqualTo(827);
                assertThat(m.dpi()).isBetween(99.0, 101.0);
                PageFile file = source.page(1).pageFile();
                assertThat(file.bytes()).isEqualTo(jpeg);
                assertThat(file.encoding()).isEqualTo(PageFile.Encoding.JPEG);
            }
        }

        @Test
        void isTurnedAsThePageSays() throws IOException {
            byte[] jpeg = ImageFiles.jpeg(page(), 100, 0.8f);
            for (int turn : new int[] {90, 180, 270}) {
                byte[] pdf = rotated(PdfFiles.ofJpegs("x", List.of(turnedBack(page(), turn)), 100), turn);
                try (PageSource source = open(pdf, "application/pdf")) {
                    PageView view = source.page(1);
                    assertThat(view.measure().rotation()).isEqualTo(turn);
                    assertThat(view.measure().widthPx()).isEqualTo(827);
                    assertThat(barIsTopLeft(view)).as("turned by " + turn).isTrue();
                    assertThat(view.pageFile().bytes()).isNotEqualTo(jpeg);
                }
            }
        }

        @Test
        void inBlackAndWhiteComesBackAsPng() throws IOException {
            byte[] pdf = PdfFiles.ofBilevel("x", List.of(ImageFiles.bilevel(page(), 128)), 100);
            try (PageSource source = open(pdf, "application/pdf")) {
                PageView view = source.page(1);
                assertThat(view.measure().bitsPerPixel()).isEqualTo(1);
                assertThat(view.measure().colour()).isFalse();
                assertThat(barIsTopLeft(view)).isTrue();
                assertThat(view.pageFile().encoding()).isEqualTo(PageFile.Encoding.PNG);
            }
        }

        @Test
        void withGarbageTextHasNoTextLayer() throws IOException {
            byte[] jpeg = ImageFiles.jpeg(page(), 100, 0.8f);
            try (PageSource source = open(PdfFiles.withGarbageText("x", List.of(jpeg), 100), "application/pdf")) {
                assertThat(source.page(1).textLayer()).isEmpty();
            }
        }

        private static byte[] turnedBack(BufferedImage image, int degrees) throws IOException {
            PictureHeader header = new PictureHeader(
                    image.getWidth(),
                    image.getHeight(),
                    24,
                    true,
                    100,
                    100,
                    new PictureHeader.Placement(false, (360 - degrees) / 90));
            return ImageFiles.jpeg(Upright.of(header).turn(image, header), 100, 0.9f);
        }

        private static byte[] rotated(byte[] pdf, int degrees) throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                document.getPage(0).setRotation(degrees);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        }
    }

    @Test
    void bornDigitalPageGivesItsTextWithoutBeingDrawn() throws IOException {
        SamplePages.Drawn drawn = SamplePages.pdf(PaperText.load("quyet-dinh-quy-trinh"));
        try (PageSource source = open(drawn.bytes(), "application/pdf")) {
            PageView view = source.page(1);
            assertThat(view.textLayer()).isPresent();
            assertThat(view.textLayer().orElseThrow().text()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            assertThat(view.measure().dpi()).isZero();
            assertThat(view.textLayer().orElseThrow().words()).allSatisfy(word -> {
                // the file draws its blanks as glyphs, a whole line at once
                assertThat(word.text()).doesNotContain(" ");
                assertThat(word.box().right())
                        .isLessThanOrEqualTo(view.measure().widthPx());
                assertThat(word.box().bottom())
                        .isLessThanOrEqualTo(view.measure().heightPx());
            });
        }
    }

    @Test
    void resolutionComesFromTheFileAndFromThePaperWhereTheFileIsSilent() throws IOException {
        for (byte[] bytes : List.of(ImageFiles.png(page(), 100), ImageFiles.png(page(), 0))) {
            try (PageSource source = open(bytes, "image/png")) {
                assertThat(source.page(1).measure().dpi()).isBetween(99.0, 101.0);
            }
        }
        try (PageSource source = open(ImageFiles.tiff(List.of(page(), page()), 100, "LZW", 1), "image/tiff")) {
            assertThat(source.pages()).isEqualTo(2);
            assertThat(source.page(2).measure().dpi()).isBetween(99.0, 101.0);
        }
    }

    @Test
    void phonePictureIsTurnedAsItsExifDataSay() throws IOException {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        PictureHeader lying = new PictureHeader(827, 1169, 24, true, 100, 100, new PictureHeader.Placement(false, 3));
        byte[] jpeg = ImageFiles.jpeg(Upright.of(lying).turn(page(), lying), 0, 0.9f);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        try (PageSource source = open(out.toByteArray(), "image/jpeg")) {
            assertThat(source.page(1).measure().rotation()).isEqualTo(90);
            assertThat(source.page(1).measure().widthPx()).isEqualTo(827);
            assertThat(barIsTopLeft(source.page(1))).isTrue();
        }
    }
}
