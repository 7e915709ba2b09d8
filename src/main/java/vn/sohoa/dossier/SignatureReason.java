package vn.sohoa.dossier;

import static vn.sohoa.dossier.SignatureVerdict.CAN_XEM_XET;
import static vn.sohoa.dossier.SignatureVerdict.HOP_LE;
import static vn.sohoa.dossier.SignatureVerdict.KHONG_HOP_LE;

import java.util.Arrays;
import java.util.Optional;

/**
 * The published list of reasons, the verdict each of them asks for, and its sentence for officers. Among reasons of one verdict
 * the first in this order is the headline. {@code {0}}, {@code {1}} stand for what a finding adds; English goes without it.
 */
public enum SignatureReason {
    // spotless:off (a table is read in columns)
    CONTENT_CHANGED(KHONG_HOP_LE, "Nội dung đã bị thay đổi sau khi ký.", "The content was changed after it was signed."),
    SIGNATURE_BROKEN(KHONG_HOP_LE, "Giá trị chữ ký không khớp với chứng thư của người ký.",
            "The signature value does not fit the signer's certificate."),
    BYTERANGE_BAD(KHONG_HOP_LE, Text.RANGE, English.RANGE),
    GAP_BAD(KHONG_HOP_LE, Text.RANGE, English.RANGE),
    RANGE_COLLISION(KHONG_HOP_LE, Text.RANGE, English.RANGE),
    CONTENTS_EMPTY(KHONG_HOP_LE, "Ô chữ ký rỗng, không có chữ ký thật.",
            "The signature field is empty: there is no real signature."),
    DATA_AFTER_CMS(KHONG_HOP_LE, "Có dữ liệu lạ giấu trong ô chữ ký.", "Foreign data are hidden in the signature field."),
    XREF_REDIRECT(KHONG_HOP_LE, Text.REDIRECT, English.REDIRECT),
    XREF_FREES(KHONG_HOP_LE, Text.REDIRECT, English.REDIRECT),
    TAIL_UNEXPLAINED(KHONG_HOP_LE, Text.TAIL, English.TAIL),
    DUPLICATE_OBJECT(KHONG_HOP_LE, Text.TAIL, English.TAIL),
    OBJECT_NOT_IN_XREF(KHONG_HOP_LE, Text.TAIL, English.TAIL),
    XREF_BAD(KHONG_HOP_LE, Text.TAIL, English.TAIL),
    STARTXREF_ELSEWHERE(KHONG_HOP_LE, Text.TAIL, English.TAIL),
    PREV_ELSEWHERE(KHONG_HOP_LE, Text.TAIL, English.TAIL),
    CHANGED_AFTER(KHONG_HOP_LE, Text.CHANGED + " Cụ thể: {0}.", English.CHANGED),
    OVERLAY(KHONG_HOP_LE, Text.CHANGED, English.CHANGED),
    DOCMDP_VIOLATED(KHONG_HOP_LE, "Người ký đã khóa tài liệu nhưng tài liệu vẫn bị sửa.",
            "The signer locked the document, and it was changed all the same."),
    REVOKED(KHONG_HOP_LE, "Chứng thư đã bị thu hồi trước thời điểm ký ({0}).",
            "The certificate was revoked before the time of signing."),
    CERT_OUT_OF_DATE(KHONG_HOP_LE, "Chứng thư hết hạn hoặc chưa có hiệu lực tại thời điểm ký.",
            "The certificate had lapsed or was not yet valid at the time of signing."),
    FILE_UNREADABLE(KHONG_HOP_LE, "Tệp hỏng, không mở được; chữ ký trong tệp không thể xác minh.",
            "The file is damaged and cannot be opened; signatures in it cannot be verified."),
    SIG_UNREADABLE(CAN_XEM_XET, Text.UNREADABLE, English.UNREADABLE),
    CMS_UNREADABLE(CAN_XEM_XET, Text.UNREADABLE, English.UNREADABLE),
    SIG_HIDDEN(CAN_XEM_XET, "Tệp từng có chữ ký nhưng bản hiện tại không còn thể hiện chữ ký đó.",
            "The file once had a signature that the present version no longer shows."),
    GAP_ELSEWHERE(CAN_XEM_XET, Text.STRUCTURE, English.STRUCTURE),
    COVER_NOT_A_REVISION(CAN_XEM_XET, Text.STRUCTURE, English.STRUCTURE),
    DUPLICATE_KEY(CAN_XEM_XET, Text.STRUCTURE, English.STRUCTURE),
    XREF_LOOP(CAN_XEM_XET, Text.STRUCTURE, English.STRUCTURE),
    TRAILING_BYTES(CAN_XEM_XET, Text.STRUCTURE, English.STRUCTURE),
    TAIL_UNLISTED(CAN_XEM_XET, Text.STRUCTURE, English.STRUCTURE),
    READERS_DISAGREE(CAN_XEM_XET, Text.READERS, English.READERS),
    ACTIVE_CONTENT(CAN_XEM_XET, Text.READERS, English.READERS),
    NOT_COVERED(CAN_XEM_XET, "Chữ ký không bao trùm toàn bộ tệp: {0}. Phần đó có thể bị thay đổi mà chữ ký vẫn đúng.",
            "The signature does not cover the whole file: a part of it may have been changed."),
    SHAPE_UNUSUAL(CAN_XEM_XET, "Tệp ký có cấu trúc không theo chuẩn: {0}; cần cán bộ kỹ thuật xem.",
            "The signed file is built in an unusual way; an engineer has to look."),
    PROOF_DAMAGED(CAN_XEM_XET, "Chứng thư hoặc dữ liệu thu hồi kèm trong tệp bị hỏng; đề nghị bên gửi gửi lại bản gốc.",
            "Certificates or revocation data in the file are damaged; ask the sender for the original again."),
    CHANGED_BETWEEN(CAN_XEM_XET, "Giữa chữ ký {0} và chữ ký {1} có thay đổi: {2}. Đề nghị đối chiếu.",
            "There are changes between two signatures; please compare."),
    NOT_COMPARED(CAN_XEM_XET, "Tài liệu dài, chưa so sánh được hình ảnh trang giữa các lần ký.",
            "The document is long: the looks of its pages were not compared between the signatures."),
    LAST_NOT_AGENCY(CAN_XEM_XET, "Chữ ký cuối không phải của cơ quan ban hành mà của {0}; đề nghị xem các thay đổi kèm theo.",
            "The last signature is not that of the issuing agency; please look at the changes beside it."),
    NO_TRUST_ANCHOR(CAN_XEM_XET, "Chưa xác minh được nơi cấp chứng thư ({0}); đề nghị quản trị kiểm tra.",
            "The issuer of the certificate could not be verified; ask the administrator to check."),
    REVOCATION_UNKNOWN(CAN_XEM_XET, "Chưa biết chứng thư có bị thu hồi hay không; hệ thống sẽ tự kiểm tra lại.",
            "Whether the certificate was revoked is not known yet; it will be checked again."),
    TIME_UNKNOWN(CAN_XEM_XET, "Chứng thư đã hết hạn hoặc bị thu hồi; không có dấu thời gian chứng minh ký trước đó.",
            "The certificate has lapsed or was revoked, and no time-stamp proves that it was used before."),
    OLD_ALGORITHM(CAN_XEM_XET, "Chữ ký dùng thuật toán cũ ({0}), chưa đủ căn cứ để tự động chấp nhận.",
            "The signature uses an old algorithm and cannot be accepted without a person."),
    TIMESTAMP_BAD(CAN_XEM_XET, "Dấu thời gian không hợp lệ hoặc chưa xác minh được.",
            "The time-stamp is not valid or could not be verified."),
    CHECK_INCOMPLETE(CAN_XEM_XET, "Việc kiểm tra bị gián đoạn ({0}); hệ thống sẽ thử lại.",
            "The check was interrupted; it will be tried again."),
    OK(HOP_LE, "Chữ ký hợp lệ: {0} ký lúc {1}; nội dung không thay đổi từ lần ký đó.",
            "The signature is valid; the content has not changed since."),
    KHONG_CO_CHU_KY(SignatureVerdict.KHONG_CO_CHU_KY, "Tệp không có chữ ký số nào.", "The file has no digital signature.");
    // spotless:on

    private final SignatureVerdict verdict;
    private final String vietnamese;
    private final String english;

    SignatureReason(SignatureVerdict verdict, String vietnamese, String english) {
        this.verdict = verdict;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The reason of a code, of today's list. */
    static Optional<SignatureReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }

    /** What a file with this finding is worth at best. */
    public SignatureVerdict verdict() {
        return verdict;
    }

    /** In Vietnamese, with what the finding adds. */
    public String sentence(String... values) {
        String sentence = vietnamese;
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", values[i]);
        }
        return sentence;
    }

    /** In English. */
    public String english() {
        return english;
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

    private static final class English {
        static final String RANGE = "The signed range was tampered with; the signature does not protect what is shown.";
        static final String REDIRECT = "After signing, the file was led to other content, or content was removed.";
        static final String TAIL = "Unexplained data were added after the last signature.";
        static final String CHANGED =
                "After the last signature, content, annotations or signature fields were added to a page or changed.";
        static final String UNREADABLE = "The file has a signature that cannot be read; it does not count as unsigned.";
        static final String STRUCTURE =
                "The structure of the file around the signature is unusual; an engineer has to look.";
        static final String READERS = "Different programs may show the file differently.";
    }
}
