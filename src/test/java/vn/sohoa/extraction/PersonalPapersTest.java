package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.extraction.AdministrativeKindsTest.value;
import static vn.sohoa.extraction.PaperPages.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

class PersonalPapersTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Path REFERENCE = Path.of("jobs/reference");
    private final Extraction extraction = Extraction.load(REFERENCE, CLOCK);

    @Test
    void readsIdentityCardsAndOnlyShowsThem() {
        List<PageText> pages = motto().centre("CĂN CƯỚC CÔNG DÂN")
                .centre("Citizen Identity Card")
                .left("Số / No.: 0011 6902 0213")
                .left("Họ và tên / Full name:")
                .left("TRẦN THỊ MẪU")
                .left("Ngày sinh / Date of birth: 08/02/1969")
                .left("Giới tính / Sex: Nữ Quốc tịch / Nationality: Việt Nam")
                .left("Có giá trị đến: 08/02/2029")
                .pages();
        List<ExtractedValue> values = check(
                extraction,
                "CAN_CUOC",
                pages,
                Map.of(
                        "ownerId", "001169020213",
                        "ownerName", "Trần Thị Mẫu",
                        "birthDate", "1969-02-08",
                        "validUntil", "2029-02-08"));
        assertThat(extraction.showOnly(extraction.type("CAN_CUOC").orElseThrow()))
                .isTrue();
        assertThat(values.get(0).method()).isEqualTo(ExtractedValue.Method.OCR);
        check(
                extraction,
                "CMND",
                motto().centre("GIẤY CHỨNG MINH NHÂN DÂN")
                        .centre("Số: 240718356")
                        .left("Họ tên: NGUYỄN VĂN THỬ")
                        .left("Sinh ngày: 01-02-1970")
                        .left("Nguyên quán: Xã Bình Mẫu, tỉnh Quảng Nam")
                        .pages(),
                Map.of("ownerId", "240718356", "ownerName", "Nguyễn Văn Thử", "birthDate", "1970-02-01"));
    }

    @Test
    void shortLabelStandsBehindTheMarkOfItsItem() {
        check(
                extraction,
                "TO_KHAI",
                motto().centre("ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT")
                        .left("Kính gửi: Chi nhánh Văn phòng đăng ký đất đai Ea Sao")
                        .left("1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:")
                        .left("a) Tên: Lý Thị Mẫu")
                        .left("b) Giấy tờ nhân thân: số định danh cá nhân 066190004871")
                        .left("Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật.")
                        .pages(),
                Map.of("ownerName", "Lý Thị Mẫu", "ownerId", "066190004871"));
    }

    @Test
    void readsBirthCertificateOfTheChildNotOfTheParents() {
        check(
                extraction,
                "GIAY_KHAI_SINH",
                motto().centre("GIẤY KHAI SINH")
                        .left("Số: 117/1998 Quyển số: 01")
                        .left("Họ, chữ đệm, tên: Phan Thị Mẫu")
                        .left("Ngày, tháng, năm sinh: 19/08/1998 Ghi bằng chữ: Ngày mười chín")
                        .left("Giới tính: Nữ Dân tộc: Kinh Quốc tịch: Việt Nam")
                        .left("Số định danh cá nhân: 066198003128")
                        .left("Họ, chữ đệm, tên người mẹ: Đặng Thị Thử")
                        .left("Năm sinh: 1973 Dân tộc: Kinh")
                        .left("Họ, chữ đệm, tên người cha: Phan Văn Thử")
                        .left("Nơi đăng ký khai sinh: Ủy ban nhân dân xã Ea Sao, tỉnh Đắk Lắk")
                        .left("Ngày, tháng, năm đăng ký: 04/09/1998")
                        .pages(),
                Map.of(
                        "codeNumber", "117/1998",
                        "book", "01",
                        "ownerName", "Phan Thị Mẫu",
                        "birthDate", "1998-08-19",
                        "ownerId", "066198003128",
                        "motherName", "Đặng Thị Thử",
                        "fatherName", "Phan Văn Thử",
                        "agency", "ỦY BAN NHÂN DÂN XÃ EA SAO",
                        "issuedDate", "1998-09-04"));
    }

    @Test
    void keepsTheTwoOwnersOfAMarriageApartAlsoSideBySide() {
        for (String type : List.of("GIẤY CHỨNG NHẬN KẾT HÔN", "TRÍCH LỤC KẾT HÔN")) {
            PaperPages page = type.startsWith("GIẤY")
                    ? motto().centre(type).centre("Số: 86/2026")
                    : head("Số: 86/TLKH").centre(type);
            check(
                    extraction,
                    type.startsWith("GIẤY") ? "GIAY_CHUNG_NHAN_KET_HON" : "TRICH_LUC_KET_HON",
                    page.both("Họ, chữ đệm, tên vợ:", "Họ, chữ đệm, tên chồng:")
                            .both("Phan Thị Mẫu", "Nguyễn Văn Thử")
                            .both("Giấy tờ tùy thân: 066198003128", "Giấy tờ tùy thân: 066096004217")
                            .left("Nơi đăng ký kết hôn: Ủy ban nhân dân xã Ea Sao, tỉnh Đắk Lắk")
                            .left("Ngày, tháng, năm đăng ký: 05/11/2026")
                            .pages(),
                    Map.of(
                            "ownerName", "Nguyễn Văn Thử",
                            "ownerName2", "Phan Thị Mẫu",
                            "ownerId", "066096004217",
                            "ownerId2", "066198003128"));
        }
    }

    @Test
    void readsExtractsAndConfirmations() {
        check(
                extraction,
                "TRICH_LUC_KHAI_SINH",
                head("Số: 203/TLKS")
                        .centre("TRÍCH LỤC KHAI SINH")
                        .left("Họ, chữ đệm, tên: Hoàng Ngọc Mẫu")
                        .left("Ngày, tháng, năm sinh: 18/10/2026")
                        .left("Số định danh cá nhân: 066326009118")
                        .pages(),
                Map.of("codeNumber", "203/TLKS", "ownerName", "Hoàng Ngọc Mẫu", "ownerId", "066326009118"));
        check(
                extraction,
                "TRICH_LUC_KHAI_TU",
                head("Số: 15/TLKT")
                        .centre("TRÍCH LỤC KHAI TỬ")
                        .left("Họ, chữ đệm, tên: Hoàng Văn Mẫu")
                        .left("Năm sinh: 1941")
                        .left("Đã chết vào lúc: 04 giờ 20 phút, ngày 04 tháng 11 năm 2026")
                        .pages(),
                Map.of(
                        "ownerName", "Hoàng Văn Mẫu",
                        "birthDate", "1941",
                        "deathDate", "2026-11-04",
                        "issuedDate", "2026-10-27"));
        check(
                extraction,
                "XAC_NHAN_TINH_TRANG_HON_NHAN",
                head("Số: 214/XNTTHN")
                        .centre("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN")
                        .left("Họ, chữ đệm, tên: Nguyễn Văn Thử")
                        .left("Giấy tờ tùy thân: Thẻ căn cước số 066096004217, do Bộ Công an cấp")
                        .left("Giấy này được cấp để: làm thủ tục đăng ký kết hôn với bà Phan Thị Mẫu, số định danh")
                        .left("cá nhân 066198003128, tại xã Ea Sao.")
                        .pages(),
                Map.of(
                        "ownerId",
                        "066096004217",
                        "purpose",
                        "làm thủ tục đăng ký kết hôn với bà Phan Thị Mẫu, số định danh cá nhân 066198003128, tại xã Ea Sao"));
        check(
                extraction,
                "CT07",
                paper().right("Mẫu CT07 ban hành kèm theo Thông tư số 66/2023/TT-BCA")
                        .head(
                                "CÔNG AN TỈNH ĐẮK LẮK",
                                "CÔNG AN XÃ EA SAO",
                                "Số: 1127/XN",
                                "Ea Sao, ngày 30 tháng 10 năm 2026")
                        .centre("XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ")
                        .left("I. Theo đề nghị của Ông/Bà:")
                        .left("1. Họ, chữ đệm và tên: Hoàng Đức Mẫu")
                        .left("4. Số định danh cá nhân: 066094007751")
                        .left("1. Nơi thường trú: Buôn Kmrơng, xã Ea Sao, tỉnh Đắk Lắk")
                        .pages(),
                Map.of("ownerName", "Hoàng Đức Mẫu", "ownerId", "066094007751", "agency", "CÔNG AN XÃ EA SAO"));
        check(
                extraction,
                "PHIEU_LY_LICH_TU_PHAP",
                head("Số: 4521/LLTP")
                        .centre("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1")
                        .left("Họ và tên: NGUYỄN VĂN THỬ")
                        .left("Tình trạng án tích: Không có án tích")
                        .pages(),
                Map.of("formNumber", "1", "ownerName", "Nguyễn Văn Thử", "conclusion", "Không có án tích"));
    }

    @Test
    void qrStandsAndADifferentPrintIsAConflict() {
        List<PageText> pages = head("Số: 214/XNTTHN")
                .centre("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN")
                .left("Họ, chữ đệm, tên: Nguyễn Văn Thử")
                .left("Giấy tờ tùy thân: 066096004218")
                .left("Giấy này được cấp để: kết hôn")
                .pages();
        String code = "H15.12-261022-0031|1.004873|066096004217|Giấy xác nhận|Hệ thống|20261027093000";
        List<ExtractedValue> values = extraction.extract(
                extraction.type("XAC_NHAN_TINH_TRANG_HON_NHAN").orElseThrow(),
                pages,
                List.of(List.of(new QrPayload(code, new Box(1, 1, 9, 9)))));
        assertThat(value(values, "ownerId")).isEqualTo("066096004217");
        assertThat(value(values, "ownerId.conflict")).isEqualTo("066096004218");
        assertThat(value(values, "dossierCode")).isEqualTo("H15.12-261022-0031");
        assertThat(value(values, "issuedDate.conflict")).isEqualTo("-");
        String card = "066096004217|240998412|Nguyễn Văn Thử|12031996|Nam|Thôn 5|15072024||";
        values = extraction.extract(
                extraction.type("CAN_CUOC").orElseThrow(),
                pages,
                List.of(List.of(new QrPayload(card, new Box(1, 1, 9, 9)))));
        assertThat(values.get(0).method()).isEqualTo(ExtractedValue.Method.QR);
        assertThat(value(values, "birthDate")).isEqualTo("1996-03-12");
        assertThat(value(values, "oldId")).isEqualTo("240998412");
    }

    @Test
    void valuesSayWhereTheyStandAndHowSure() {
        List<PageText> pages = motto().centre("GIẤY KHAI SINH")
                .confidence(80)
                .left("Họ, chữ đêm, tn: Phan Thị Mẫu")
                .pages();
        ExtractedValue name =
                extraction.extract(extraction.type("GIAY_KHAI_SINH").orElseThrow(), pages, List.of()).stream()
                        .filter(v -> v.field().equals("ownerName"))
                        .findFirst()
                        .orElseThrow();
        assertThat(name.page()).isEqualTo(1);
        assertThat(name.box().width()).isPositive();
        assertThat(name.confidence()).isBetween(40.0, 80.0);
    }

    @Test
    void refusesATableWithFaults(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("types.yml"), "version: a\ntitels: []\n");
        assertThatThrownBy(() -> Extraction.load(folder, CLOCK))
                .isInstanceOfSatisfying(DigitisationException.class, fault -> {
                    assertThat(fault.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                    assertThat(fault.detail()).contains("types.yml:2");
                });
    }

    @Test
    void refusesAKindWithFaultsByFileAndLine(@TempDir Path folder) throws IOException {
        Files.copy(REFERENCE.resolve("types.yml"), folder.resolve("types.yml"));
        Path kind = Files.createDirectory(folder.resolve("types")).resolve("to-khai.yml");
        String good = Files.readString(REFERENCE.resolve("types/to-khai.yml"));
        Files.writeString(kind, good);
        assertThat(Extraction.load(folder, CLOCK).types()).hasSize(1);
        for (String[] fault : new String[][] {
            {"use: [person]", "use: [nobody]", "nobody"},
            {"required: [ownerName]", "required: [noSuch]", "noSuch"},
            {"code: TO_KHAI", "code: DON", "don.yml"},
            {"titles:", "titels:", "titels"},
            {"    rule: TEXT", "    rule: TEXT\n    pattern: '('", "agency"},
            {"    rule: TEXT", "    rule: TEXT\n    format: NO_SUCH", "NO_SUCH"}
        }) {
            Files.writeString(kind, good.replace(fault[0], fault[1]));
            assertThatThrownBy(() -> Extraction.load(folder, CLOCK))
                    .as(fault[1])
                    .isInstanceOfSatisfying(DigitisationException.class, thrown -> assertThat(thrown.detail())
                            .containsPattern("to-khai\\.yml:\\d+")
                            .contains(fault[2]));
        }
    }

    static List<ExtractedValue> check(
            Extraction extraction, String code, List<PageText> pages, Map<String, String> expected) {
        Classification found = extraction.classify(pages);
        assertThat(found.type().code()).as("%s", found).isEqualTo(code);
        List<ExtractedValue> values = extraction.extract(found.type(), pages, List.of());
        expected.forEach((field, text) ->
                assertThat(value(values, field)).as(code + "." + field).isEqualTo(text));
        return values;
    }

    static PaperPages motto() {
        return paper().centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .centre("Độc lập - Tự do - Hạnh phúc")
                .gap();
    }

    static PaperPages head(String number) {
        return paper().head(
                        "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK",
                        "ỦY BAN NHÂN DÂN XÃ EA SAO",
                        number,
                        "Ea Sao, ngày 27 tháng 10 năm 2026");
    }
}
