package vn.sohoa.dossier;

/** Why a paper must not be digitised (Circular 01/2023/TT-VPCP; letter 7197/BKHCN-CĐSQG, 2.1 and 2.2; R-02). */
public enum ScopeReason {
    ALREADY_DATA("Dữ liệu đã có trong cơ sở dữ liệu"),
    DUPLICATE_IN_BATCH("Trùng với tệp khác trong cùng lần nộp"),
    DUPLICATE_HELD("Trùng với giấy tờ đã có trong kho: xem xét hủy"),
    PHOTOCOPY("Bản chụp không có giá trị pháp lý"),
    CERTIFIED_COPY_PAPER("Bản sao chứng thực bằng giấy"),
    SHOW_ONLY("Giấy tờ chỉ xuất trình, không số hóa"),
    BORN_DIGITAL_SIGNED("Bản in của văn bản điện tử đã ký số: lấy bản điện tử gốc"),
    LOW_VALUE("Không có giá trị lưu trữ"),
    FRAGILE_D("Giấy hư hỏng nặng: giữ bản giấy");

    private final String vietnamese;

    ScopeReason(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    /** The sentence for officers. */
    public String vietnamese() {
        return vietnamese;
    }
}
