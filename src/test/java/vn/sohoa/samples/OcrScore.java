package vn.sohoa.samples;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Character and word error rates of a reading against the truth. Errors over truth lengths: rates can pass 1. */
public record OcrScore(int characters, int characterErrors, int words, int wordErrors, int wordsMissed) {

    /** Character error rate, 0 to 1 and beyond. */
    public double cer() {
        return characters == 0 ? 0 : (double) characterErrors / characters;
    }

    /** Word error rate, 0 to 1 and beyond. */
    public double wer() {
        return words == 0 ? 0 : (double) wordErrors / words;
    }

    /** The score of several pages together, each weighing as much as it has characters. */
    public static OcrScore pooled(Collection<OcrScore> scores) {
        return scores.stream().reduce(new OcrScore(0, 0, 0, 0, 0), OcrScore::plus);
    }

    private OcrScore plus(OcrScore o) {
        return new OcrScore(
                characters + o.characters,
                characterErrors + o.characterErrors,
                words + o.words,
                wordErrors + o.wordErrors,
                wordsMissed + o.wordsMissed);
    }

    /** NFC, every run of white space one blank. Nothing else is forgiven: Đ is U+0110, quotes and dashes as printed. */
    public static String normal(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The better of the reading orders allowed for the page (columns whole, or row by row across them). */
    public static OcrScore best(String reading, List<String> truths) {
        return truths.stream()
                .map(truth -> of(reading, truth))
                .min(Comparator.comparingDouble(OcrScore::cer))
                .orElseThrow(() -> new IllegalArgumentException("a page without truth"));
    }

    /** Levenshtein distances of characters and of words. */
    public static OcrScore of(String reading, String truth) {
        String r = normal(reading);
        String t = normal(truth);
        String[] rw = words(r);
        String[] tw = words(t);
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Integer> left = new HashMap<>();
        for (String w : rw) {
            left.merge(w, 1, Integer::sum);
        }
        int missed = 0;
        for (String w : tw) {
            // order-free: each word of the reading can answer for one word of the truth
            missed += left.merge(w, -1, Integer::sum) < 0 ? 1 : 0;
        }
        int characterErrors = distance(r.codePoints().toArray(), t.codePoints().toArray());
        int wordErrors = distance(numbers(rw, ids), numbers(tw, ids));
        return new OcrScore(t.codePointCount(0, t.length()), characterErrors, tw.length, wordErrors, missed);
    }

    private static String[] words(String s) {
        return s.isEmpty() ? new String[0] : s.split(" ");
    }

    private static int[] numbers(String[] words, Map<String, Integer> ids) {
        int[] out = new int[words.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ids.computeIfAbsent(words[i], w -> ids.size());
        }
        return out;
    }

    private static int distance(int[] a, int[] b) {
        int[] last = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int put = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(put, Math.min(last[j], row[j - 1]) + 1);
            }
            int[] spare = last;
            last = row;
            row = spare;
        }
        return last[b.length];
    }
}
