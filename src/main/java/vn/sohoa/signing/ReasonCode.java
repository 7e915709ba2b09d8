package vn.sohoa.signing;

import static vn.sohoa.dossier.SignatureVerdict.CAN_XEM_XET;
import static vn.sohoa.dossier.SignatureVerdict.HOP_LE;
import static vn.sohoa.dossier.SignatureVerdict.KHONG_HOP_LE;

import vn.sohoa.dossier.SignatureVerdict;

/**
 * The published list of reasons, the verdict each of them asks for, and its sentence for officers. Among reasons of one verdict
 * the first in this order is the headline. {@code {0}}, {@code {1}} stand for what a finding adds.
 */
enum ReasonCode {
    // spotless:off (a table is read in columns)
    CONTENT_CHANGED(KHONG_HOP_LE, "Nội dung đã bị thay đổi sau khi ký."),
    SIGNATURE_BROKEN(KHONG_HOP_LE, "Giá trị chữ ký không khớp với chứng thư của người ký."),
    BYTERANGE_BAD(KHONG_HOP_LE, Text.RANGE),
    GAP_BAD(KHONG_HOP_LE, Text.RANGE),
    RANGE_COLLISION(KHONG_HOP_LE, Text.RANGE),
    CONTENTS_EMPTY(KHONG_HOP_LE, "Ô chữ ký rỗng, không có chữ ký thật."),
    DATA_AFTER_CMS(KHONG_HOP_LE, "Có dữ liệu lạ giấu trong ô chữ ký."),
    XREF_REDIRECT(KHONG_HOP_LE, Text.REDIRECT),
    XREF_FREES(KHONG_HOP_LE, Text.REDIRECT),
    TAIL_UNEXPLAINED(KHONG_HOP_LE, Text.TAIL),
    DUPLICATE_OBJECT(KHONG_HOP_LE, Text.TAIL),
    OBJECT_NOT_IN_XREF(KHONG_HOP_LE, Text.TAIL),
    XREF_BAD(KHONG_HOP_LE, Text.TAIL),
    STARTXREF_ELSEWHERE(KHONG_HOP_LE, Text.TAIL),
    PREV_ELSEWHERE(KHONG_HOP_LE, Text.TAIL),
    CHANGED_AFTER(KHONG_HOP_LE, Text.CHANGED + " Cụ thể: {0}."),
    OVERLAY(KHONG_HOP_LE, Text.CHANGED),
    DOCMDP_VIOLATED(KHONG_HOP_LE, "Người ký đã khóa tài liệu nhưng tài liệu vẫn bị sửa."),
    REVOKED(KHONG_HOP_LE, "Chứng thư đã bị thu hồi trước thời điểm ký ({0})."),
    CERT_OUT_OF_DATE(KHONG_HOP_LE, "Chứng thư hết hạn hoặc chưa có hiệu lực tại thời điểm ký."),
    FILE_UNREADABLE(KHONG_HOP_LE, "Tệp hỏng, không mở được; chữ ký trong tệp không thể xác minh."),
    SIG_UNREADABLE(CAN_XEM_XET, Text.UNREADABLE),
    CMS_UNREADABLE(CAN_XEM_XET, Text.UNREADABLE),
    SIG_HIDDEN(CAN_XEM_XET, "Tệp từng có chữ ký nhưng bản hiện tại không còn thể hiện chữ ký đó."),
    GAP_ELSEWHERE(CAN_XEM_XET, Text.STRUCTURE),
    COVER_NOT_A_REVISION(CAN_XEM_XET, Text.STRUCTURE),
    DUPLICATE_KEY(CAN_XEM_XET, Text.STRUCTURE),
    XREF_LOOP(CAN_XEM_XET, Text.STRUCTURE),
    TRAILING_BYTES(CAN_XEM_XET, Text.STRUCTURE),
    TAIL_UNLISTED(CAN_XEM_XET, Text.STRUCTURE),
    READERS_DISAGREE(CAN_XEM_XET, Text.READERS),
    ACTIVE_CONTENT(CAN_XEM_XET, Text.READERS),
    PROOF_DAMAGED(CAN_XEM_XET, "Chứng thư hoặc dữ liệu thu hồi kèm trong tệp bị hỏng; đề nghị bên gửi gửi lại bản gốc."),
    CHANGED_BETWEEN(CAN_XEM_XET, "Giữa chữ ký {0} và chữ ký {1} có thay đổi: {2}. Đề nghị đối chiếu."),
    NOT_COMPARED(CAN_XEM_XET, "Tài liệu dài, chưa so sánh được hình ảnh trang giữa các lần ký."),
    LAST_NOT_AGENCY(
            CAN_XEM_XET,
            "Chữ ký cuối không phải của cơ quan ban hành mà của {0}; đề nghị xem các thay đổi kèm theo."),
    NO_TRUST_ANCHOR(CAN_XEM_XET, "Chưa xác minh được nơi cấp chứng thư ({0}); đề nghị quản trị kiểm tra."),
    REVOCATION_UNKNOWN(CAN_XEM_XET, "Chưa biết chứng thư có bị thu hồi hay không; hệ thống sẽ tự kiểm tra lại."),
    TIME_UNKNOWN(CAN_XEM_XET, "Chứng thư đã hết hạn hoặc bị thu hồi; không có dấu thời gian chứng minh ký trước đó."),
    OLD_ALGORITHM(CAN_XEM_XET, "Chữ ký dùng thuật toán cũ ({0}), chưa đủ căn cứ để tự động chấp nhận."),
    TIMESTAMP_BAD(CAN_XEM_XET, "Dấu thời gian không hợp lệ hoặc chưa xác minh được."),
    CHECK_INCOMPLETE(CAN_XEM_XET, "Việc kiểm tra bị gián đoạn ({0}); hệ thống sẽ thử lại."),
    OK(HOP_LE, "Chữ ký hợp lệ: {0} ký lúc {1}; nội dung không thay đổi từ lần ký đó."),
    KHONG_CO_CHU_KY(SignatureVerdict.KHONG_CO_CHU_KY, "Tệp không có chữ ký số nào.");
    // spotless:on

    private final SignatureVerdict verdict;
    private final String text;

    ReasonCode(SignatureVerdict verdict, String text) {
        this.verdict = verdict;
        this.text = text;
    }

    SignatureVerdict verdict() {
        return verdict;
    }

    String sentence(String... values) {
        String sentence = text;
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", values[i]);
        }
        return sentence;
    }

    /** Sentences that several codes share. */
    private static final class Text {
        static final String RANGE = "Vùng dữ liệu được ký đã bị sửa; chữ ký không bảo vệ nội dung đang hiển thị.";
        static final String REDIRECT = "Sau khi ký, tệp bị trỏ sang nội dung khác hoặc bị gỡ bớt nội dung.";
        static final String TAIL = "Sau lần ký cuối có dữ liệu thêm vào không giải thích được.";
        static final String CHANGED = "Sau lần ký cuối, trang bị thêm hoặc sửa nội dung, chú thích hay ô chữ ký.";
        static final String UNREADABLE = "Tệp có chữ ký nhưng phần mềm không đọc được; không được coi là tệp chưa ký.";
        static final String STRUCTURE = "Cấu trúc tệp bất thường quanh chữ ký; cần cán bộ kỹ thuật xem.";
        static final String READERS = "Tệp có thể hiển thị khác nhau trên các phần mềm khác nhau.";
    }
}
