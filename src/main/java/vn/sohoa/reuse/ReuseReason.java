package vn.sohoa.reuse;

import vn.sohoa.dossier.Language;

/** Why a paper may not, or may not simply, be used again. All reasons are given, not only the first. */
public enum ReuseReason {
    NOT_FOUND(true, "Kho chưa có giấy tờ loại này của người này.", "No such paper of this person is on file.", ""),
    EXPIRED(true, "Đã hết thời hạn sử dụng cho thủ tục này.", "It has expired for this procedure.", ""),
    ENDED_BY_EVENT(
            true,
            "Đã có sự kiện sau ngày cấp (kết hôn, khai tử, giấy mới) làm giấy tờ hết giá trị.",
            "A later event (marriage, death, a new paper) has ended it.",
            ""),
    SUPERSEDED(true, "Đã có giấy tờ mới hơn thay thế.", "A newer paper has taken its place.", ""),
    REVOKED(true, "Đã bị thu hồi.", "It has been revoked.", ""),
    WRONG_OWNER(
            true,
            "Không phải giấy tờ của người này.",
            "It belongs to somebody else.",
            "Thông tư 01/2023/TT-VPCP, Điều 24"),
    UNSIGNED(
            true,
            "Bản số hóa chưa có chữ ký số của cơ quan nên chưa có giá trị pháp lý.",
            "The digitised file bears no agency signature, so it has no legal value.",
            "Thông tư 01/2023/TT-VPCP, Điều 8; Luật Giao dịch điện tử 2023, Điều 12"),
    SIGNATURE_INVALID(
            true,
            "Chữ ký số không hợp lệ.",
            "Its digital signature is not valid.",
            "Nghị định 45/2020/NĐ-CP, Điều 14 khoản 3"),
    SIGNATURE_DOUBT(
            false,
            "Chưa xác minh được chữ ký số.",
            "Its digital signature could not be verified.",
            "Nghị định 45/2020/NĐ-CP, Điều 14 khoản 3"),
    UNVERIFIED(false, "Chưa có cán bộ thứ hai duyệt cho tái sử dụng.", "No second officer has approved it.", ""),
    SCOPE_LIMITED(
            false, "Giấy tờ chỉ dùng cho mục đích ghi trên giấy.", "It serves only the purpose written on it.", ""),
    NO_RULE(
            false,
            "Chưa có quy tắc hiệu lực cho loại giấy tờ và thủ tục này.",
            "There is no validity rule for this kind of paper and procedure.",
            ""),
    RULE_UNCONFIRMED(
            false,
            "Quy tắc hiệu lực chưa được đơn vị xác nhận.",
            "The validity rule has not been confirmed by the office.",
            ""),
    EVENT_UNCLEAR(
            false,
            "Có thể đã có sự kiện sau ngày cấp; cần đối chiếu.",
            "A later event may have ended it; compare the dates.",
            ""),
    DATE_UNKNOWN(
            false,
            "Không rõ ngày cấp (hoặc ngày sinh) nên không tính được hiệu lực.",
            "The date of issue (or of birth) is not known.",
            "");

    private final boolean forbids;
    private final String vietnamese;
    private final String english;
    private final String basis;

    ReuseReason(boolean forbids, String vietnamese, String english, String basis) {
        this.forbids = forbids;
        this.vietnamese = vietnamese;
        this.english = english;
        this.basis = basis;
    }

    /** Whether it forbids reuse; the others leave the decision to an officer. */
    public boolean forbids() {
        return forbids;
    }

    public String message(Language language) {
        return language == Language.VI ? vietnamese : english;
    }

    /** The law it rests on; empty where it rests on the validity rule itself or on the rules of the house. */
    public String basis() {
        return basis;
    }

    /** Whether it rests on the validity rule, whose basis stands in the evidence. */
    public boolean byRule() {
        return switch (this) {
            case EXPIRED, ENDED_BY_EVENT, SUPERSEDED, SCOPE_LIMITED, EVENT_UNCLEAR, RULE_UNCONFIRMED, DATE_UNKNOWN ->
                true;
            case NOT_FOUND, REVOKED, WRONG_OWNER, UNSIGNED, SIGNATURE_INVALID, SIGNATURE_DOUBT, UNVERIFIED, NO_RULE ->
                false;
        };
    }
}
