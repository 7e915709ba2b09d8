package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.PageImage;

/** Lines of dark blocks, as letters are, on a page of 1200 by 1700 pixels. */
class SkewEstimatorTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 1700;

    private final byte[] pixels = white();

    private static byte[] white() {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) PaperFlattener.PAPER);
        return pixels;
    }

    private void line(int x, int y, int letters) {
        for (int letter = 0; letter < letters; letter++) {
            int from = x + 16 * letter;
            for (int row = y - 18 - letter % 3; row < y; row++) {
                Arrays.fill(pixels, row * WIDTH + from, row * WIDTH + from + 10, (byte) 40);
            }
        }
    }

    private double found(double degrees) {
        return SkewEstimator.of(Turner.turn(new PageImage(WIDTH, HEIGHT, pixels, 185), degrees))
                .degrees();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9.97, -4.4, -0.07, 0, 0.31, 5.55, 9.9})
    void findsTheSlantOfTextToAFiftiethOfADegree(double degrees) {
        for (int y = 300; y < 1400; y += 45) {
            line(150, y, 50);
        }
        assertThat(found(degrees)).isCloseTo(degrees, Offset.offset(0.02));
    }

    /** Recipients on the left, a signer on the right: two pixels lower, they seem to be one line at a slant of 0.15 degrees. */
    @ParameterizedTest
    @ValueSource(doubles = {-7.73, 0, 1.01, 5.52})
    void linesOfTwoBlocksThatStandNearlyLevelAreNotTakenForOne(double degrees) {
        for (int y = 600; y < 1000; y += 60) {
            line(100, y, 14);
            line(860, y + 2, 14);
        }
        assertThat(found(degrees)).isCloseTo(degrees, Offset.offset(0.04));
    }
}
