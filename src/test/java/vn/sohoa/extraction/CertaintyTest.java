package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;

/** How sure a value is said to be: its words, what bears it out, what speaks against it. */
class CertaintyTest {
    private static final double BAR = 95;
    private static final Extraction EXTRACTION = Extraction.load(
            Path.of("jobs/reference"), Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC));

    private static double confidence(String type, PaperPages paper, String field) {
        DocumentType kind = EXTRACTION.type(type).orElseThrow();
        return EXTRACTION.extract(kind, paper.pages(), List.of()).stream()
                .filter(v -> v.field().equals(field))
                .mapToDouble(ExtractedValue::confidence)
                .findFirst()
                .orElseThrow();
    }

    private static PaperPages decision(double certain) {
        return PaperPages.paper()
                .confidence(certain)
                .head("ỦY BAN NHÂN DÂN", "XÃ MẪU LÂM", "Số: 175/QĐ-UBND", "Mẫu Lâm, ngày 02 tháng 3 năm 2026")
                .confidence(96)
                .centre("QUYẾT ĐỊNH")
                .centre("Về việc thành lập tổ công tác");
    }

    @Test
    void clearFiguresAreAcceptedAndDoubtfulOnesThatStandAloneAreNot() {
        assertThat(confidence("QUYET_DINH", decision(96), "codeNumber")).isGreaterThan(BAR);
        assertThat(confidence("QUYET_DINH", decision(96), "issuedDate")).isGreaterThan(BAR);
        assertThat(confidence("QUYET_DINH", decision(84), "codeNumber")).isLessThan(60);
        assertThat(confidence("QUYET_DINH", decision(84), "issuedDate")).isLessThan(60);
    }

    @Test
    void aSecondPlaceThatSaysTheSameBearsANumberOut() {
        double alone = confidence("QUYET_DINH", decision(84), "codeNumber");
        double twice =
                confidence("QUYET_DINH", decision(84).left("(Kèm theo Quyết định số 175/QĐ-UBND)"), "codeNumber");
        assertThat(twice).isGreaterThan(alone + 20);
    }

    private static PaperPages birth(String id, String born) {
        return PaperPages.paper()
                .confidence(96)
                .centre("GIẤY KHAI SINH")
                .left("Họ, chữ đệm, tên: Nguyễn Văn Thử")
                .left("Ngày, tháng, năm sinh: " + born)
                .left("Giới tính: Nam")
                .left("Số định danh cá nhân: " + id);
    }

    @Test
    void aPersonalIdThatContradictsBirthYearOrSexGoesToAPerson() {
        assertThat(confidence("GIAY_KHAI_SINH", birth("066096004217", "12/03/1996"), "ownerId"))
                .isGreaterThan(BAR);
        assertThat(confidence("GIAY_KHAI_SINH", birth("066086004217", "12/03/1996"), "ownerId"))
                .isLessThan(20);
        assertThat(confidence("GIAY_KHAI_SINH", birth("066196004217", "12/03/1996"), "ownerId"))
                .isLessThan(20);
    }

    @Test
    void theBirthOfTheOtherPartySaysNothingAgainstAnId() {
        PaperPages contract = PaperPages.paper()
                .confidence(96)
                .centre("HỢP ĐỒNG")
                .left("BÊN CHO THUÊ")
                .left("Ông: Lâm Văn Mẫu Sinh năm: 1959")
                .left("Số định danh cá nhân: 082059001126")
                .left("Địa chỉ: Ấp Mẫu, xã Mẫu Lâm")
                .left("BÊN THUÊ")
                .left("Bà: Huỳnh Thị Mẫu Sinh ngày: 14/05/1988")
                .left("Số định danh cá nhân: 082188007315");
        assertThat(confidence("HOP_DONG", contract, "ownerId")).isGreaterThan(BAR);
    }

    @Test
    void aDoubtfulOwnerIdIsDoubtfulThoughTheKindDoesNotAskForIt() {
        DocumentType kind = EXTRACTION.type("GIAY_KHAI_SINH").orElseThrow();
        List<ExtractedValue> values =
                EXTRACTION.extract(kind, birth("066086004217", "12/03/1996").pages(), List.of());
        assertThat(EXTRACTION.doubtful(kind, values, field -> BAR)).contains("ownerId");
    }

    @Test
    void theDayInWordsBearsTheDayInFiguresOut() {
        PaperPages weak =
                PaperPages.paper().centre("GIẤY KHAI SINH").confidence(84).left("Ngày, tháng, năm sinh: 12/03/1996");
        PaperPages spelled = PaperPages.paper()
                .centre("GIẤY KHAI SINH")
                .confidence(84)
                .left("Ngày, tháng, năm sinh: 12/03/1996")
                .confidence(96)
                .left("Ghi bằng chữ: Ngày mười hai, tháng ba, năm một nghìn chín trăm chín mươi sáu");
        assertThat(confidence("GIAY_KHAI_SINH", spelled, "birthDate"))
                .isGreaterThan(confidence("GIAY_KHAI_SINH", weak, "birthDate") + 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quyết", "định", "nghiệp", "khuya", "giếng", "quốc", "hoà", "hòa", "Đắk", "Niê", "Krông", "UBND",
                "2026", "m2", "II"
            })
    void canBeASyllable(String word) {
        assertThat(Syllable.odd(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbòng", "fiêm", "việe", "Hoàug", "tbực", "gjấy", "cáṕc"})
    void cannotBeASyllable(String word) {
        assertThat(Syllable.odd(word)).isTrue();
    }

    @Test
    void aNameWhoseLastWordIsHalfAFigureGoesToAPerson() {
        PaperPages torn =
                PaperPages.paper().confidence(96).centre("GIẤY KHAI SINH").left("Họ, chữ đệm, tên: Dương Bá 7hắng");
        assertThat(confidence("GIAY_KHAI_SINH", torn, "ownerName")).isLessThan(BAR);
    }

    @Test
    void aLongerNameElsewhereIsNoWitnessForAShorterOne() {
        PaperPages birth =
                PaperPages.paper().confidence(84).centre("GIẤY KHAI SINH").left("Họ, chữ đệm, tên: Dương Bá");
        double alone = confidence("GIAY_KHAI_SINH", birth, "ownerName");
        double longer = confidence("GIAY_KHAI_SINH", birth.left("người nhận: Dương Bá Thắng"), "ownerName");
        double same = confidence("GIAY_KHAI_SINH", birth.left("người nhận: Dương Bá"), "ownerName");
        assertThat(longer).isLessThanOrEqualTo(alone + 1);
        assertThat(same).isGreaterThanOrEqualTo(alone);
    }

    @Test
    void aLabelEndsAtItsColon() {
        DocumentType kind = EXTRACTION.type("GIAY_KHAI_SINH").orElseThrow();
        PaperPages birth = PaperPages.paper()
                .confidence(96)
                .centre("GIẤY KHAI SINH")
                .left("Mẫu TP/HT-1999 Số: 982")
                .left("Họ, chữ đệm, tên: Đỗ Diệu Hào")
                .left("Họ, chữ đệm, tên cha: Trịnh Xuân Oanh");
        List<ExtractedValue> values = EXTRACTION.extract(kind, birth.pages(), List.of());
        assertThat(values)
                .filteredOn(v -> v.field().equals("ownerName"))
                .extracting(ExtractedValue::value)
                .containsExactly("Đỗ Diệu Hào");
        assertThat(values).filteredOn(v -> v.field().equals("motherName")).isEmpty();
        assertThat(values)
                .filteredOn(v -> v.field().equals("codeNumber"))
                .extracting(ExtractedValue::value)
                .containsExactly("982");
    }

    @Test
    void onlyOneWayToMendIsTaken() {
        assertThat(Syllable.mended("việe")).contains("việc");
        assertThat(Syllable.mended("th'ẩm")).contains("thẩm");
        assertThat(Syllable.mended("việc")).isEmpty();
        assertThat(Syllable.mended("7ỗ")).isEmpty(); // figures are no letters
    }
}
