package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;

/** Whose name a name on a paper is, also on forms that word their labels otherwise. */
class WhoseNameTest {
    private static final double BAR = 95;
    private static final Extraction EXTRACTION = Extraction.load(
            Path.of("jobs/reference"), Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static Optional<ExtractedValue> owner(String type, PaperPages paper) {
        DocumentType kind = EXTRACTION.type(type).orElseThrow();
        return EXTRACTION.extract(kind, paper.pages(), List.of()).stream()
                .filter(value -> value.field().equals(FieldName.OWNER_NAME))
                .findFirst();
    }

    private static String name(String type, PaperPages paper) {
        return owner(type, paper).map(ExtractedValue::value).orElse("-");
    }

    private static double sure(String type, PaperPages paper) {
        return owner(type, paper).map(ExtractedValue::confidence).orElse(0.0);
    }

    private static PaperPages record() {
        return PaperPages.paper().confidence(96).centre("PHIẾU LÝ LỊCH TƯ PHÁP");
    }

    @Test
    void aNameMayEndInAWordThatIsALabelElsewhere() {
        PaperPages paper = PaperPages.paper()
                .confidence(96)
                .centre("TRÍCH LỤC KHAI TỬ")
                .left("Họ và tên người chết: HUỲNH DUY QUYÊN")
                .left("Quyển số: 02/2011");
        assertThat(name("TRICH_LUC_KHAI_TU", paper)).isEqualTo("Huỳnh Duy Quyên");
    }

    @Nested
    class OnAFormThatNobodyHasSeen {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Họ và tên đương sự: Trần Thị Mẫu",
                    "Tên họ công dân: Trần Thị Mẫu",
                    "Người xin cấp: Trần Thị Mẫu",
                    "Xác nhận công dân Trần Thị Mẫu có tên dưới đây: Bà Trần Thị Mẫu"
                })
        void theOwnerIsFoundBehindAnyLabelOfAPerson(String line) {
            PaperPages paper = record().left(line).left("Sinh ngày: 12/03/1996").left("Họ và tên mẹ: Lâm Thị Thử");
            assertThat(name("PHIEU_LY_LICH_TU_PHAP", paper)).isEqualTo("Trần Thị Mẫu");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Họ và tên mẹ: Lâm Thị Thử",
                    "Họ tên vợ: Lâm Thị Thử",
                    "Người lập phiếu: Lâm Thị Thử",
                    "Cán bộ tiếp nhận: Lâm Thị Thử",
                    "Người đại diện theo pháp luật: Lâm Thị Thử",
                    "Học tại trường: Lâm Thị Thử"
                })
        void nobodyElseIsTakenForHim(String line) {
            PaperPages paper = record().left(line).left("Sinh ngày: 12/03/1996");
            assertThat(owner("PHIEU_LY_LICH_TU_PHAP", paper)).isEmpty();
        }

        @Test
        void aNameWithoutLabelIsProposedWhereBirthStandsBelowIt() {
            PaperPages paper =
                    record().centre("LÂM THỊ THỬ").left("Sinh ngày: 12/03/1996").gap();
            assertThat(name("PHIEU_LY_LICH_TU_PHAP", lowerHalf(paper))).isEqualTo("Lâm Thị Thử");
            assertThat(sure("PHIEU_LY_LICH_TU_PHAP", lowerHalf(paper))).isLessThan(BAR);
            PaperPages alone = record().centre("LÂM THỊ THỬ").left("Án tích: Không có");
            assertThat(owner("PHIEU_LY_LICH_TU_PHAP", lowerHalf(alone))).isEmpty();
        }

        @Test
        void aLabelOfTheFieldIsSurerThanOneThatNoFileKnows() {
            double known = sure(
                    "PHIEU_LY_LICH_TU_PHAP",
                    record().left("Họ và tên: Trần Thị Mẫu").left("Sinh ngày: 12/03/1996"));
            double unknown = sure(
                    "PHIEU_LY_LICH_TU_PHAP",
                    record().left("Người xin cấp: Trần Thị Mẫu").left("Sinh ngày: 12/03/1996"));
            assertThat(known).isGreaterThan(BAR);
            assertThat(unknown).isLessThan(known);
        }

        @Test
        void aSecondNameThatMayBeTheOwnersMakesBothDoubtful() {
            double one = sure("PHIEU_LY_LICH_TU_PHAP", record().left("Họ và tên người A: Trần Thị Mẫu"));
            double two = sure(
                    "PHIEU_LY_LICH_TU_PHAP",
                    record().left("Họ và tên người A: Trần Thị Mẫu").left("Họ và tên người khác: Lâm Văn Thử"));
            assertThat(two).isLessThan(one);
        }

        private PaperPages lowerHalf(PaperPages paper) {
            for (int i = 0; i < 12; i++) {
                paper.left("Nội dung khác của phiếu này, không có tên người nào");
            }
            return paper;
        }
    }

    @Test
    void theNoteForSignersIsNoLabel() {
        PaperPages paper = PaperPages.paper()
                .confidence(96)
                .centre("BIÊN LAI THU TIỀN")
                .left("Số tiền: 20.000 đồng")
                .both("NGƯỜI NỘP", "NGƯỜI THU TIỀN")
                .both("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)")
                .right("Lâm Thị Thử");
        assertThat(sure("BIEN_LAI", paper)).isLessThan(BAR);
    }

    @Test
    void theNameBelowAnotherPartyIsNotTheOwners() {
        PaperPages paper = PaperPages.paper()
                .confidence(96)
                .centre("GIẤY ỦY QUYỀN")
                .left("I. BÊN ĐƯỢC ỦY QUYỀN")
                .left("Họ và tên: Lâm Thị Thử")
                .left("II. BÊN ỦY QUYỀN")
                .left("Họ và tên: Trần Văn Mẫu");
        assertThat(name("GIAY_UY_QUYEN", paper)).isEqualTo("Trần Văn Mẫu");
    }

    @ParameterizedTest
    @CsvSource({
        "Trần Thị Mẫu Người cha: Lâm Văn Thử, Trần Thị Mẫu",
        "Trần Thị Mẫu Năm sinh: 1980, Trần Thị Mẫu",
        "Trần Văn Sinh, Trần Văn Sinh",
        "Trần Thị Mẫu Sinh ngày 12/03/1996, Trần Thị Mẫu",
        "TRẦN THỊ MẪU Nữ, Trần Thị Mẫu",
        "TRẦN Ý MẪU, Trần Ý Mẫu",
        "Y THỬ NIÊ, Y Thử Niê",
        "Trần Thị Mẫu CCCD, Trần Thị Mẫu",
        "Ông/Bà: Trần Thị Mẫu, Trần Thị Mẫu"
    })
    void aNameEndsWhereTheNextLabelBegins(String printed, String name) {
        assertThat(PersonNames.in(printed)).contains(name);
    }

    @Test
    void thePlaceOfTheDateLineBearsTheAgencyOut() {
        double alone = agency("Mẫu Lâm, ngày 02 tháng 3 năm 2026".replace("Mẫu Lâm", "Lâm Thử"));
        double placed = agency("Mẫu Lâm, ngày 02 tháng 3 năm 2026");
        assertThat(placed).isGreaterThan(alone);
        assertThat(Agencies.place("ỦY BAN NHÂN DÂN XÃ MẪU LÂM")).contains("MẪU LÂM");
        assertThat(agency("Lâm Mẫu Lâm, ngày 02 tháng 3 năm 2026")).isEqualTo(alone); // another place
        assertThat(Agencies.place("SỞ TƯ PHÁP")).isEmpty();
    }

    @Test
    void aCommitteesWordsRunTogetherArePartedAgain() {
        Agencies agencies = new Agencies(List.of("Hội đồng nhân dân"), List.of(), List.of());
        assertThat(agencies.name("HỘIĐỒNG NHÂN DÂN HUYỆN MẪU")).isEqualTo("HỘI ĐỒNG NHÂN DÂN HUYỆN MẪU");
    }

    private static double agency(String day) {
        PaperPages paper = PaperPages.paper()
                .confidence(80)
                .head("UBND TỈNH THỬ", "ỦY BAN NHÂN DÂN XÃ MẪU LÂM", "Số: 175/QĐ-UBND", day)
                .centre("QUYẾT ĐỊNH")
                .centre("Về việc thành lập tổ công tác");
        return EXTRACTION.extract(EXTRACTION.type("QUYET_DINH").orElseThrow(), paper.pages(), List.of()).stream()
                .filter(value -> value.field().equals(FieldName.AGENCY))
                .mapToDouble(ExtractedValue::confidence)
                .findFirst()
                .orElseThrow();
    }
}
