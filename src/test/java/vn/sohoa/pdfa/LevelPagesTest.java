package vn.sohoa.pdfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageFile.Encoding;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.samples.OcrScore;

/** Pages that were scanned slanted, lying or upside down are shown level, with their words where they are seen. */
class LevelPagesTest {
    private static final AccessCopyInfo INFO =
            new AccessCopyInfo("Quyết định", "vi-VN", Instant.EPOCH, "SoHoa", Map.of());
    private static final double DPI = 150;
    /** The page as it stands upright, in pixels. */
    private static final int WIDTH = 1000;

    private static final int HEIGHT = 1400;
    /** A black mark on the upright page, with a word upon it. */
    private static final Box MARK = new Box(700, 200, 120, 60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.4, -2.5, 7, -10, 10, 90, 180, 270, -90, 93, 178, -84})
    void showsTheMarkUnderItsWordAtEveryTurn(double turned) throws Exception {
        Path pdf = write(new AccessPage(scanned(turned, 0), text(turned)));

        assertThat(PdfaCheck.broken(pdf)).isEmpty();
        markIsUnderItsWord(pdf);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void turnsAPictureThatIsStoredLyingWithoutTouchingItsBytes(int turns) throws Exception {
        PageFile stored = scanned(90.0 * turns, turns);
        Path pdf = write(new AccessPage(stored, text(0)));

        assertThat(PdfaCheck.broken(pdf)).isEmpty();
        markIsUnderItsWord(pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                PDImageXObject image =
                        (PDImageXObject) document.getPage(0).getResources().getXObject(name);
                assertThat(image.getCOSObject().createRawInputStream().readAllBytes())
                        .isEqualTo(stored.bytes());
            }
        }
    }

    @Test
    void putsWordsOnAPictureThatWasReduced() throws Exception {
        PageFile full = scanned(-3, 0);
        BufferedImage half = new BufferedImage(500, 700, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = half.createGraphics();
        g.drawImage(ImageIO.read(new java.io.ByteArrayInputStream(full.bytes())), 0, 0, 500, 700, null);
        g.dispose();
        Path pdf = write(new AccessPage(jpeg(half, DPI / 2, 0), text(-3), 0.5));

        assertThat(PdfaCheck.broken(pdf)).isEmpty();
        markIsUnderItsWord(pdf);
    }

    @Test
    void keepsTheTrueSizeAndCutsNothingOff() throws Exception {
        try (PDDocument level = Loader.loadPDF(
                        write(new AccessPage(scanned(0, 0), text(0))).toFile());
                PDDocument slanted = Loader.loadPDF(
                        write(new AccessPage(scanned(5, 0), text(5))).toFile())) {
            double width = level.getPage(0).getMediaBox().getWidth();
            double height = level.getPage(0).getMediaBox().getHeight();
            assertThat(width).isEqualTo(WIDTH * 72 / DPI, within(0.01));
            double sin = Math.sin(Math.toRadians(5));
            double cos = Math.cos(Math.toRadians(5));
            assertThat((double) slanted.getPage(0).getMediaBox().getWidth())
                    .isEqualTo(width * cos + height * sin, within(0.01));
            assertThat((double) slanted.getPage(0).getMediaBox().getHeight())
                    .isEqualTo(height * cos + width * sin, within(0.01));
        }
    }

    @Test
    void givesPopplerEveryWordWholeAtEveryTurn() throws Exception {
        Path program = Path.of("/usr/bin/pdftotext");
        assumeTrue(Files.isExecutable(program), "skipped: pdftotext (poppler-utils) is not installed");
        List<AccessPage> pages = new ArrayList<>();
        for (double turned = -10; turned <= 10; turned += 2.5) {
            pages.add(new AccessPage(scanned(turned, 0), prose(turned)));
        }
        for (double turned : new double[] {90, 180, -90, 92.5, 175}) {
            pages.add(new AccessPage(scanned(turned, 0), prose(turned)));
        }
        Path pdf = write(pages.toArray(AccessPage[]::new));
        String ours = pages.stream().map(page -> page.text().text()).collect(Collectors.joining("\n"));
        OcrScore inOrder = OcrScore.of(poppler(program, "-raw", pdf), ours);
        assertThat(inOrder.cer()).isLessThanOrEqualTo(0.001);
        assertThat(inOrder.wordsMissed()).isZero();
        // in its own order poppler may take columns apart, but not words
        assertThat(OcrScore.of(poppler(program, "-q", pdf), ours).wordsMissed()).isZero();
    }

    private static String poppler(Path program, String how, Path pdf) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), how, "-enc", "UTF-8", pdf.toString(), "-").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    private void markIsUnderItsWord(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<TextPosition> letters = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                    super.processTextPosition(letter);
                }
            }.getText(document);
            TextPosition first = letters.get(0);
            TextPosition last = letters.get(letters.size() - 1);
            assertThat(letters.stream().map(TextPosition::getUnicode).collect(Collectors.joining()))
                    .isEqualTo("Dấu");
            assertThat(first.getDir()).as("level").isZero();
            double left = first.getXDirAdj();
            double right = last.getXDirAdj() + last.getWidthDirAdj();
            double bottom = first.getYDirAdj();
            double points = 72 / DPI;
            assertThat(right - left).isEqualTo(MARK.width() * points, within(0.5));
            double middle = bottom - MARK.height() * points / 2;
            BufferedImage shown = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(dark(shown, (left + right) / 2, middle))
                    .as("the middle of the word")
                    .isTrue();
            assertThat(dark(shown, left + 4, middle)).as("its left").isTrue();
            assertThat(dark(shown, right - 4, bottom - 4)).as("its lower right").isTrue();
            assertThat(dark(shown, left - 6, middle)).as("before it").isFalse();
            assertThat(dark(shown, right + 6, middle)).as("behind it").isFalse();
            assertThat(dark(shown, (left + right) / 2, bottom + 6))
                    .as("below it")
                    .isFalse();
        }
    }

    private static boolean dark(BufferedImage shown, double x, double y) {
        return new Color(shown.getRGB((int) x, (int) y)).getRed() < 128;
    }

    private static PageText text(double turned) {
        return new PageText(PageText.Source.OCR, List.of(new Word("Dấu", MARK, 90, 0)), turned);
    }

    private static PageText prose(double turned) {
        List<Word> words = new ArrayList<>();
        for (int line = 0; line < 30; line++) {
            int x = 80;
            String text = "Ủy ban nhân dân phường Đông Hưng-Trung ban hành Quyết định số 1234/QĐ-UBND ngày 05/11/2026";
            for (String word : text.split(" ")) {
                // boxes as recognition gives them: each as high as its letters, now and then almost touching
                words.add(new Word(
                        word, new Box(x, 100 + 40 * line - word.length() % 3, word.length() * 9, 22), 90, line));
                x += word.length() * 9 + (x % 5 == 0 ? 2 : 8);
            }
        }
        return new PageText(PageText.Source.OCR, words, turned);
    }

    /** What the scanner gave of the upright page with the mark: turned back by so many degrees clockwise. */
    private static PageFile scanned(double turned, int turns) throws IOException {
        boolean lying = Math.floorMod(Math.round(turned / 90), 2) == 1;
        int w = lying ? HEIGHT : WIDTH;
        int h = lying ? WIDTH : HEIGHT;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, w, h);
        AffineTransform way = AffineTransform.getTranslateInstance(w / 2.0, h / 2.0);
        way.rotate(Math.toRadians(-turned));
        way.translate(-WIDTH / 2.0, -HEIGHT / 2.0);
        g.transform(way);
        g.setColor(Color.BLACK);
        g.fillRect(MARK.x(), MARK.y(), MARK.width(), MARK.height());
        g.dispose();
        return jpeg(image, DPI, turns);
    }

    private static PageFile jpeg(BufferedImage image, double dpi, int turns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return new PageFile(Encoding.JPEG, out.toByteArray(), image.getWidth(), image.getHeight(), true, dpi, turns);
    }

    private Path write(AccessPage... pages) {
        Path target = folder.resolve(java.util.UUID.randomUUID() + ".pdf");
        new AccessCopyWriter().write(List.of(pages), INFO, target);
        return target;
    }
}
