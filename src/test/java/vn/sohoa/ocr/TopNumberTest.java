package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** A page whose first line begins at 150. */
class TopNumberTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1400;

    private final byte[] pixels = white();
    private final List<Box> asked = new ArrayList<>();

    private static byte[] white() {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 250);
        return pixels;
    }

    private void dark(int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(pixels, row * WIDTH + x, row * WIDTH + x + width, (byte) 40);
        }
    }

    private String found(String there) {
        Word word = new Word("Điều", new Box(100, 150, 80, 30), 95, 0);
        return TopNumber.found(
                        new PageText(PageText.Source.OCR, List.of(word), 0),
                        new PageImage(WIDTH, HEIGHT, pixels, 185),
                        box -> {
                            asked.add(box);
                            Word read = new Word(there, new Box(box.x() + 10, box.y() + 10, 15, 22), 88, 0);
                            return new PageText(PageText.Source.OCR, List.of(read), 0);
                        })
                .text();
    }

    @Test
    void theNumberInTheTopMarginBeginsThePage() {
        dark(492, 90, 15, 22);
        assertThat(found("2")).isEqualTo("2\nĐiều");
        assertThat(asked).singleElement().satisfies(box -> {
            assertThat(box.x()).isLessThan(492);
            assertThat(box.right()).isGreaterThan(507);
            assertThat(box.y()).isLessThan(90);
            assertThat(box.bottom()).isBetween(113, 149);
        });
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        dark(492, 90, 15, 22);
        assertThat(found("Z")).isEqualTo("Điều");
    }

    @Test
    void dustRulesAndWhatStandsAsideAreNotLookedAt() {
        dark(500, 60, 3, 3);
        dark(100, 40, 800, 2);
        dark(400, 100, 15, 22);
        dark(450, 145, 15, 30);
        found("2");
        assertThat(asked).isEmpty();
    }
}
