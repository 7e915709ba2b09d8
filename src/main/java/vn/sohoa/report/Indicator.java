package vn.sohoa.report;

import java.util.Arrays;
import java.util.Optional;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.catalog.CaseFacts.Mark;
import vn.sohoa.dossier.Language;

/**
 * The indicators of digitisation, group 4 of Decision 766/QĐ-TTg, by formula version {@value #FORMULA}. A change of a formula is
 * a new version: closed periods are shown by the one that they were closed with.
 */
public enum Indicator {
    /** Cấp kết quả điện tử: the sync carries the link of the result's file / dossiers that must get a paper as a result. */
    ELECTRONIC_RESULT("4.1", "Cấp kết quả giải quyết điện tử", "Results issued electronically"),
    /** Số hóa hồ sơ: at least one file among the components and a file of the result / all dossiers. */
    DIGITISED("4.2", "Số hóa hồ sơ", "Dossiers digitised"),
    /** Khai thác, sử dụng lại: at least one component reused / received. Once a dossier, however many components. */
    REUSED("4.3", "Khai thác, sử dụng lại thông tin, dữ liệu số hóa", "Dossiers with reuse"),
    /** Số hóa có kết nối, chia sẻ: a component from the national store, or the result's link pushed / received. */
    CONNECTED("4.4", "Số hóa có kết nối, chia sẻ dữ liệu", "Digitised, connected and shared"),
    /** Use of population data: the formula is not recovered, so it has no figures. */
    POPULATION_DATA("4.5", "Khai thác dữ liệu dân cư (chưa có công thức)", "Use of population data (no formula yet)");

    /** Version of the formulas in this class. */
    public static final String FORMULA = "766F-1";

    private final String code;
    private final String vietnamese;
    private final String english;

    Indicator(String code, String vietnamese, String english) {
        this.code = code;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** As the decision numbers it. */
    public String code() {
        return code;
    }

    public String title(Language language) {
        return language == Language.VI ? vietnamese : english;
    }

    /** The indicator of a number such as {@code 4.3}. */
    public static Optional<Indicator> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** Whether there is a formula. */
    public boolean counted() {
        return this != POPULATION_DATA;
    }

    /** Whether a dossier of the period stands below the line. */
    boolean denominator(CaseFacts dossier, IndicatorRules rules) {
        return switch (this) {
            case ELECTRONIC_RESULT ->
                dossier.has(Mark.PAPER_RESULT)
                        || (!dossier.has(Mark.NO_PAPER_RESULT) && rules.mustReturn(dossier.procedure()));
            case DIGITISED, REUSED, CONNECTED -> true;
            case POPULATION_DATA -> false;
        };
    }

    /** Whether a dossier below the line stands above it too. */
    boolean numerator(CaseFacts dossier) {
        return switch (this) {
            case ELECTRONIC_RESULT -> dossier.has(Mark.RESULT_PUSHED);
            case DIGITISED -> dossier.has(Mark.COMPONENT_DIGITISED) && dossier.has(Mark.RESULT_DIGITISED);
            case REUSED -> dossier.has(Mark.REUSED);
            case CONNECTED -> dossier.has(Mark.NATIONAL_STORE) || dossier.has(Mark.RESULT_PUSHED);
            case POPULATION_DATA -> false;
        };
    }
}
