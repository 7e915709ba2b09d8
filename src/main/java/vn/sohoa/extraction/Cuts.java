package vn.sohoa.extraction;

import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.page.Word;

/**
 * Where the head of a paper runs together on one line: the agency with Quốc hiệu, the number with the date. Needed where words
 * have no place, or columns stand close.
 */
final class Cuts {
    private static final String MOTTO = "conghoaxahoichunghiavietnam";
    private static final String SUB_MOTTO = "doclaptudohanhphuc";
    private static final String PARTY = "dangcongsanvietnam";
    private static final Pattern NUMBER_LABEL = Pattern.compile("s[o0]");

    private Cuts() {}

    /** True at each word that begins a new piece. */
    static boolean[] of(List<Word> line) {
        boolean[] cut = new boolean[line.size() + 1];
        atPhrase(line, MOTTO, 8, cut);
        atPhrase(line, SUB_MOTTO, 6, cut);
        atPhrase(line, PARTY, 5, cut);
        afterNumber(line, cut);
        return cut;
    }

    /** Whether the folded text is Quốc hiệu, Tiêu ngữ or the party's head line. */
    static boolean isMotto(String folded) {
        String solid = folded.replace(" ", "");
        return Fuzzy.similarity(solid, MOTTO) > 0.8
                || Fuzzy.similarity(solid, SUB_MOTTO) > 0.8
                || Fuzzy.similarity(solid, MOTTO + SUB_MOTTO) > 0.8
                || Fuzzy.similarity(solid, PARTY) > 0.85;
    }

    private static void atPhrase(List<Word> line, String phrase, int words, boolean[] cut) {
        for (int from = 0; from < line.size(); from++) {
            for (int size = Math.max(1, words - 3); size <= words + 2 && from + size <= line.size(); size++) {
                if (Fuzzy.similarity(solid(line, from, from + size), phrase) > 0.88) {
                    cut[from] = true;
                    cut[from + size] = true;
                    return;
                }
            }
        }
    }

    private static void afterNumber(List<Word> line, boolean[] cut) {
        if (!NUMBER_LABEL
                .matcher(Fold.solid(line.get(0).text()).replaceAll("\\d+.*", ""))
                .matches()) {
            return;
        }
        for (int i = 1; i + 1 < line.size(); i++) {
            String here = line.get(i).text();
            String next = line.get(i + 1).text();
            boolean symbol = here.contains("/") && !here.endsWith("-") && !here.endsWith("/");
            if (symbol && Character.isUpperCase(next.charAt(0)) && !next.startsWith("-")) {
                cut[i + 1] = true;
                return;
            }
        }
    }

    private static String solid(List<Word> line, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Word word : line.subList(from, to)) {
            text.append(Fold.solid(word.text()));
        }
        return text.toString();
    }
}
