package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.PaperPages.paper;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class AdministrativeKindsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private final Extraction extraction = Extraction.load(Path.of("jobs/reference"), CLOCK);

    @ParameterizedTest
    @CsvSource({
        "NGHI_QUYET, NGHỊ QUYẾT, NQ-HĐND",
        "QUYET_DINH, QUYẾT ĐỊNH, QĐ-UBND",
        "CHI_THI, CHỈ THỊ, CT-UBND",
        "QUY_CHE, QUY CHẾ, QC-UBND",
        "QUY_DINH, QUY ĐỊNH, QyĐ-UBND",
        "THONG_CAO, THÔNG CÁO, TC-UBND",
        "THONG_BAO, THÔNG BÁO, TB-UBND",
        "HUONG_DAN, HƯỚNG DẪN, HD-UBND",
        "CHUONG_TRINH, CHƯƠNG TRÌNH, CTr-UBND",
        "KE_HOACH, KẾ HOẠCH, KH-UBND",
        "PHUONG_AN, PHƯƠNG ÁN, PA-UBND",
        "DE_AN, ĐỀ ÁN, ĐA-UBND",
        "DU_AN, DỰ ÁN, DA-UBND",
        "BAO_CAO, BÁO CÁO, BC-UBND",
        "BIEN_BAN, BIÊN BẢN, BB-UBND",
        "TO_TRINH, TỜ TRÌNH, TTr-UBND",
        "HOP_DONG, HỢP ĐỒNG, HĐ-UBND",
        "CONG_DIEN, CÔNG ĐIỆN, CĐ-UBND",
        "BAN_GHI_NHO, BẢN GHI NHỚ, BGN-UBND",
        "BAN_THOA_THUAN, BẢN THỎA THUẬN, BTT-UBND",
        "GIAY_UY_QUYEN, GIẤY ỦY QUYỀN, GUQ-UBND",
        "GIAY_MOI, GIẤY MỜI, GM-UBND",
        "GIAY_GIOI_THIEU, GIẤY GIỚI THIỆU, GGT-UBND",
        "GIAY_NGHI_PHEP, GIẤY NGHỈ PHÉP, GNP-UBND",
        "PHIEU_GUI, PHIẾU GỬI, PG-UBND",
        "PHIEU_CHUYEN, PHIẾU CHUYỂN, PC-UBND",
        "PHIEU_BAO, PHIẾU BÁO, PB-UBND",
        "THU_CONG, THƯ CÔNG, UBND-VP"
    })
    void readsEachKindWithItsParts(String code, String title, String symbol) {
        List<PageText> pages = administrative(title, "Số: 07/" + symbol).pages();
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).as("%s", found).isEqualTo(code);
        List<ExtractedValue> values = extraction.extract(found.type(), pages, List.of());
        assertThat(value(values, "codeNumber")).isEqualTo("07/" + symbol);
        assertThat(value(values, "issuedDate")).isEqualTo("2025-09-08");
        assertThat(value(values, "agency")).isEqualTo("SỞ TƯ PHÁP");
        assertThat(value(values, "superiorAgency")).isEqualTo("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK");
        assertThat(value(values, "subject")).isEqualTo("Về việc nâng cao chất lượng phục vụ tại bộ phận một cửa");
        if (!code.equals("GIAY_UY_QUYEN")) {
            assertThat(value(values, "signer")).isEqualTo("Trần Thị Mẫu");
        }
        assertThat(extraction.missing(found.type(), values)).isSubsetOf("ownerName");
    }

    @Test
    void aLetterWithAboutLineAndNoKindIsCongVan() {
        List<PageText> pages = letter().pages();
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).as("%s", found).isEqualTo("CONG_VAN");
        List<ExtractedValue> values = extraction.extract(found.type(), pages, List.of());
        assertThat(value(values, "codeNumber")).isEqualTo("1234/STP-HCTP");
        assertThat(value(values, "subject")).isEqualTo("V/v báo cáo kết quả số hóa hồ sơ quý III");
        assertThat(value(values, "agency")).isEqualTo("SỞ TƯ PHÁP");
    }

    @Test
    void partyPapersCarryTheirNumberTheOtherWay() {
        List<PageText> pages = paper().both("TỈNH ỦY ĐẮK LẮK", "ĐẢNG CỘNG SẢN VIỆT NAM")
                .both("Số: 16-NQ/TU", "Đắk Lắk, ngày 08 tháng 9 năm 2025")
                .gap()
                .centre("NGHỊ QUYẾT")
                .centre("về chuyển đổi số giai đoạn 2025 - 2030")
                .gap()
                .left("Thực hiện chủ trương của Trung ương, Ban Chấp hành Đảng bộ tỉnh ban hành nghị quyết sau:")
                .pages();
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).as("%s", found).isEqualTo("NGHI_QUYET");
        List<ExtractedValue> values = extraction.extract(found.type(), pages, List.of());
        assertThat(value(values, "codeNumber")).isEqualTo("16-NQ/TU");
        assertThat(value(values, "agency")).isEqualTo("TỈNH ỦY ĐẮK LẮK");
    }

    @ParameterizedTest
    @CsvSource({"Số: 12/QĐÐ-UBND", "Sô: l2/QÐ-UBND", "Số:12 / QĐ - UBND", "Số 12/QD-UBND", "Só: 12/QĐ-UBND"})
    void mendsWhatReadersDoToNumbers(String printed) {
        List<PageText> pages = administrative("QUYẾT ĐỊNH", printed).pages();
        List<ExtractedValue> values =
                extraction.extract(extraction.type("QUYET_DINH").orElseThrow(), pages, List.of());
        assertThat(value(values, "codeNumber")).isEqualTo("12/QĐ-UBND");
    }

    @Test
    void anEmptyNumberStaysMissing() {
        List<PageText> pages = administrative("QUYẾT ĐỊNH", "Số: /QĐ-UBND").pages();
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).isEqualTo("QUYET_DINH");
        assertThat(extraction.missing(found.type(), extraction.extract(found.type(), pages, List.of())))
                .containsExactly("codeNumber");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Đắk Lắk, ngày tháng 9 năm 2025;2025-09",
                "Đắk Lắk, ngày … tháng … năm 2025;2025",
                "Đắk Lắk, ngày 08 tháng 9 năm 2025;2025-09-08",
                "Đăk Lăk, ngay O8 thảng 9 nam 2025;2025-09-08",
                "Đắk Lắk, ngày 31 tháng 2 năm 2025;-",
                "Đắk Lắk, ngày 01 tháng 01 năm 1944;-",
                "Đắk Lắk, ngày 01 tháng 12 năm 2026;2026-12-01",
                "Đắk Lắk, ngày 02 tháng 12 năm 2026;-"
            })
    void datesKeepTheirPrecisionAndRange(String printed, String expected) {
        List<PageText> pages = paper().both("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .both("XÃ EA SAO", "Độc lập - Tự do - Hạnh phúc")
                .both("Số: 12/QĐ-UBND", printed)
                .centre("QUYẾT ĐỊNH")
                .centre("Về việc cử cán bộ")
                .pages();
        assertThat(value(
                        extraction.extract(extraction.type("QUYET_DINH").orElseThrow(), pages, List.of()),
                        "issuedDate"))
                .isEqualTo(expected);
    }

    @Test
    void aDecisionThatCitesOthersKeepsItsOwnNumber() {
        List<PageText> pages = administrative("QUYẾT ĐỊNH", "Số: 07/QĐ-UBND")
                .left("Căn cứ Quyết định số 15/2020/QĐ-UBND ngày 01 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh;")
                .left("Căn cứ Thông báo số 99/TB-STP và Giấy khai sinh số 11/2001 của đương sự;")
                .pages();
        Classification found = extraction.classify(pages);
        List<ExtractedValue> values = extraction.extract(found.type(), pages, List.of());
        assertThat(found.type().code()).isEqualTo("QUYET_DINH");
        assertThat(value(values, "codeNumber")).isEqualTo("07/QĐ-UBND");
        assertThat(value(values, "issuedDate")).isEqualTo("2025-09-08");
        assertThat(value(values, "codeNumber.conflict")).isEqualTo("-");
    }

    @Test
    void anAnnouncementThatQuotesACertificateStaysOne() {
        List<PageText> pages = administrative("THÔNG BÁO", "Số: 07/TB-UBND")
                .centre("GIẤY KHAI SINH")
                .left("Họ, chữ đệm, tên: Nguyễn Thị Thử Nghiệm")
                .left("Quyển số: 01 Nơi đăng ký khai sinh: Ủy ban nhân dân xã Ea Sao")
                .pages();
        assertThat(extraction.classify(pages).type().code()).isEqualTo("THONG_BAO");
    }

    @Test
    void readsThroughDroppedAccentsAndLetters() {
        List<PageText> pages = paper().both("UY BAN NHÂN DÀN TNH ĐẮK LĂK", "CỘNG HOÀ XÃ HỘI CHỦ NGHIA VIỆT NM")
                .both("SỞ TƯ PHAP", "Độc lâp - Tư do - Hạnh phuc")
                .both("Sô: 07/QĐÐ-STP", "Đăk Lăk, ngày 08 thang 9 năm 2025")
                .gap()
                .centre("QUYT ĐỊNH")
                .centre("Vê viêc cử cán bộ")
                .gap()
                .left("Căn cứ Luât Tổ chức chính quyên địa phương;")
                .confidence(71)
                .left("Theo đề nghị của Chánh Văn phòng,")
                .pages();
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).as("%s", found).isEqualTo("QUYET_DINH");
    }

    @Test
    void decomposedTextAndTurkishCapitalsChangeNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            List<PageText> pages = new ArrayList<>();
            for (PageText page : administrative("CHỈ THỊ", "Số: 07/CT-UBND").pages()) {
                pages.add(new PageText(
                        page.source(),
                        page.words().stream()
                                .map(w -> new Word(
                                        Normalizer.normalize(w.text(), Normalizer.Form.NFD),
                                        w.box(),
                                        w.confidence(),
                                        w.line()))
                                .toList(),
                        0));
            }
            Extraction here = Extraction.load(Path.of("jobs/reference"), CLOCK);
            Classification found = here.classify(pages);
            assertThat(found.type().code()).isEqualTo("CHI_THI");
            assertThat(value(here.extract(found.type(), pages, List.of()), "codeNumber"))
                    .isEqualTo("07/CT-UBND");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void officeTextWithoutPlacesIsReadByItsLines() {
        List<PageText> pages = PaperPages.plain("""
                ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                SỞ TƯ PHÁP Độc lập - Tự do - Hạnh phúc
                Số: 07/KH-STP Đắk Lắk, ngày 08 tháng 9 năm 2025
                KẾ HOẠCH
                Số hóa hồ sơ năm 2026
                Căn cứ Thông tư số 01/2023/TT-VPCP, Sở Tư pháp ban hành kế hoạch sau đây.
                KT. GIÁM ĐỐC
                PHÓ GIÁM ĐỐC
                Trần Thị Mẫu
                """);
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).as("%s", found).isEqualTo("KE_HOACH");
        List<ExtractedValue> values = extraction.extract(found.type(), pages, List.of());
        assertThat(value(values, "agency")).isEqualTo("SỞ TƯ PHÁP");
        assertThat(value(values, "codeNumber")).isEqualTo("07/KH-STP");
        assertThat(value(values, "issuedDate")).isEqualTo("2025-09-08");
        assertThat(value(values, "subject")).isEqualTo("Số hóa hồ sơ năm 2026");
        assertThat(value(values, "signer")).isEqualTo("Trần Thị Mẫu");
        assertThat(values).allMatch(v -> v.box().equals(Box.NONE) && v.method() == ExtractedValue.Method.TEXT);
    }

    @ParameterizedTest
    @CsvSource({"QUYẾT ĐỊNH", "Giấy khai sinh", "Số: 12/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "abc 123"})
    void makesNoGuessOnScraps(String scrap) {
        Classification found = extraction.classify(paper().centre(scrap).pages());
        assertThat(found.type().isKnown()).as("%s", found).isFalse();
        assertThat(extraction.classify(List.of()).type().isKnown()).isFalse();
    }

    @Test
    void proseAboutPapersIsNoPaper() {
        List<PageText> pages = paper().left("Hôm qua tôi đi làm giấy khai sinh và giấy chứng nhận kết hôn tại xã,")
                .left("cán bộ xã có đưa quyết định và thông báo, nói rằng kế hoạch của ủy ban nhân dân")
                .left("là số hóa giấy chứng nhận quyền sử dụng đất trong năm nay để người dân đỡ đi lại.")
                .pages();
        assertThat(extraction.classify(pages).type().isKnown()).isFalse();
    }

    static String value(List<ExtractedValue> values, String field) {
        return values.stream()
                .filter(v -> v.field().equals(field))
                .map(ExtractedValue::value)
                .findFirst()
                .orElse("-");
    }

    private static PaperPages letter() {
        return paper().both("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .both("SỞ TƯ PHÁP", "Độc lập - Tự do - Hạnh phúc")
                .both("Số: 1234/STP-HCTP", "Đắk Lắk, ngày 08 tháng 9 năm 2025")
                .both("V/v báo cáo kết quả số hóa", "")
                .both("hồ sơ quý III", "")
                .gap()
                .centre("Kính gửi: Ủy ban nhân dân các xã, phường")
                .gap()
                .left("Thực hiện Kế hoạch số 15/KH-UBND ngày 02/02/2025, Sở Tư pháp đề nghị các đơn vị gửi báo cáo.")
                .both("Nơi nhận:", "KT. GIÁM ĐỐC")
                .both("- Như trên;", "PHÓ GIÁM ĐỐC")
                .both("- Lưu: VT.", "Trần Thị Mẫu");
    }

    private static PaperPages administrative(String title, String number) {
        return paper().head("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "SỞ TƯ PHÁP", number, "Đắk Lắk, ngày 08 tháng 9 năm 2025")
                .centre(title)
                .centre("Về việc nâng cao chất lượng phục vụ")
                .centre("tại bộ phận một cửa")
                .gap()
                .left("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 và quy định khác;")
                .left("Xét đề nghị của Chánh Văn phòng, các đơn vị thực hiện những nội dung sau đây cho đến hết năm.")
                .gap()
                .both("Nơi nhận:", "KT. GIÁM ĐỐC")
                .both("- Như trên;", "PHÓ GIÁM ĐỐC")
                .gap()
                .both("- Lưu: VT.", "Trần Thị Mẫu");
    }
}
