package vn.sohoa.dossier;

/** What an officer may make of the signatures of a file. Unknown is never {@link #HOP_LE}. */
public enum SignatureVerdict {
    /** Everything is proven. */
    HOP_LE("Hợp lệ", "Valid"),
    /** A person has to look. */
    CAN_XEM_XET("Cần xem xét", "To be looked at"),
    /** Harm is proven. */
    KHONG_HOP_LE("Không hợp lệ", "Invalid"),
    /** Proven unsigned: no signature dictionary anywhere in the bytes. */
    KHONG_CO_CHU_KY("Không có chữ ký số", "Unsigned");

    private final String vietnamese;
    private final String english;

    SignatureVerdict(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String label(Language language) {
        return language == Language.VI ? vietnamese : english;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
