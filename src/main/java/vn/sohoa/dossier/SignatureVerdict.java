package vn.sohoa.dossier;

/** What an officer may make of the signatures of a file. Unknown is never {@link #HOP_LE}. */
public enum SignatureVerdict {
    /** Everything is proven. */
    HOP_LE("Hợp lệ"),
    /** A person has to look. */
    CAN_XEM_XET("Cần xem xét"),
    /** Harm is proven. */
    KHONG_HOP_LE("Không hợp lệ"),
    /** Proven unsigned: no signature dictionary anywhere in the bytes. */
    KHONG_CO_CHU_KY("Không có chữ ký số");

    private final String vietnamese;

    SignatureVerdict(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
