package vn.sohoa.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many papers a person has to look at, and why. */
final class ReviewLoad {
    private final Map<String, Integer> why = new TreeMap<>();
    private int papers;
    private int asked;

    void add(Optional<String> doubt) {
        papers++;
        asked += doubt.isPresent() ? 1 : 0;
        doubt.ifPresent(text -> why.merge(text.replaceAll("\\d+", "#"), 1, Integer::sum));
    }

    String report() {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "review load: %d of %d papers (%.1f %%)%n", asked, papers,
                papers == 0 ? 0 : 100.0 * asked / papers));
        why.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(15)
                .forEach(e -> out.append(String.format(Locale.ROOT, "%4d %s%n", e.getValue(), e.getKey())));
        return out.toString();
    }
}
