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

/** A ruled table of two rows of 60 pixels and two columns of 200; the words of the left column were read. */
class EmptyCellsTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;

    private final byte[] pixels = white();
    private final List<Box> asked = new ArrayList<>();
    private final List<Word> words = new ArrayList<>(List.of(
            new Word("Máy", new Box(120, 115, 60, 28), 95, 0), new Word("Cộng", new Box(120, 175, 60, 28), 95, 1)));

    private static byte[] white() {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 250);
        return pixels;
    }

    private void dark(int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(pixels, row * WIDTH + x, row * WIDTH + x + width, (byte) 30);
        }
    }

    private String filled(String there, double confidence) {
        for (int n = 0; n < 3; n++) {
            dark(100, 100 + 60 * n, 402, 2);
            dark(100 + 200 * n, 100, 2, 122);
        }
        PageImage image = new PageImage(WIDTH, HEIGHT, pixels, 185);
        List<RuledTable> tables = RuledTable.on(image);
        assertThat(tables).hasSize(1);
        PageText text = EmptyCells.filled(new PageText(PageText.Source.OCR, words, 0), tables, image, box -> {
            asked.add(box);
            Word read = new Word(there, new Box(box.x() + 5, box.y() + 5, 12, 20), confidence, 0);
            return new PageText(PageText.Source.OCR, List.of(read), 0);
        });
        return ReadingOrder.straightened(text, tables).text();
    }

    @Test
    void aCellWithInkAndNoWordIsReadByItself() {
        dark(400, 120, 12, 20);
        assertThat(filled("2", 60)).isEqualTo("Máy 2\nCộng");
        assertThat(asked).singleElement().satisfies(box -> {
            assertThat(box.x()).isBetween(302, 399);
            assertThat(box.bottom()).isBetween(140, 160);
        });
    }

    @Test
    void doubtfulLettersAreNot() {
        dark(400, 120, 12, 20);
        assertThat(filled("lí", 60)).isEqualTo("Máy\nCộng");
    }

    @Test
    void dustAndWhiteCellsAreNotRead() {
        dark(400, 120, 4, 4);
        filled("2", 95);
        words.clear();
        filled("2", 95);
        assertThat(asked).isEmpty();
    }
}
