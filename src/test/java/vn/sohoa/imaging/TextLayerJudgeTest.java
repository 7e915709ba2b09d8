package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class TextLayerJudgeTest {
    private static final String REAL =
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2025; theo đề nghị của"
                    + " Giám đốc Sở Khoa học và Công nghệ, UBND tỉnh quyết định ban hành quy trình số hóa giấy tờ, khuyến khích sử dụng"
                    + " lại kết quả đã được chứng thực, nghiêng về những người khuyết tật và doanh nghiệp nhỏ.";

    private static PageText page(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            words.add(new Word(word, new Box(10, 30 * words.size(), 50, 20), 100, words.size()));
        }
        return new PageText(PageText.Source.TEXT, words, 0);
    }

    @Test
    void realTextIsTakenOnScansToo() {
        assertThat(TextLayerJudge.real(page(REAL), 0)).isTrue();
        assertThat(TextLayerJudge.real(page(REAL), 2000)).isTrue();
    }

    @Test
    void textWithoutToneMarksIsTheWorkOfATool() {
        assertThat(TextLayerJudge.real(
                        page(
                                "Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam 2025 theo de nghi cua Giam doc"
                                        + " So Khoa hoc va Cong nghe quyet dinh ban hanh quy trinh"),
                        0))
                .isFalse();
    }

    @Test
    void textInACodingOfOldFontsIsGarbage() {
        assertThat(TextLayerJudge.real(
                        page(
                                "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc quyÕt ®Þnh cña ñy ban nh©n d©n tØnh"
                                        + " vÒ viÖc ban hµnh quy chÕ"),
                        0))
                .isFalse();
    }

    @Test
    void stampOnAScanIsNotItsText() {
        assertThat(TextLayerJudge.real(page("Người ký: Văn phòng Ủy ban nhân dân tỉnh Thời gian ký: 02.11.2026"), 5000))
                .isFalse();
    }
}
