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

    private void column(int x, int width, int step, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            line(texts[i], x, 300 + step * i, width);
        }
    }

    @Test
    void aTableWithoutRulesIsReadRowByRow() {
        line("Danh sách", 100, 200, 900);
        column(100, 30, 60, "TT", "1", "2", "3");
        column(200, 200, 60, "Họ và tên", "Đỗ Quang Vinh", "Lò Thị Khuyên", "Lưu Bách Tùng");
        words.set(2, new Word("1", new Box(110, 360, 12, 30), 90, 2));
        words.set(6, new Word("Đỗ Quang Vinh", new Box(200, 360, 260, 30), 90, 6));
        words.set(7, new Word("Lò Thị Khuyên", new Box(200, 420, 320, 30), 90, 7));
        column(600, 150, 60, "Chức vụ", "Chủ tịch", "Công chức", "Công an");
        line("Điều 2", 100, 600, 900);
        assertThat(ordered())
                .isEqualTo("Danh sách\nTT Họ và tên Chức vụ\n1 Đỗ Quang Vinh Chủ tịch\n2 Lò Thị Khuyên Công chức\n"
                        + "3 Lưu Bách Tùng Công an\nĐiều 2");
    }

    @Test
    void twoColumnsAreATableOnlyWithNumbers() {
        column(100, 300, 60, "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Cộng");
        column(600, 100, 60, "11.245", "4.318", "2.159", "17.722");
        words.set(3, new Word("Cộng", new Box(100, 480, 60, 30), 90, 3));
        words.set(2, new Word("Sở Y tế", new Box(100, 420, 120, 30), 90, 2));
        assertThat(ordered()).isEqualTo("Sở Tư pháp 11.245\nSở Xây dựng 4.318\nSở Y tế 2.159\nCộng 17.722");
        words.clear();
        column(100, 300, 60, "Nơi nhận:", "- Như trên;", "- UBND tỉnh;", "- Lưu: VT.");
        column(600, 300, 60, "TM. ỦY BAN", "CHỦ TỊCH", "(Đã ký)", "Ngô Phú Quý");
        assertThat(ordered()).startsWith("Nơi nhận:\n- Như trên;\n- UBND tỉnh;\n- Lưu: VT.\nTM. ỦY BAN");
    }

    @Test
    void signersSideBySideAndColumnsOfProseStayWhole() {
        for (int x : new int[] {100, 500, 900}) {
            line("NGƯỜI LẬP", x, 300, 200);
            line("(Ký)", x, 340, 100);
            line("(Họ tên)", x, 380, 150);
            line("Ngô Phú Quý", x, 600, 220);
        }
        assertThat(ordered()).startsWith("NGƯỜI LẬP\n(Ký)\n(Họ tên)\nNgô Phú Quý\nNGƯỜI LẬP");
        words.clear();
        for (int x : new int[] {100, 500, 900}) {
            column(x, 300, 40, "dòng một", "dòng hai", "dòng ba", "dòng bốn");
        }
        assertThat(ordered()).startsWith("dòng một\ndòng hai\ndòng ba\ndòng bốn\ndòng một");
    }

    @Test
    void aFieldAloneToTheRightOfAnotherIsReadAfterIt() {
        line("3. Giới tính: Nữ", 100, 100, 300);
        line("7. Dân tộc: Mường", 900, 220, 300);
        line("5. Nơi sinh: xã Bình Yên", 100, 160, 700);
        line("6. Quốc tịch: Việt Nam", 100, 220, 380);
        line("8. Nơi thường trú: tổ 4", 100, 280, 700);
        assertThat(ordered())
                .isEqualTo("3. Giới tính: Nữ\n5. Nơi sinh: xã Bình Yên\n6. Quốc tịch: Việt Nam\n7. Dân tộc: Mường\n"
                        + "8. Nơi thường trú: tổ 4");
    }

    @Test
    void columnsOfFieldsAndSignersStayWhole() {
        column(100, 300, 60, "BÊN A", "Họ và tên: Tô Ba", "Địa chỉ: tổ 1", "Điện thoại: 0");
        column(900, 300, 60, "BÊN B", "Họ và tên: Lê Tư", "Địa chỉ: tổ 2", "Điện thoại: 1");
        assertThat(ordered()).contains("Điện thoại: 0\nBÊN B");
        words.clear();
        line("Nơi nhận:", 100, 300, 200);
        line("- Lưu: VT.", 100, 360, 200);
        line("CHỦ TỊCH", 900, 300, 300);
        line("Ngô Phú Quý", 900, 360, 300);
        assertThat(ordered()).isEqualTo("Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNgô Phú Quý");
    }

    @Test
    void whatStandsLevelIsReadFromTheLeft() {
        line("(Ký, ghi rõ họ tên)", 100, 100, 300);
        line("(Ký, ghi rõ họ tên)", 900, 100, 300);
        line("Ngô Phú Quý", 920, 300, 250);
        line("Tô Thị Ba", 120, 302, 250);
        assertThat(ordered()).endsWith("Tô Thị Ba\nNgô Phú Quý");
    }

    @Test
    void thePointOfALoneNumberGoesBackToIt() {
        line("4", 100, 100, 20);
        words.add(new Word(".", new Box(124, 122, 6, 6), 80, 1));
        words.add(new Word("Nơi sinh: xã Bình Yên", new Box(150, 100, 400, 30), 90, 1));
        assertThat(ordered()).isEqualTo("4. Nơi sinh: xã Bình Yên");
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
