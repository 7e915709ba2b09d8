package vn.sohoa.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a paper shows besides its rules: words and pairs of words, how lines begin, what stands in capitals in the middle, the kind
 * in its number. Each group counts the same on a short paper and a long one.
 */
final class KindFeatures {
    private static final int MOST_WORDS = 700;
    private static final int LETTERS = 4;
    private static final double TOP = 0.6;
    private static final double MIDDLE = 0.2;

    private final Map<String, Double> features = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();
    private final Set<String> starts = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private final Set<String> heads = new HashSet<>();

    private KindFeatures() {}

    static Map<String, Double> of(Sheet sheet, Optional<DocumentNumber> number, boolean motto, boolean dateLine) {
        KindFeatures all = new KindFeatures();
        all.read(sheet);
        all.add(all.words, 2);
        all.add(all.pairs, 2);
        all.add(all.starts, 2);
        all.add(all.titles, 2);
        all.add(all.letters, 1.5);
        all.add(all.heads, 1);
        all.features.put("k " + number.map(n -> Fold.solid(n.kind())).orElse("-"), 1.0);
        all.features.put(motto ? "m motto" : "m plain", 0.7);
        all.features.put(dateLine ? "m dated" : "m undated", 0.7);
        all.features.put("n " + (int) Math.round(Math.log1p((double) sheet.wordCount()) * 1.5), 0.5);
        return all.features;
    }

    private void read(Sheet sheet) {
        int count = 0;
        for (Piece piece : sheet.pieces()) {
            if (count > MOST_WORDS || Cuts.isMotto(piece.folded())) {
                continue;
            }
            String[] tokens = tokens(piece);
            count += tokens.length;
            collect(tokens, "w ", "b ", words, pairs);
            if (tokens.length > 1) {
                starts.add("l " + tokens[0] + " " + tokens[1]);
            }
            boolean top = piece.page() == sheet.firstPage() && sheet.depth(piece) < TOP && piece.capitals() > 0.7;
            if (top && sheet.offCentre(piece) <= MIDDLE) {
                collect(tokens, "t ", "u ", titles, titles);
                String solid = piece.folded().replace(" ", "");
                for (int i = 0; i + LETTERS <= solid.length(); i++) {
                    letters.add("c " + solid.substring(i, i + LETTERS));
                }
            } else if (top) {
                collect(tokens, "h ", "i ", heads, heads);
            }
        }
    }

    /** Folded words; all numbers of the same length are one word. */
    private static String[] tokens(Piece piece) {
        return piece.folded().replaceAll("\\d", "0").split(" ");
    }

    private static void collect(String[] tokens, String one, String two, Set<String> singles, Set<String> doubles) {
        for (int i = 0; i < tokens.length; i++) {
            if (!tokens[i].isEmpty()) {
                singles.add(one + tokens[i]);
            }
            if (i > 0) {
                doubles.add(two + tokens[i - 1] + " " + tokens[i]);
            }
        }
    }

    private void add(Set<String> group, double size) {
        double value = size / Math.sqrt(Math.max(4, group.size()));
        group.forEach(name -> features.put(name, value));
    }

    /** What the rules say about all kinds together, for the answer that it is none of them. */
    static void overall(List<KindView.Signs> signs, Map<String, Double> features) {
        double title = signs.stream().mapToDouble(KindView.Signs::title).max().orElse(0);
        double points = signs.stream().mapToDouble(KindView.Signs::points).max().orElse(0);
        boolean under = signs.stream().anyMatch(s -> s.under() && s.first());
        features.put("r title", title);
        features.put("r untitled", 1 - title);
        features.put("r points", Math.max(0, Math.min(1.3, points / 100)));
        features.put("r under", under ? title : 0);
    }
}
