package vn.sohoa.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.papers.FieldTruth;
import vn.sohoa.papers.GeneratedPaper;

/** Why required values are lost, and how many could be had at all: whether the text that was read holds their letters. */
final class LostValues {
    /** The letters are not in the text; nothing was found; more or less than the value; something else. */
    enum Cause {
        WRONG_LETTERS,
        NOT_FOUND,
        TOO_LONG,
        TOO_SHORT,
        OTHER
    }

    private final Map<String, int[]> byField = new TreeMap<>();
    private final Map<String, Integer> byPlace = new TreeMap<>();
    private int asked;
    private int readable;

    /** A required value that is on the paper. */
    Cause add(GeneratedPaper paper, java.util.List<PageText> pages, String field, FieldTruth truth, @Nullable ExtractedValue value, boolean right) {
        asked++;
        boolean there = right || isThere(truth.printed(), pages);
        readable += there ? 1 : 0;
        Cause cause = !there ? Cause.WRONG_LETTERS
                : value == null ? Cause.NOT_FOUND
                : solid(value.value()).contains(solid(truth.value())) ? Cause.TOO_LONG
                : solid(truth.value()).contains(solid(value.value())) ? Cause.TOO_SHORT : Cause.OTHER;
        if (!right) {
            byField.computeIfAbsent(field, f -> new int[Cause.values().length])[cause.ordinal()]++;
            byPlace.merge(paper.type() + " " + field + " " + cause, 1, Integer::sum);
        }
        return cause;
    }

    /** Its letters in a row, or each of its words somewhere: a value may go on in another column's line. */
    private static boolean isThere(String printed, java.util.List<PageText> pages) {
        String text = pages.stream().flatMap(page -> page.words().stream()).map(Word::text).collect(Collectors.joining());
        Set<String> words = pages.stream().flatMap(page -> page.words().stream()).map(word -> solid(word.text())).collect(Collectors.toSet());
        return solid(text).contains(solid(printed)) || Arrays.stream(printed.split("\\s+")).map(LostValues::solid).allMatch(words::contains);
    }

    private static String solid(String text) {
        return text.replaceAll("[\\s.,;:]+", "").toLowerCase(Locale.ROOT);
    }

    String report() {
        StringBuilder out = new StringBuilder("| lost of | wrong letters | not found | too long | too short | other |\n|---|---|---|---|---|---|\n");
        byField.forEach((field, n) -> out.append("| ").append(field).append(" | ")
                .append(Arrays.stream(n).mapToObj(Integer::toString).collect(Collectors.joining(" | "))).append(" |\n"));
        out.append(String.format(Locale.ROOT, "%nletters of %d of %d required values are in the text as read (%.4f)%n%n", readable, asked,
                asked == 0 ? 0 : (double) readable / asked));
        byPlace.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(25)
                .forEach(e -> out.append(String.format(Locale.ROOT, "%4d %s%n", e.getValue(), e.getKey())));
        return out.toString();
    }
}
