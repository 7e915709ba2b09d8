package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.extraction.PaperPages.paper;
import static vn.sohoa.extraction.PersonalPapersTest.check;
import static vn.sohoa.extraction.PersonalPapersTest.head;
import static vn.sohoa.extraction.PersonalPapersTest.motto;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.ExtractedValue;

class SectorPapersTest {
    private final Extraction extraction = Extraction.load(
            Path.of("jobs/reference"),
            Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));

    @Test
    void readsSchoolAndHealthPapers() {
        check(
                extraction,
                "BANG_TOT_NGHIEP",
                motto().centre("BẰNG TỐT NGHIỆP TRUNG HỌC PHỔ THÔNG")
                        .left("Cho: Nguyễn Văn Thử")
                        .left("Ngày sinh: 01/02/2003")
                        .left("Số hiệu: A 01234567")
                        .left("Số vào sổ gốc cấp bằng: 118/2021")
                        .pages(),
                Map.of("ownerName", "Nguyễn Văn Thử", "codeNumber", "A 01234567", "registerNumber", "118/2021"));
        check(
                extraction,
                "HOC_BA",
                motto().centre("HỌC BẠ")
                        .centre("TRUNG HỌC PHỔ THÔNG")
                        .left("Họ và tên: Nguyễn Văn Thử")
                        .left("Quá trình học tập: Năm học 2020 - 2021")
                        .left("Giáo viên chủ nhiệm")
                        .pages(),
                Map.of("ownerName", "Nguyễn Văn Thử"));
        check(
                extraction,
                "GIAY_KHAM_SUC_KHOE",
                head("Số: 77/GKSK-TTYT")
                        .centre("GIẤY KHÁM SỨC KHỎE")
                        .left("Họ và tên: NGUYỄN VĂN THỬ")
                        .left("Số CCCD: 066096004217")
                        .left("Lý do khám sức khỏe: đi làm")
                        .left("Kết luận: Đủ sức khỏe làm việc")
                        .pages(),
                Map.of(
                        "ownerName", "Nguyễn Văn Thử",
                        "conclusion", "Đủ sức khỏe làm việc",
                        "conclusionDate", "2026-10-27"));
    }

    @Test
    void aDiplomaWhoseNumberHasNoLetterIsForAPersonToLookAt() {
        for (String number : List.of("A 01234567", "01234567")) {
            List<ExtractedValue> values = extraction.extract(
                    extraction.type("BANG_TOT_NGHIEP").orElseThrow(),
                    motto().centre("BẰNG TỐT NGHIỆP TRUNG HỌC PHỔ THÔNG")
                            .left("Cho: Nguyễn Văn Thử")
                            .left("Số hiệu: " + number)
                            .pages(),
                    List.of());
            assertThat(values)
                    .filteredOn(value -> value.field().equals("codeNumber"))
                    .singleElement()
                    .satisfies(value -> {
                        assertThat(value.value()).isEqualTo(number);
                        assertThat(value.confidence() >= 95).isEqualTo(number.startsWith("A"));
                    });
        }
    }

    @Test
    void readsPapersOfTheSectors() {
        check(
                extraction,
                "GCN_QUYEN_SU_DUNG_DAT",
                motto().centre("GIẤY CHỨNG NHẬN")
                        .centre("QUYỀN SỬ DỤNG ĐẤT")
                        .centre("QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT")
                        .centre("AA 09273289")
                        .left("Ông: Nguyễn Văn Thử")
                        .left("CCCD số: 066096004217")
                        .left("a) Thửa đất số: 58, tờ bản đồ số: 112")
                        .left("c) Diện tích: 2.450 m2")
                        .left("Số vào số cấp GCN: CH 00120")
                        .pages(),
                Map.of(
                        "serialNumber", "AA 09273289",
                        "registerNumber", "CH 00120",
                        "parcel", "58",
                        "mapSheet", "112",
                        "ownerName", "Nguyễn Văn Thử",
                        "ownerId", "066096004217"));
        check(
                extraction,
                "GCN_DANG_KY_DOANH_NGHIEP",
                head("").centre("GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP")
                        .centre("CÔNG TY TRÁCH NHIỆM HỮU HẠN")
                        .left("Mã số doanh nghiệp: 0100233488")
                        .left("Đăng ký lần đầu: ngày 15 tháng 06 năm 2020")
                        .left("Đăng ký thay đổi lần thứ: 2, ngày 03 tháng 05 năm 2024")
                        .left("Tên công ty viết bằng tiếng Việt: CÔNG TY TNHH MẪU")
                        .left("Vốn điều lệ: 1.000.000.000 đồng")
                        .pages(),
                Map.of(
                        "ownerId", "0100233488",
                        "changeNumber", "2",
                        "issuedDate", "2024-05-03",
                        "ownerName", "CÔNG TY TNHH MẪU"));
        check(
                extraction,
                "GCN_DANG_KY_HO_KINH_DOANH",
                head("Số: 58C8004261")
                        .centre("GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH")
                        .left("1. Tên hộ kinh doanh: QUÁN MẪU")
                        .left("2. Địa điểm kinh doanh: Ấp Bình Hạnh")
                        .left("Họ và tên: HUỲNH THỊ MẪU Giới tính: Nữ")
                        .left("Số định danh cá nhân: 082188007315")
                        .pages(),
                Map.of(
                        "registrationNumber", "58C8004261",
                        "ownerName", "Huỳnh Thị Mẫu",
                        "businessName", "QUÁN MẪU"));
        check(
                extraction,
                "GIAY_PHEP_XAY_DUNG",
                head("Số: 41/GPXD")
                        .centre("GIẤY PHÉP XÂY DỰNG")
                        .left("1. Cấp cho: Bà Trần Thị Mẫu")
                        .left("2. Được phép xây dựng công trình: Nhà ở riêng lẻ")
                        .left("Lô đất số: 127, tờ bản đồ số: 15")
                        .pages(),
                Map.of("codeNumber", "41/GPXD", "ownerName", "Trần Thị Mẫu", "parcel", "127"));
    }

    @Test
    void formsAndDrawingsAreNotTheCertificatesTheyName() {
        check(
                extraction,
                "TO_KHAI",
                motto().centre("ĐƠN ĐĂNG KÝ BIẾN ĐỘNG")
                        .centre("GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT")
                        .centre("Kính gửi: Chi nhánh Văn phòng đăng ký đất đai")
                        .left("Tôi tên là: Nguyễn Văn Thử")
                        .left("Số CCCD: 066096004217")
                        .left("Thửa đất số: 58 Tờ bản đồ số: 112 Số vào sổ cấp GCN: CH 00120")
                        .left("Giấy tờ gửi kèm: bản gốc Giấy chứng nhận quyền sử dụng đất")
                        .left("Tôi cam đoan nội dung kê khai là đúng.")
                        .pages(),
                Map.of("ownerName", "Nguyễn Văn Thử", "ownerId", "066096004217"));
        check(
                extraction,
                "BAN_VE",
                paper().centre("MẶT BẰNG TẦNG TRỆT")
                        .centre("TỶ LỆ 1/100")
                        .left("Chủ đầu tư: Nguyễn Văn Thử")
                        .left("Tên bản vẽ: Mặt bằng tầng trệt")
                        .left("Ký hiệu bản vẽ: KT-02")
                        .left("Chủ trì thiết kế")
                        .pages(),
                Map.of("ownerName", "Nguyễn Văn Thử", "codeNumber", "KT-02"));
    }
}
