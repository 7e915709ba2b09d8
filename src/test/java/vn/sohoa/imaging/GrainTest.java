package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.PageImage;

class GrainTest {
    private static final int SIDE = 300;

    @Test
    void smoothsGrainOfTheSensorAndKeepsTheStrokes() {
        PageImage noisy = page(30);
        PageImage calm = Grain.smoothed(noisy);

        assertThat(Grain.isMuch(noisy)).isTrue();
        assertThat(Grain.of(calm)).isLessThan(Grain.of(noisy) / 2);
        assertThat(at(calm, 151)).isLessThan(80);
    }

    @Test
    void leavesAGoodScanAsItIs() {
        assertThat(Grain.isMuch(page(3))).isFalse();
    }

    /** The darker class of a page with one line would be the darker half of its grain. */
    @Test
    void grainIsNoInkOnAPageWithOneLine() {
        Ink ink = Ink.of(Grain.smoothed(page(30)));

        assertThat(ink.mean()).isLessThan(100);
        assertThat(ink.share()).isLessThan(0.02);
    }

    /** White paper with noise of that deviation and a line of three pixels. */
    private static PageImage page(double deviation) {
        Random random = new Random(7);
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / SIDE;
            double value = (row >= 150 && row < 153 ? 20 : 248) + deviation * random.nextGaussian();
            pixels[i] = (byte) Math.max(0, Math.min(PaperFlattener.PAPER, Math.round(value)));
        }
        return new PageImage(SIDE, SIDE, pixels, 185);
    }

    private static double at(PageImage page, int row) {
        int sum = 0;
        for (int x = 1; x < SIDE - 1; x++) {
            sum += page.pixels()[row * SIDE + x] & 255;
        }
        return sum / (SIDE - 2.0);
    }
}
