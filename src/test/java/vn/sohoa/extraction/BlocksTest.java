package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.ExtractedValue;

/** Where the blocks of an administrative paper end. */
class BlocksTest {
    private static final Extraction EXTRACTION = Extraction.load(
            Path.of("jobs/reference"), Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static String value(PaperPages paper, String field) {
        return EXTRACTION.extract(EXTRACTION.type("QUYET_DINH").orElseThrow(), paper.pages(), List.of()).stream()
                .filter(v -> v.field().equals(field))
                .map(ExtractedValue::value)
                .findFirst()
                .orElse("-");
    }

    private static PaperPages head(String superior, String agency) {
        return PaperPages.paper()
                .head(superior, agency, "Số: 175/QĐ-UBND", "Mẫu Lâm, ngày 02 tháng 3 năm 2026")
                .centre("QUYẾT ĐỊNH");
    }

    @Test
    void theAbstractEndsWhereTheBodyBegins() {
        PaperPages paper = head("UBND TỈNH THỬ", "SỞ TÀI CHÍNH")
                .centre("Về công tác tiêm phòng gia súc")
                .centre(
                        "Kết quả thực hiện là một tiêu chí để đánh giá, xếp loại cuối năm của từng đơn vị và người đứng đầu");
        assertThat(value(paper, "subject")).isEqualTo("Về công tác tiêm phòng gia súc");
    }

    @Test
    void aPlaceOnALineOfItsOwnBelongsToTheAgencyAbove() {
        assertThat(value(head("HỘI ĐỒNG NHÂN DÂN HUYỆN", "ĐOAN THỬ").centre("Về việc giao dự toán"), "agency"))
                .isEqualTo("HỘI ĐỒNG NHÂN DÂN HUYỆN ĐOAN THỬ");
    }

    @Test
    void aMisreadAgencyBecomesTheOneKnownAgencyThatIsLikeIt() {
        assertThat(value(head("UBND TỈNH THỬ", "SỞ TÀl CHÍNH").centre("Về việc giao dự toán"), "agency"))
                .isEqualTo("SỞ TÀI CHÍNH");
    }

    @Test
    void theDayOfALawIsNotTheDayOfThePaper() {
        PaperPages paper = PaperPages.paper()
                .centre("QUYẾT ĐỊNH")
                .centre("Về việc giao dự toán")
                .left("Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;");
        assertThat(value(paper, "issuedDate")).isEqualTo("-");
    }

    @Test
    void aYearThatWrappedBelongsToItsDay() {
        PaperPages paper = PaperPages.paper()
                .centre("QUYẾT ĐỊNH")
                .centre("Về việc giao dự toán")
                .left("Điều 1. Giao dự toán.")
                .right("Mẫu Lâm, ngày 11 tháng 6 năm")
                .right("2026")
                .right("CHỦ TỊCH");
        assertThat(value(paper, "issuedDate")).isEqualTo("2026-06-11");
    }
}
