package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Rows of 30 pixels that begin at 200, one each 60 pixels. */
class NumberColumnTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 500;

    private final byte[] pixels = white();
    private final List<Word> words = new ArrayList<>();
    private final List<Box> asked = new ArrayList<>();

    private static byte[] white() {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 255);
        return pixels;
    }

    private void dark(int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(pixels, row * WIDTH + x, row * WIDTH + x + width, (byte) 0);
        }
    }

    private void row(String text) {
        int number = words.size();
        words.add(new Word(text, new Box(200, 100 + 60 * number, 300, 30), 95, number));
    }

    private void rowsWithInkBefore(int count) {
        IntStream.range(0, count).forEach(n -> {
            row("hàng " + (char) ('a' + n));
            dark(150, 105 + 60 * n, 12, 20);
        });
    }

    /** @param read what stands in the cells, from the top */
    private String filled(String... read) {
        PageText text = new PageText(PageText.Source.OCR, words, 0);
        return NumberColumn.filled(text, new PageImage(WIDTH, HEIGHT, pixels, 200), cell -> {
                    asked.add(cell);
                    Word word = new Word(read[(cell.y() - 85) / 60], new Box(150, cell.y(), 12, 20), 90, 0);
                    return new PageText(PageText.Source.OCR, List.of(word), 0);
                })
                .text();
    }

    @Test
    void numbersBeginTheirRows() {
        rowsWithInkBefore(3);
        assertThat(filled("1", "2", "3")).isEqualTo("1 hàng a\n2 hàng b\n3 hàng c");
    }

    @Test
    void rulesOfTheTableAreLeftOut() {
        rowsWithInkBefore(4);
        dark(120, 0, 3, HEIGHT);
        dark(180, 0, 3, HEIGHT);
        IntStream.range(0, 6).forEach(n -> dark(100, 85 + 60 * n, 500, 3));
        assertThat(filled("7.", "8.", "9.", "10.")).isEqualTo("7. hàng a\n8. hàng b\n9. hàng c\n10. hàng d");
        assertThat(asked).allSatisfy(cell -> {
            assertThat(cell.x()).isBetween(123, 150);
            assertThat(cell.right()).isBetween(162, 180);
            assertThat(cell.height()).isLessThanOrEqualTo(57);
        });
        assertThat(asked).isSortedAccordingTo(Comparator.comparingInt(Box::y));
    }

    @Test
    void whatDoesNotCountUpIsNoNumbering() {
        rowsWithInkBefore(3);
        assertThat(filled("1", "3", "4")).isEqualTo("hàng a\nhàng b\nhàng c");
        assertThat(filled("1", "2", "—")).isEqualTo("hàng a\nhàng b\nhàng c");
    }

    @Test
    void twoNumbersProveNothing() {
        rowsWithInkBefore(2);
        row("hàng c");
        assertThat(filled("1", "2", "3")).isEqualTo("hàng a\nhàng b\nhàng c");
    }

    @Test
    void whiteRulesAndWordsThatWereReadAreNotLookedAt() {
        row("hàng a");
        row("hàng b");
        row("hàng c");
        row("hàng d");
        dark(150, 0, 3, 330);
        dark(100, 285, 12, 20);
        words.add(new Word("4", new Box(100, 285, 12, 20), 96, 3));
        filled("1", "2", "3", "4");
        assertThat(asked).isEmpty();
    }
}
