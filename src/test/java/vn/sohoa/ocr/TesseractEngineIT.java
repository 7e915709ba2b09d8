package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.imaging.CleanedPage;
import vn.sohoa.imaging.ImagingLimits;
import vn.sohoa.imaging.PageRenderer;
import vn.sohoa.imaging.PageSource;
import vn.sohoa.imaging.PageView;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.OcrScore;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;
import vn.sohoa.samples.Typeface;

/** The whole way from an encoded scan to Vietnamese text, with the real recogniser. Bounds, not equality. */
class TesseractEngineIT {
    private static final Path MODELS = Path.of("ocr-models");
    private static final Path NATIVES = Path.of("target", "ocr-natives");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static OcrEngine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        engine = OcrEngines.tesseract(MODELS, "vie", "vie_best", NATIVES);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static CleanedPage clean(Path file, String type) {
        try (PageSource source = PageRenderer.open(file, type, new ImagingLimits(9, 40_000_000, 120_000_000))) {
            return source.page(1).clean();
        }
    }

    @ParameterizedTest
    @CsvSource({"CLEAN, 1.0", "SKEW, 1.5", "BLEED, 2.0", "OFFICE, 1.5"})
    void readsADrawnDecisionWithFewWrongLetters(ScanDamage.Kind damage, double mostPercent) throws IOException {
        SamplePages.Page page =
                SamplePages.draw(PaperText.load("cong-van-tra-loi"), 300).get(0);
        byte[] jpeg = ImageFiles.jpeg(ScanDamage.apply(damage, page.image(), 300, 7), 300, 0.8f);
        PageText read = engine.read(
                clean(Files.write(folder.resolve("p.jpg"), jpeg), "image/jpeg").image(), LONG);
        OcrScore score = OcrScore.best(read.text(), page.truth().orders());
        assertThat(100 * score.cer()).isLessThanOrEqualTo(mostPercent);
        assertThat(read.confidence()).isGreaterThan(85);
    }

    /** Their digits used to be taken for a column of their own and read as nonsense. */
    @Test
    void keepsTheNumbersOfAFormAtTheirLines() throws IOException {
        SamplePages.Page page = SamplePages.draw(
                        PaperText.load("to-khai-ly-lich"), Typeface.committed("DejaVuSerif"), 300, 0.85)
                .get(0);
        Path file = Files.write(folder.resolve("p.jpg"), ImageFiles.jpeg(page.image(), 300, 0.75f));
        String text = engine.read(clean(file, "image/jpeg").image(), LONG).text();
        assertThat(text).contains("1. Tên tôi là", "4. Ngày, tháng", "5. Nơi sinh", "9. Nơi tạm trú");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void findsOutThatAPageWasScannedLyingOrOnItsHead(int turned) throws IOException {
        SamplePages.Page page =
                SamplePages.draw(PaperText.load("cong-van-tra-loi"), 200).get(0);
        Path file = Files.write(folder.resolve("p.jpg"), ImageFiles.jpeg(page.image(), 200, 0.8f));
        try (PageSource source = PageRenderer.open(file, "image/jpeg", new ImagingLimits(9, 40_000_000, 120_000_000))) {
            PageView view = source.page(1);
            UprightReading read = UprightReading.read(
                    engine, 0, turns -> view.clean((turns + turned) % 4).image(), LONG);
            assertThat(read.quarterTurns()).isEqualTo(4 - turned);
            assertThat(read.text().confidence()).isGreaterThan(85);
        }
    }

    @Test
    void goesOnAfterAPageThatTookTooLong() throws IOException {
        SamplePages.Page page =
                SamplePages.draw(PaperText.load("cong-van-tra-loi"), 200).get(0);
        Path file = Files.write(folder.resolve("p.jpg"), ImageFiles.jpeg(page.image(), 200, 0.8f));
        PageImage image = clean(file, "image/jpeg").image();
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> engine.read(image, Duration.ofMillis(1)))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.READER_TIMEOUT));
        assertThat(engine.read(image, LONG).words()).hasSizeGreaterThan(50);
    }

    @Test
    void emptyPageHasNoWords() {
        byte[] white = new byte[800 * 1000];
        java.util.Arrays.fill(white, (byte) 255);
        assertThat(engine.read(new PageImage(800, 1000, white, 200), LONG).words())
                .isEmpty();
    }

    @Test
    void missingModelIsAConfigurationFault() {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> OcrEngines.tesseract(folder, "vie", "", NATIVES))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.OCR_UNAVAILABLE));
    }

    /** Real pages that are not part of the project: {@code -Dsohoa.ocrdev=FOLDER} with NAME.png beside NAME.txt. */
    @Test
    void readsRealPagesWhereTheyAreAtHand() throws IOException {
        Path real = Path.of(System.getProperty("sohoa.ocrdev", "no-folder-given"));
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isDirectory(real), "skipped: no folder of real pages in -Dsohoa.ocrdev");
        List<OcrScore> scores = new ArrayList<>();
        try (var files = Files.list(real)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                String truth = Files.readString(Path.of(file.toString().replace(".png", ".txt")));
                scores.add(OcrScore.of(
                        engine.read(clean(file, "image/png").image(), LONG).text(), truth));
            }
        }
        assertThat(100 * OcrScore.pooled(scores).cer()).isLessThan(1.2);
    }
}
