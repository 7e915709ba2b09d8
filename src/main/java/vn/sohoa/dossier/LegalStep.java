package vn.sohoa.dossier;

/** The four steps of digitisation in the order of the law (Circular 01/2023/TT-VPCP, Article 7). */
public enum LegalStep {
    SAO_CHUP("Sao chụp"),
    BOC_TACH("Bóc tách dữ liệu"),
    CAP_MA("Cấp mã kết quả số hóa"),
    LUU("Lưu kết quả số hóa");

    private final String vietnamese;

    LegalStep(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    /** The legal name. */
    public String vietnamese() {
        return vietnamese;
    }
}
