package vn.sohoa.dossier;

/** What somebody who signs in may do (vai trò). An account has one or more. */
public enum Role {
    /** Cán bộ phụ trách lưu trữ, số hóa: jobs, review, rescans, signing, reports. */
    RECORDS_OFFICER("Cán bộ số hóa", "records officer"),
    /** Cán bộ giải quyết thủ tục: search, papers, reuse, upload. */
    PROCESSING_OFFICER("Cán bộ giải quyết", "processing officer"),
    /** Người kiểm tra: who saw what, indicators; no paper itself. */
    AUDITOR("Kiểm tra", "auditor"),
    /** Quản trị hệ thống: accounts, units, jobs; no paper itself. */
    ADMINISTRATOR("Quản trị", "administrator"),
    /** A program of another system, such as the one-stop centre's: asks by case and purpose. */
    SERVICE("Hệ thống khác", "service");

    private final String vietnamese;
    private final String english;

    Role(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The name for people. */
    public String label(Language language) {
        return language == Language.VI ? vietnamese : english;
    }
}
