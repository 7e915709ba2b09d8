package vn.sohoa.reuse;

import vn.sohoa.dossier.Language;

/** Why a paper may not, or may not simply, be used again. All reasons are given, not only the first. */
public enum ReuseReason {
    NOT_FOUND(true, "Kho chưa có giấy tờ loại này của người này.", "No such paper of this person is on file."),
    EXPIRED(true, "Đã hết thời hạn sử dụng cho thủ tục này.", "It has expired for this procedure."),
    SUPERSEDED(true, "Đã có giấy tờ mới hơn thay thế.", "A newer paper has taken its place."),
    REVOKED(true, "Đã bị thu hồi.", "It has been revoked."),
    WRONG_OWNER(true, "Không phải giấy tờ của người này.", "It belongs to somebody else."),
    UNSIGNED(
            true,
            "Bản số hóa chưa có chữ ký số của cơ quan nên chưa có giá trị pháp lý.",
            "The digitised file bears no agency signature, so it has no legal value."),
    SIGNATURE_INVALID(true, "Chữ ký số không hợp lệ.", "Its digital signature is not valid."),
    SIGNATURE_DOUBT(false, "Chưa xác minh được chữ ký số.", "Its digital signature could not be verified."),
    UNVERIFIED(false, "Chưa có cán bộ thứ hai duyệt cho tái sử dụng.", "No second officer has approved it."),
    SCOPE_LIMITED(false, "Giấy tờ chỉ dùng cho mục đích ghi trên giấy.", "It serves only the purpose written on it."),
    NO_RULE(
            false,
            "Chưa có quy tắc hiệu lực cho loại giấy tờ và thủ tục này.",
            "There is no validity rule for this kind of paper and procedure."),
    DATE_UNKNOWN(false, "Không rõ ngày cấp nên không tính được hiệu lực.", "The date of issue is not known.");

    private final boolean forbids;
    private final String vietnamese;
    private final String english;

    ReuseReason(boolean forbids, String vietnamese, String english) {
        this.forbids = forbids;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Whether it forbids reuse; the others leave the decision to an officer. */
    public boolean forbids() {
        return forbids;
    }

    public String message(Language language) {
        return language == Language.VI ? vietnamese : english;
    }
}
