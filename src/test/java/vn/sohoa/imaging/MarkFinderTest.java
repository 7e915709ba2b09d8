package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.ScanMarks;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;
import vn.sohoa.samples.Typeface;

class MarkFinderTest {
    private static final Typeface LETTERS = Typeface.committed("DejaVuSerif");
    private static final int DPI = 150;
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;

    private static BufferedImage paper(int light, Consumer<Graphics2D> marks) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(light, light, light));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(Color.BLACK);
        marks.accept(g);
        g.dispose();
        return image;
    }

    private static void text(Graphics2D g) {
        textFrom(g, 150, 1);
    }

    /** Lines that begin up to so many pixels before {@code left}: what stands at an edge is not the same letter in each. */
    private static void textFrom(Graphics2D g, int left, int ragged) {
        g.setFont(LETTERS.plain(28));
        for (int y = 200; y < 1500; y += 44) {
            g.drawString("Thuc hien so hoa ho so giai quyet thu tuc hanh chinh tai xa", left - y * 13 % ragged, y);
        }
    }

    private static ScanMarks marks(BufferedImage image, boolean colour) {
        WorkingPage page = WorkingPage.of(image, DPI);
        return MarkFinder.find(page, colour, MarkFinder.paper(page.grey()), Enlargement.detail(image));
    }

    @Test
    void aGoodPageBearsNoMark() {
        ScanMarks marks = marks(paper(245, MarkFinderTest::text), false);
        assertThat(marks.cut()).isEmpty();
        assertThat(marks.near()).isEmpty();
        assertThat(marks.border()).isZero();
        assertThat(marks.paper()).isBetween(240.0, 250.0);
        assertThat(marks.writing()).isGreaterThan(150);
        assertThat(marks.ring()).isLessThan(0.6);
        assertThat(marks.penStroke()).isFalse();
        assertThat(marks.drawing()).isFalse();
        assertThat(marks.streak()).isFalse();
        assertThat(marks.detail()).isEqualTo(1);
        assertThat(marks.letter()).isBetween(1.5, 4.5);
    }

    @Test
    void darknessAndFaintnessAreMeasuredAgainstThePaper() {
        BufferedImage page = paper(255, MarkFinderTest::text);
        assertThat(marks(ScanDamage.contrast(page, 10, 50), true).paper()).isLessThan(60);
        assertThat(marks(ScanDamage.contrast(page, 212, 240), true).writing()).isBetween(15.0, 40.0);
        assertThat(MarkFinder.bearsFaintWriting(WorkingPage.of(ScanDamage.contrast(page, 210, 240), DPI)))
                .isTrue();
        assertThat(MarkFinder.bearsFaintWriting(WorkingPage.of(paper(240, g -> {}), DPI)))
                .isFalse();
    }

    @Test
    void aBlackStripIsMeasuredAndItsEdgeIsNoCut() {
        ScanMarks marks = marks(
                paper(245, g -> {
                    text(g);
                    g.fillRect(0, 0, 60, HEIGHT);
                }),
                true);
        assertThat(marks.border()).isBetween(9.0, 11.5);
        assertThat(marks.cut()).isEmpty();
    }

    @Test
    void lettersAndRulesThatRunOffThePageAreSeen() {
        assertThat(marks(paper(245, g -> textFrom(g, -40, 61)), true).cut()).containsExactly(ScanMarks.Side.LEFT);
        assertThat(marks(paper(245, g -> textFrom(g, 700, 61)), true).cut()).containsExactly(ScanMarks.Side.RIGHT);
        assertThat(marks(
                                paper(245, g -> {
                                    for (int y = 300; y < 900; y += 100) {
                                        g.fillRect(200, y, WIDTH - 200, 3);
                                    }
                                    g.fillRect(200, 300, 3, 500);
                                }),
                                true)
                        .cut())
                .containsExactly(ScanMarks.Side.RIGHT);
        assertThat(marks(paper(245, g -> textFrom(g, 8, 1)), true).near()).containsExactly(ScanMarks.Side.LEFT);
    }

    @Test
    void aRoundSealAndASignatureAreSeenOnAGreyPage() {
        BufferedImage sealed = paper(245, g -> {
            text(g);
            g.setColor(new Color(120, 120, 120));
            g.setStroke(new BasicStroke(5));
            g.drawOval(760, 1300, 212, 212);
        });
        assertThat(marks(sealed, false).ring()).isGreaterThan(0.7);
        BufferedImage signed = paper(245, g -> {
            text(g);
            g.setStroke(new BasicStroke(3));
            Path2D p = new Path2D.Double();
            p.moveTo(700, 1620);
            p.curveTo(740, 1520, 790, 1520, 760, 1660);
            p.curveTo(800, 1510, 850, 1530, 820, 1660);
            p.curveTo(860, 1530, 900, 1560, 960, 1600);
            g.draw(p);
        });
        assertThat(marks(signed, false).penStroke()).isTrue();
    }

    @Test
    void aStreakFromEdgeToEdgeIsSeenAndAFrameIsNone() {
        assertThat(marks(
                                paper(245, g -> {
                                    text(g);
                                    g.setColor(Color.DARK_GRAY);
                                    g.fillRect(400, 0, 2, HEIGHT);
                                }),
                                true)
                        .streak())
                .isTrue();
        assertThat(marks(
                                paper(245, g -> {
                                    text(g);
                                    g.drawRect(60, 60, WIDTH - 120, HEIGHT - 120);
                                }),
                                true)
                        .streak())
                .isFalse();
    }

    @Test
    void anEnlargedPictureHasLessDetailThanPixelsAndABlurIsNoEnlargement() {
        BufferedImage page = paper(245, g -> {
            g.setFont(LETTERS.plain(28));
            for (int y = 200; y < 1500; y += 44) {
                g.drawString("Can cu Luat To chuc chinh quyen dia phuong ngay 16 thang " + y, 100 + y * 13 % 61, y);
            }
        });
        for (double factor : new double[] {1.5, 2, 3}) {
            BufferedImage small = scaled(page, 1 / factor);
            assertThat(Enlargement.detail(scaled(small, factor)))
                    .as("%s", factor)
                    .isLessThan(0.8);
        }
        assertThat(Enlargement.detail(ScanDamage.noise(ScanDamage.blur(page, 2), 2, 0, new Random(5))))
                .isEqualTo(1);
    }

    private static BufferedImage scaled(BufferedImage im, double factor) {
        int w = (int) Math.round(im.getWidth() * factor);
        int h = (int) Math.round(im.getHeight() * factor);
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(im, 0, 0, w, h, null);
        g.dispose();
        return out;
    }

    @Test
    void greatSlantsAreMeasured() {
        for (double degrees : new double[] {-14, 11}) {
            WorkingPage page = WorkingPage.of(ScanDamage.turn(paper(245, MarkFinderTest::text), degrees), DPI);
            assertThat(MarkFinder.slant(page)).isBetween(degrees - 1, degrees + 1);
        }
    }

    @Test
    void linesWithoutLettersAreADrawing() {
        BufferedImage map = paper(245, g -> {
            g.setStroke(new BasicStroke(2));
            for (int i = 0; i < 9; i++) {
                Path2D p = new Path2D.Double();
                p.moveTo(100, 200 + 150 * i);
                p.curveTo(300, 900 + 60 * i, 700, -300 + 190 * i, 1100, 600 + 100 * i);
                g.draw(p);
            }
        });
        assertThat(marks(map, true).drawing()).isTrue();
    }

    @Test
    void twoScansOfAPageHaveTheSamePrintAndAnotherPageHasNot() throws IOException {
        BufferedImage page = firstPage("quyet-dinh-quy-trinh");
        BufferedImage other = firstPage("quyet-dinh-to-cong-tac");
        String once = marks(page, true).print();
        assertThat(once).hasSize(ScanMarks.PRINT_WIDTH * ScanMarks.PRINT_HEIGHT);
        assertThat(different(once, marks(ScanDamage.turn(page, 0.6), true).print()))
                .isLessThan(different(once, marks(other, true).print()) / 3);
    }

    private static BufferedImage firstPage(String paper) throws IOException {
        return SamplePages.draw(PaperText.load(paper), Typeface.SERIF, DPI, 0.85)
                .get(0)
                .image();
    }

    private static double different(String a, String b) {
        int sum = 0;
        for (int i = 0; i < a.length(); i++) {
            sum += Math.abs(a.charAt(i) - b.charAt(i));
        }
        return sum;
    }
}
