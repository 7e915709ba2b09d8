package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.page.PageText;

class SecrecyMarksTest {
    /** A letterhead with a line of the left column put in; {@code |} stands for the gap between two columns. */
    private static PageText letter(String line) {
        return TextPages.page(
                "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "TỈNH MẪU|Độc lập - Tự do - Hạnh phúc",
                "Số: 12/KH-UBND|Mẫu, ngày 05 tháng 4 năm 2023",
                line,
                "KẾ HOẠCH",
                "Bảo đảm an toàn thông tin",
                "Căn cứ Luật Tổ chức chính quyền địa phương;",
                "Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT",
                "TỐI MẬT",
                "TUYỆT MẬT",
                "MẬT|V/v phối hợp",
                "| MẬT |",
                "[MẬT]",
                "MẶT",
                "MAT",
                "M Ậ T",
                "TÓI MẬT",
                "TUYỆT MẬI",
                "TUYET MAT",
                "Mật",
                "Tối mật",
                "MẬT.",
                "Độ mật: Mật",
                "Độ mật: Tối mật",
                "Số: 12/KH-UBND MẬT",
                "MẬT Mẫu, ngày 05 tháng 4 năm 2023",
                "Chỉ người có tên mới được bóc bì",
                "T UYỆT MẬT"
            })
    void aMarkOfItsOwnFires(String line) {
        assertThat(SecrecyMarks.present(List.of(letter(line)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Về việc bảo vệ bí mật nhà nước",
                "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                "mật",
                "Mật khẩu",
                "MẬT ONG",
                "MẶT TRƯỚC",
                "Độ mật: không",
                "Mật độ xây dựng 60%",
                "giữ bí mật.",
                "MẶT BẰNG TẦNG 1",
                "đóng dấu \"MẬT\" lên văn bản",
                "TÊN MẶT HÀNG",
                "TỔI MUỐN",
                "Đơn báo mất",
                "7. Mắt",
                "TỐI ĐA",
                "BỊ MẤT"
            })
    void aSentenceThatSpeaksOfSecretsDoesNot(String line) {
        assertThat(SecrecyMarks.present(List.of(letter(line)))).isFalse();
    }

    @Test
    void aTitleBrokenAfterTheWordIsNoMark() {
        assertThat(SecrecyMarks.present(
                        List.of(TextPages.page("QUYẾT ĐỊNH", "VỀ CÔNG TÁC BẢO VỆ BÍ", "MẬT", "Điều 1."))))
                .isFalse();
    }

    @Test
    void aMarkOnALaterPageOrInAnOfficeFileFires() {
        assertThat(SecrecyMarks.present(List.of(letter(""), letter("MẬT")))).isTrue();
        assertThat(SecrecyMarks.present(List.of(TextPages.office("SỞ MẪU", "Số: 1/KH-SM", "MẬT", "Kính gửi"))))
                .isTrue();
    }

    @Test
    void nothingFiresOnAnEmptyPage() {
        assertThat(SecrecyMarks.present(List.of(PageText.empty(PageText.Source.OCR))))
                .isFalse();
    }

    @Test
    void whatTheManifestDeclaresIsHeeded() {
        assertThat(ScopeGate.declared(CopyForm.PHOTOCOPY, false)).contains(ScopeReason.PHOTOCOPY);
        assertThat(ScopeGate.declared(CopyForm.CERTIFIED_COPY, false)).contains(ScopeReason.CERTIFIED_COPY_PAPER);
        assertThat(ScopeGate.declared(CopyForm.ORIGINAL, true)).contains(ScopeReason.SHOW_ONLY);
        assertThat(ScopeGate.declared(CopyForm.COPY, false)).isEmpty();
    }

    @Test
    void theClauseOfACertifiedCopyIsKnown() {
        for (String sentence : new String[] {
            "Chứng thực bản sao đúng với bản chính", "CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH",
            "Chưng thực bản sao đung vớì bản chinh", "Chứng thực bản sao này đúng với bản chính"
        }) {
            PageText page = TextPages.page(
                    "GIẤY KHAI SINH",
                    "Họ và tên: Trần Thị Mẫu",
                    sentence,
                    "Số chứng thực: 123 Quyển số: 1-SCT/BS",
                    "Ngày 05 tháng 4 năm 2023",
                    "PHÓ CHỦ TỊCH");
            assertThat(ScopeGate.seen(List.of(page))).contains(ScopeReason.CERTIFIED_COPY_PAPER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nộp bản sao có chứng thực giấy khai sinh",
                "Bản sao chứng thực: 01 bản",
                "Ủy ban nhân dân cấp xã chứng thực bản sao đúng với bản chính theo quy định"
            })
    void aFormThatAsksForCertifiedCopiesIsInScope(String line) {
        assertThat(ScopeGate.seen(List.of(letter(line)))).isEqualTo(Optional.empty());
    }

    @Test
    void aPrintedSignatureBlockIsKnownButNotTheScannersOwn() {
        String[] block = {"Người ký: Trần Văn Mẫu", "Cơ quan: Sở Mẫu", "Thời gian ký: 05.04.2023 10:20:30 +07:00"};
        PageText printed = TextPages.page(
                "GIẤY PHÉP|" + block[0], "XÂY DỰNG|" + block[1], "Số 12/GPXD|" + block[2], "Chủ đầu tư: Lê Thị Mẫu");
        assertThat(ScopeGate.seen(List.of(printed))).contains(ScopeReason.BORN_DIGITAL_SIGNED);
        PageText scanned = TextPages.page(
                block[0] + "|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ĐỘC LẬP TỰ DO",
                block[2] + "|Độc lập - Tự do - Hạnh phúc, ngày tháng năm và nơi lập đơn",
                "ĐƠN ĐỀ NGHỊ cấp giấy phép xây dựng nhà ở riêng lẻ tại khu dân cư số một");
        assertThat(ScopeGate.seen(List.of(scanned))).isEmpty();
        assertThat(ScopeGate.seen(List.of(letter("Giờ làm việc 7:30 +07:00")))).isEmpty();
    }
}
