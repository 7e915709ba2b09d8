package vn.sohoa.quality;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a page was read, against what a person says stands on it. White space counts as one blank; accents, case and
 * punctuation count.
 *
 * @param characters of the true text
 * @param characterErrors to be put in, taken out or exchanged
 * @param words of the true text
 * @param wordErrors the same with words
 */
public record TextAccuracy(int characters, int characterErrors, int words, int wordErrors) {

    /** Compares what was read with what is true. */
    public static TextAccuracy of(String read, String truth) {
        String a = normal(read);
        String b = normal(truth);
        String[] readWords = a.isEmpty() ? new String[0] : a.split(" ");
        String[] trueWords = b.isEmpty() ? new String[0] : b.split(" ");
        Map<String, Integer> numbers = new HashMap<>();
        return new TextAccuracy(
                b.codePointCount(0, b.length()),
                distance(a.codePoints().toArray(), b.codePoints().toArray()),
                trueWords.length,
                distance(numbered(readWords, numbers), numbered(trueWords, numbers)));
    }

    /** Several pages together, each weighing as much as it has characters. */
    public static TextAccuracy pooled(Collection<TextAccuracy> pages) {
        return pages.stream()
                .reduce(
                        new TextAccuracy(0, 0, 0, 0),
                        (a, b) -> new TextAccuracy(
                                a.characters + b.characters,
                                a.characterErrors + b.characterErrors,
                                a.words + b.words,
                                a.wordErrors + b.wordErrors));
    }

    /** Character error rate: 0, to 1 and beyond. */
    public double cer() {
        return characters == 0 ? (characterErrors == 0 ? 0 : 1) : (double) characterErrors / characters;
    }

    /** Word error rate. */
    public double wer() {
        return words == 0 ? (wordErrors == 0 ? 0 : 1) : (double) wordErrors / words;
    }

    /** Characters read rightly in percent, not below 0. */
    public double percent() {
        return Math.max(0, 100 * (1 - cer()));
    }

    /** Below this the true share of right characters in the whole batch is not, with 97.5 % certainty; pages differ. */
    public static double lowest(List<TextAccuracy> pages) {
        TextAccuracy all = pooled(pages);
        int n = pages.size();
        if (n < 2 || all.characters == 0) {
            return 0;
        }
        double squares = 0;
        for (TextAccuracy page : pages) {
            double off = page.characterErrors - all.cer() * page.characters;
            squares += off * off;
        }
        double deviation = Math.sqrt(squares * n / (n - 1)) / all.characters;
        return Math.max(0, all.percent() - 196 * deviation);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static int[] numbered(String[] words, Map<String, Integer> numbers) {
        int[] out = new int[words.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = numbers.computeIfAbsent(words[i], word -> numbers.size());
        }
        return out;
    }

    /** Levenshtein's. */
    private static int distance(int[] a, int[] b) {
        int[] above = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int[] row = new int[b.length + 1];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int exchanged = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length];
    }
}
