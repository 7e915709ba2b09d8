package vn.sohoa.dossier;

/** Why a paper must not be digitised (Circular 01/2023/TT-VPCP; letter 7197/BKHCN-CĐSQG, 2.1 and 2.2; R-02). */
public enum ScopeReason {
    ALREADY_DATA("Dữ liệu đã có trong cơ sở dữ liệu", "Already data in a database"),
    DUPLICATE_IN_BATCH("Trùng với tệp khác trong cùng lần nộp", "The same as another file of the delivery"),
    DUPLICATE_HELD(
            "Trùng với giấy tờ đã có trong kho: xem xét hủy",
            "The same as a paper on file: to be considered for disposal"),
    PHOTOCOPY("Bản chụp không có giá trị pháp lý", "A copy without legal value"),
    CERTIFIED_COPY_PAPER("Bản sao chứng thực bằng giấy", "A certified copy on paper"),
    SHOW_ONLY("Giấy tờ chỉ xuất trình, không số hóa", "Only shown, not digitised"),
    BORN_DIGITAL_SIGNED(
            "Bản in của văn bản điện tử đã ký số: lấy bản điện tử gốc",
            "Print of a signed electronic document: take the original"),
    LOW_VALUE("Không có giá trị lưu trữ", "Of no archival value"),
    FRAGILE_D("Giấy hư hỏng nặng: giữ bản giấy", "Badly damaged: the paper itself is kept");

    private final String vietnamese;
    private final String english;

    ScopeReason(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The sentence for officers. */
    public String label(Language language) {
        return language == Language.VI ? vietnamese : english;
    }
}
