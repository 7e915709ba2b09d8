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

/** A ruled table of two columns; rows are 50 pixels high. */
class RowNumbersTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private final byte[] pixels = new byte[WIDTH * HEIGHT];

    private String counted(String... column) {
        return counted(80, column);
    }

    private String counted(double confidence, String... column) {
        Arrays.fill(pixels, (byte) 250);
        int bottom = 50 + 50 * column.length;
        for (int y = 50; y <= bottom; y += 50) {
            Arrays.fill(pixels, y * WIDTH + 100, y * WIDTH + 702, (byte) 30);
        }
        List<Word> words = new ArrayList<>();
        for (int x : new int[] {100, 180, 700}) {
            for (int y = 50; y < bottom; y++) {
                pixels[y * WIDTH + x] = 30;
                pixels[y * WIDTH + x + 1] = 30;
            }
        }
        for (int row = 0; row < column.length; row++) {
            if (!column[row].isEmpty()) {
                words.add(new Word(column[row], new Box(130, 60 + 50 * row, 20, 25), confidence, words.size()));
            }
        }
        List<RuledTable> tables = RuledTable.on(new PageImage(WIDTH, HEIGHT, pixels, 185));
        assertThat(tables).hasSize(1);
        return RowNumbers.counted(new PageText(PageText.Source.OCR, words, 0), tables)
                .text()
                .replace('\n', ' ');
    }

    @Test
    void whatStandsBetweenNumbersThatCountUpIsTheNumberThatIsDue() {
        assertThat(counted("TT", "1", "8", "3", "4")).isEqualTo("TT 1 2 3 4");
        assertThat(counted("01", "O2", "03", "04.", "05")).isEqualTo("01 02 03 04 05");
        assertThat(counted("7.", "8.", "Si", "10.")).isEqualTo("7. 8. 9. 10.");
    }

    @Test
    void aNumberReadSurelyStays() {
        assertThat(counted(96, "1", "2", "3", "5", "5", "6")).isEqualTo("1 2 3 5 5 6");
        assertThat(counted(90, "1", "2", "3", "5", "5", "6")).isEqualTo("1 2 3 4 5 6");
    }

    @Test
    void otherColumnsStayAsTheyAre() {
        assertThat(counted("TT", "1", "2", "Cộng")).isEqualTo("TT 1 2 Cộng");
        assertThat(counted("1", "2", "3", "II", "1", "2")).isEqualTo("1 2 3 II 1 2");
        assertThat(counted("12", "5", "14", "7")).isEqualTo("12 5 14 7");
    }
}
