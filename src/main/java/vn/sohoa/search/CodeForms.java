package vn.sohoa.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The forms in which a code may be asked for. A code is its runs of letters and of digits, folded, without leading zeros;
 * how they are separated does not matter. So {@code 07/QĐ-UBND}, {@code 7/qd-ubnd}, {@code QĐ-UBND}, {@code BN 531146} and
 * {@code bn531146} are found, whole or as a stretch of a longer code.
 */
final class CodeForms {
    private static final Pattern RUN = Pattern.compile("\\p{L}+|\\p{Nd}+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    /** Longer codes are indexed whole and by their first runs. */
    private static final int MAX_RUNS = 16;

    private CodeForms() {}

    /** The one spelling of a code, empty if it has neither letters nor digits. */
    static String canonical(String code) {
        return String.join("-", runs(code));
    }

    /** The code and every stretch of its runs, canonical. */
    static Set<String> stretches(String code) {
        List<String> all = runs(code);
        List<String> runs = all.subList(0, Math.min(all.size(), MAX_RUNS));
        Set<String> forms = new LinkedHashSet<>();
        for (int from = 0; from < runs.size(); from++) {
            for (int to = from + 1; to <= runs.size(); to++) {
                forms.add(String.join("-", runs.subList(from, to)));
            }
        }
        if (!all.isEmpty()) {
            forms.add(String.join("-", all));
        }
        return forms;
    }

    private static List<String> runs(String code) {
        return RUN.matcher(VietnameseFolding.fold(code))
                .results()
                .map(MatchResult::group)
                .map(run -> LEADING_ZEROS.matcher(run).replaceFirst(""))
                .toList();
    }
}
