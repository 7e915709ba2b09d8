package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class ReadingOrderTest {
    private final List<Word> words = new ArrayList<>();

    private void line(String text, int x, int y, int width) {
        words.add(new Word(text, new Box(x, y, width, 30), 90, words.size()));
    }

    private String ordered() {
        return ReadingOrder.straightened(new PageText(PageText.Source.OCR, words, 0), List.of())
                .text();
    }

    @Test
    void tableReadLastGoesBackBetweenItsParagraphs() {
        line("KHÁM", 200, 100, 400);
        line("Kết luận: đủ sức khỏe", 200, 500, 1200);
        line("Hồng cầu 4,42", 250, 200, 900);
        line("Bạch cầu 6,8", 250, 260, 900);
        line("KẾT LUẬN", 200, 400, 300);
        assertThat(ordered()).isEqualTo("KHÁM\nHồng cầu 4,42\nBạch cầu 6,8\nKẾT LUẬN\nKết luận: đủ sức khỏe");
    }

    @Test
    void columnsStayWholeAsTheyWereRead() {
        line("ỦY BAN NHÂN DÂN", 100, 100, 500);
        line("Số: 12/QĐ-UBND", 200, 160, 300);
        line("CỘNG HÒA", 800, 100, 700);
        line("Độc lập", 900, 160, 400);
        line("QUYẾT ĐỊNH", 600, 300, 500);
        assertThat(ordered()).isEqualTo("ỦY BAN NHÂN DÂN\nSố: 12/QĐ-UBND\nCỘNG HÒA\nĐộc lập\nQUYẾT ĐỊNH");
    }

    @Test
    void aLoneNumberBeginsTheLineBesideIt() {
        line("Lò Thị Khuyên", 200, 100, 400);
        line("1", 120, 104, 14);
        line("2", 120, 164, 14);
        line("Lưu Bách Tùng", 200, 160, 400);
        line("Trang", 600, 160, 100);
        assertThat(ordered()).isEqualTo("1 Lò Thị Khuyên\n2 Lưu Bách Tùng\nTrang");
    }

    @Test
    void aNumberFarFromAnyLineStaysByItself() {
        line("2", 100, 100, 14);
        line("Trang sau", 700, 100, 300);
        line("Điều 1", 100, 300, 300);
        assertThat(ordered()).isEqualTo("2\nTrang sau\nĐiều 1");
    }

    @Test
    void linesAreNumberedAnew() {
        line("dưới", 100, 200, 300);
        line("trên", 100, 100, 300);
        assertThat(ReadingOrder.straightened(new PageText(PageText.Source.OCR, words, 0), List.of())
                        .lines())
                .hasSize(2);
        assertThat(ordered()).isEqualTo("trên\ndưới");
    }
}
