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
    /** On cards and passports. */
    private static final String ENGLISH = "socialistrepublicofvietnam";

    private static final String PARTY = "dangcongsanvietnam";
    private static final double ALIKE = 0.88;
    private static final Pattern NUMBER_LABEL = Pattern.compile("s[o0]");

    private Cuts() {}

    /** True at each word that begins a new piece. */
    static boolean[] of(List<Word> line) {
        boolean[] cut = new boolean[line.size() + 1];
        List<String> solids = line.stream().map(w -> Fold.solid(w.text())).toList();
        atPhrase(solids, MOTTO, 8, cut);
        atPhrase(solids, SUB_MOTTO, 6, cut);
        atPhrase(solids, PARTY, 5, cut);
        afterNumber(line, cut);
        return cut;
    }

    /** Whether the folded text is Quốc hiệu, Tiêu ngữ or the party's head line. */
    static boolean isMotto(String folded) {
        String solid = folded.replace(" ", "");
        return Fuzzy.similarity(solid, MOTTO) > 0.8
                || Fuzzy.similarity(solid, SUB_MOTTO) > 0.8
                || Fuzzy.similarity(solid, MOTTO + SUB_MOTTO) > 0.8
                || Fuzzy.similarity(solid, ENGLISH) > 0.8
                || Fuzzy.similarity(solid, PARTY) > 0.85;
    }

    /** Whether the folded text is the beginning or the end of Quốc hiệu, which a wrong cut left behind. */
    static boolean isMottoPart(String folded) {
        String solid = folded.replace(" ", "");
        int length = Math.min(solid.length(), MOTTO.length());
        return length > 7
                && (Fuzzy.similarity(solid, MOTTO.substring(0, length)) > 0.8
                        || Fuzzy.similarity(solid, MOTTO.substring(MOTTO.length() - length)) > 0.8);
    }

    /** Cuts before and behind the run of words that is most like the phrase. */
    private static void atPhrase(List<String> solids, String phrase, int words, boolean[] cut) {
        double best = ALIKE;
        int bestFrom = -1;
        int bestTo = -1;
        for (int from = 0; from < solids.size(); from++) {
            for (int size = Math.max(1, words - 3); size <= words + 2 && from + size <= solids.size(); size++) {
                String text = String.join("", solids.subList(from, from + size));
                double like = Fuzzy.alike(text, phrase, ALIKE) ? Fuzzy.similarity(text, phrase) : 0;
                if (like > best) {
                    best = like;
                    bestFrom = from;
                    bestTo = from + size;
                }
            }
        }
        if (bestFrom >= 0) {
            cut[bestFrom] = true;
            cut[bestTo] = true;
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
}
