package vn.sohoa.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Puts marks right by what stands beside them: <i>tô chức</i> can only be <i>tổ chức</i>. A word changes only if the pair as read is
 * not known, one known pair alone has the same letters, and its other word was read just so. Letters are never changed, only marks.
 */
final class Phrases {
    /** The recogniser is never surer than about 97. */
    private static final double CERTAIN = 98;

    private static final Pattern CORE = Pattern.compile("^(\\p{P}*)([\\p{L}\\p{M}]+)(\\p{P}*)$");
    private static final Phrases KNOWN = load();

    private final Set<String> pairs = new HashSet<>();
    /** By letters without marks; empty where two pairs share them. */
    private final Map<String, String> byLetters = new HashMap<>();

    private Phrases() {}

    private static Phrases load() {
        Phrases made = new Phrases();
        try (InputStream in = Phrases.class.getResourceAsStream("phrases.txt")) {
            if (in == null) {
                throw new IllegalStateException("phrases.txt is missing");
            }
            String all =
                    Normalizer.normalize(new String(in.readAllBytes(), StandardCharsets.UTF_8), Normalizer.Form.NFC);
            all.lines().filter(line -> !line.startsWith("#")).forEach(made::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private void add(String line) {
        for (String pair : line.split(", *")) {
            if (pairs.add(pair)) {
                byLetters.merge(letters(pair), pair, (one, other) -> "");
            }
        }
    }

    static PageText corrected(PageText text) {
        List<Word> words = new ArrayList<>(text.words());
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).line() == words.get(i + 1).line()) {
                KNOWN.correct(words, i);
            }
        }
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    private void correct(List<Word> words, int at) {
        Matcher first = CORE.matcher(words.get(at).text());
        Matcher second = CORE.matcher(words.get(at + 1).text());
        // a sign between them parts them
        if (!first.matches()
                || !second.matches()
                || !first.group(3).isEmpty()
                || !second.group(1).isEmpty()) {
            return;
        }
        String one = first.group(2).toLowerCase(Locale.ROOT);
        String two = second.group(2).toLowerCase(Locale.ROOT);
        String read = one + " " + two;
        String known = pairs.contains(read) ? "" : byLetters.getOrDefault(letters(read), "");
        int blank = known.indexOf(' ');
        if (blank < 0) {
            return;
        }
        if (known.substring(blank + 1).equals(two)) {
            replace(words, at, first, known.substring(0, blank));
        } else if (known.substring(0, blank).equals(one)) {
            replace(words, at + 1, second, known.substring(blank + 1));
        }
    }

    private static void replace(List<Word> words, int at, Matcher as, String right) {
        Word word = words.get(at);
        String read = as.group(2);
        boolean spelling =
                signs(read).equals(signs(right)); // hoá and hóa: the same marks in another place are no mistake
        if (word.confidence() < CERTAIN && read.length() == right.length() && !spelling) {
            String cased = cased(right, read);
            words.set(at, new Word(as.group(1) + cased + as.group(3), word.box(), word.confidence(), word.line()));
        }
    }

    /** Letter by letter in the case of what was read. */
    private static String cased(String right, String read) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < right.length(); i++) {
            char c = right.charAt(i);
            out.append(Character.isUpperCase(read.charAt(i)) ? Character.toUpperCase(c) : c);
        }
        return out.toString();
    }

    /** Letters and marks, in the order of the alphabet. */
    private static List<Integer> signs(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .sorted()
                .boxed()
                .toList();
    }

    private static String letters(String marked) {
        return Normalizer.normalize(marked, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
    }
}
