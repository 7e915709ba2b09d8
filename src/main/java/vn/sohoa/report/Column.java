package vn.sohoa.report;

import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.catalog.CaseFacts.Mark;
import vn.sohoa.dossier.Language;

/** The columns of provincial reports, of the dossiers received in the period. */
public enum Column {
    RECEIVED("Tiếp nhận", "Received"),
    COMPONENTS_NOT("Chưa số hóa TPHS", "Components not digitised"),
    COMPONENTS("Có số hóa TPHS", "Components digitised"),
    REUSED("Có tái sử dụng TP", "With reuse"),
    NATIONAL_STORE("Có tái sử dụng TP từ DVCQG", "From the national store"),
    SOLVED("Đã giải quyết", "Solved"),
    RESULT_NOT("Chưa số hóa KQ", "Result not digitised"),
    RESULT("Đã số hóa KQ", "Result digitised");

    private final String vietnamese;
    private final String english;

    Column(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String title(Language language) {
        return language == Language.VI ? vietnamese : english;
    }

    boolean counts(CaseFacts dossier) {
        return switch (this) {
            case RECEIVED -> true;
            case COMPONENTS_NOT -> !dossier.has(Mark.COMPONENT_DIGITISED);
            case COMPONENTS -> dossier.has(Mark.COMPONENT_DIGITISED);
            case REUSED -> dossier.has(Mark.REUSED);
            case NATIONAL_STORE -> dossier.has(Mark.NATIONAL_STORE);
            case SOLVED -> dossier.has(Mark.SOLVED);
            case RESULT_NOT -> dossier.has(Mark.SOLVED) && !dossier.has(Mark.RESULT_DIGITISED);
            case RESULT -> dossier.has(Mark.RESULT_DIGITISED);
        };
    }
}
