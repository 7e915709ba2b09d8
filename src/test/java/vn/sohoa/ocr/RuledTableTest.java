package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** A table of three rows, each 60 pixels high, and columns at 100, 200, 500 and 800. */
class RuledTableTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;
    private static final int[] COLUMNS = {100, 200, 500, 800};
    private static final int[] ROWS = {200, 260, 320, 380};

    private final byte[] pixels = white();
    private final List<Word> words = new ArrayList<>();
    private int line = -1;

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

    private void rules() {
        for (int y : ROWS) {
            dark(100, y, 702, 2);
        }
        for (int x : COLUMNS) {
            dark(x, 200, 2, 182);
        }
    }

    private List<RuledTable> tables() {
        return RuledTable.on(new PageImage(WIDTH, HEIGHT, pixels, 185));
    }

    private void line(String text, int x, int y) {
        line++;
        for (String word : text.split(" ")) {
            words.add(new Word(word, new Box(x, y, 10 * word.length(), 20), 95, line));
            x += 10 * word.length() + 8;
        }
    }

    private String read() {
        return ReadingOrder.straightened(new PageText(PageText.Source.OCR, words, 0), tables())
                .text();
    }

    @Test
    void cellsAreFoundBetweenTheRules() {
        rules();
        List<RuledTable> found = tables();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).cells()).hasSize(9);
        assertThat(found.get(0).cell(150, 230)).hasValue(0);
        assertThat(found.get(0).cell(600, 350)).hasValue(8);
        assertThat(found.get(0).cell(600, 500)).isEmpty();
    }

    @Test
    void rulesMayBeSlantedALittleAndBroken() {
        IntStream.range(0, 4).forEach(row -> IntStream.range(100, 800)
                .filter(x -> x % 150 > 3)
                .forEach(x -> dark(x, ROWS[row] + x / 150, 1, 2)));
        for (int x : COLUMNS) {
            dark(x, 200, 2, 90);
            dark(x + 1, 293, 2, 92);
        }
        assertThat(tables().get(0).cells()).hasSize(9);
    }

    @Test
    void aCellOverTwoColumnsCountsOnce() {
        rules();
        for (int y = 203; y < 259; y++) {
            Arrays.fill(pixels, y * WIDTH + 499, y * WIDTH + 503, (byte) 250);
        }
        RuledTable table = tables().get(0);
        assertThat(table.cells()).hasSize(8);
        assertThat(table.cell(300, 230)).isEqualTo(table.cell(700, 230));
    }

    @Test
    void aFrameIsNoTable() {
        dark(50, 50, 802, 2);
        dark(50, 550, 802, 2);
        dark(50, 50, 2, 502);
        dark(850, 50, 2, 502);
        dark(45, 45, 812, 2);
        dark(45, 555, 812, 2);
        dark(45, 45, 2, 512);
        dark(855, 45, 2, 512);
        assertThat(tables()).isEmpty();
    }

    @Test
    void aTableReadColumnByColumnComesOutRowByRow() {
        rules();
        line("Danh sách", 100, 150);
        line("TT", 130, 220);
        line("1", 130, 280);
        line("2", 130, 340);
        line("Họ và tên", 220, 220);
        line("Đỗ Quang Vinh", 220, 280);
        line("Lò Thị Khuyên", 220, 340);
        line("Chức vụ", 520, 220);
        line("Chủ tịch", 520, 280);
        line("Công chức", 520, 340);
        line("Điều 2", 100, 420);
        assertThat(read())
                .isEqualTo(
                        "Danh sách\nTT Họ và tên Chức vụ\n1 Đỗ Quang Vinh Chủ tịch\n2 Lò Thị Khuyên Công chức\nĐiều 2");
    }

    @Test
    void aCellOfSeveralLinesIsReadWhole() {
        rules();
        line("1", 130, 280);
        line("Nghề nghiệp, nơi ở", 220, 265);
        line("hiện nay của cha", 220, 291);
        line("Học sinh", 520, 280);
        assertThat(read()).isEqualTo("1\nNghề nghiệp, nơi ở\nhiện nay của cha\nHọc sinh");
    }

    @Test
    void aLineReadAcrossCellsIsCutAtTheRules() {
        rules();
        line("Loại giấy tờ", 220, 265);
        line("Độ", 520, 265);
        line("thông thường", 220, 291);
        words.add(new Word("phân", new Box(540, 291, 40, 20), 95, line));
        words.add(new Word("giải", new Box(590, 291, 40, 20), 95, line));
        assertThat(read()).isEqualTo("Loại giấy tờ\nthông thường\nĐộ\nphân giải");
    }
}
