package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.ScanDamage;
import vn.sohoa.samples.Typeface;

class PageMeterTest {
    private static final Typeface LETTERS = Typeface.committed("DejaVuSerif");
    private static final int DPI = 150;

    @TempDir
    Path folder;

    private PageView view(BufferedImage image) throws Exception {
        Path file = Files.write(folder.resolve("page.png"), ImageFiles.png(image, DPI));
        return PageRenderer.open(file, "image/png", new ImagingLimits(1, 40_000_000, 120_000_000))
                .page(1);
    }

    private static BufferedImage paper(Consumer<Graphics2D> marks) {
        BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(250, 246, 232));
        g.fillRect(0, 0, 1240, 1754);
        g.setColor(Color.BLACK);
        marks.accept(g);
        g.dispose();
        return image;
    }

    private static void text(Graphics2D g) {
        g.setFont(LETTERS.plain(28));
        for (int y = 200; y < 1500; y += 44) {
            g.drawString("Thuc hien so hoa ho so giai quyet thu tuc hanh chinh", 150, y);
        }
    }

    @Test
    void emptySheetWithDustIsBlankAndASheetWithAPageNumberIsNot() throws Exception {
        BufferedImage dust = paper(g -> {
            Random random = new Random(3);
            for (int i = 0; i < 200; i++) {
                g.fillRect(random.nextInt(1240), random.nextInt(1754), 2, 2);
            }
        });
        assertThat(view(dust).measure().blank()).isTrue();
        BufferedImage number = paper(g -> {
            g.setFont(LETTERS.plain(26));
            g.drawString("2", 620, 100);
        });
        assertThat(view(number).measure().blank()).isFalse();
    }

    @Test
    void linesOfHardlyVisibleLettersAreNoEmptyPageButGrainAndDustAre() throws Exception {
        BufferedImage faint = ScanDamage.contrast(paper(PageMeterTest::text), 234, 250);
        assertThat(view(ScanDamage.noise(faint, 2, 0, new Random(5))).measure().blank())
                .isFalse();
        BufferedImage dusty = paper(g -> {
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                g.fillRect(random.nextInt(1240), random.nextInt(1754), 2, 2);
            }
        });
        assertThat(view(ScanDamage.noise(dusty, 9, 0, new Random(6))).measure().blank())
                .isTrue();
    }

    @Test
    void slantIsMeasuredAndTakenAway() throws Exception {
        PageView view = view(ScanDamage.turn(paper(PageMeterTest::text), 2.4));
        assertThat(view.measure().skewDegrees()).isCloseTo(2.4, Offset.offset(0.15));
        CleanedPage clean = view.clean();
        assertThat(clean.turnedDegrees()).isCloseTo(-2.4, Offset.offset(0.15));
        assertThat(SkewEstimator.of(clean.image()).degrees()).isCloseTo(0, Offset.offset(0.15));
    }

    @Test
    void blurredPageIsLessSharp() throws Exception {
        BufferedImage page = paper(PageMeterTest::text);
        PageMeasurements sharp = view(page).measure();
        PageMeasurements blurred = view(ScanDamage.blur(page, 7)).measure();
        assertThat(sharp.sharpness()).isGreaterThan(0.5);
        assertThat(blurred.sharpness()).isLessThan(0.3).isLessThan(sharp.sharpness() / 2);
    }

    @Test
    void redSealAndBluePenAreSeenOnYellowPaper() throws Exception {
        assertThat(view(paper(PageMeterTest::text)).measure().redInk()).isFalse();
        for (Color ink : new Color[] {new Color(205, 40, 50), new Color(38, 52, 150)}) {
            BufferedImage page = paper(g -> {
                text(g);
                g.setColor(ink);
                g.setStroke(new BasicStroke(6));
                g.drawOval(700, 1300, 200, 200);
            });
            assertThat(view(page).measure().redInk()).isTrue();
        }
    }

    @Test
    void redSealVanishesFromTheCleanedPageAndBlackInkStays() throws Exception {
        CleanedPage clean = view(paper(g -> {
                    g.fillRect(300, 300, 400, 12);
                    g.setColor(new Color(215, 60, 60));
                    g.fillRect(300, 900, 400, 12);
                }))
                .clean();
        assertThat(clean.image().at((int) (500 * clean.scale()), (int) (306 * clean.scale())))
                .isLessThan(60);
        assertThat(clean.image().at((int) (500 * clean.scale()), (int) (906 * clean.scale())))
                .isGreaterThan(180);
    }

    @Test
    void wordsAreCarriedBackToThePixelsOfTheScan() throws Exception {
        CleanedPage clean = view(paper(PageMeterTest::text)).clean();
        PageText read = new PageText(
                PageText.Source.OCR, java.util.List.of(new Word("số", new Box(200, 100, 50, 20), 90, 0)), 0);
        Box box = clean.onScan(read).words().get(0).box();
        assertThat(box.x()).isEqualTo((int) Math.round(200 / clean.scale()));
        assertThat(clean.onScan(read).turnedDegrees()).isEqualTo(clean.turnedDegrees());
    }
}
