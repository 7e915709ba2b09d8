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
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/**
 * Puts marks right by what stands beside them: <i>tô chức</i> can only be <i>tổ chức</i>. A word changes only if the pair as read is
 * not known, and of the known pairs with the same letters one alone has its other word just so. Letters are never changed, only
 * marks; what may be a name (<i>Văn Hòa</i> beside <i>văn hóa</i>) is left as it was read.
 */
final class Phrases {
    /** The recogniser is never surer than about 97. */
    private static final double CERTAIN = 98;

    private static final Pattern CORE = Pattern.compile("^(\\p{P}*)([\\p{L}\\p{M}]+)(\\p{P}*)$");
    /** Family names that nine of ten people bear. */
    private static final Set<String> FAMILIES = Set.of(
            "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG", "BÙI", "ĐỖ", "HỒ", "NGÔ",
            "DƯƠNG", "LÝ", "ĐINH", "MAI", "TRƯƠNG", "LƯƠNG", "ĐOÀN", "TRỊNH", "ĐÀO", "TÔ", "TẠ", "HÀ", "CAO", "LÂM",
            "LƯU", "PHÙNG", "THÁI", "CHÂU");

    /** A name in capitals begins at most so many words before. */
    private static final int LONGEST_NAME = 3;

    private static final Phrases KNOWN = load();

    private final Set<String> pairs = new HashSet<>();
    /** By letters without marks. */
    private final Map<String, List<String>> byLetters = new HashMap<>();

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
                byLetters
                        .computeIfAbsent(letters(pair), none -> new ArrayList<>())
                        .add(pair);
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
        if (pairs.contains(read) || inName(words, at, first.group(2), second.group(2))) {
            return;
        }
        List<String> likely = byLetters.getOrDefault(letters(read), List.of()).stream()
                .filter(known -> known.startsWith(one + " ") || known.endsWith(" " + two))
                .toList();
        if (likely.size() != 1) {
            return;
        }
        String known = likely.get(0);
        int blank = known.indexOf(' ');
        boolean firstIsWrong = known.endsWith(" " + two);
        // a word that belongs to what stands on its other side is right as read, and says little of this side
        boolean bound =
                pairs.contains(beside(words, at - 1) + " " + one) || pairs.contains(two + " " + beside(words, at + 2));
        if (bound && VietnameseSyllables.valid(firstIsWrong ? one : two)) {
            return;
        }
        if (firstIsWrong) {
            replace(words, at, first, known.substring(0, blank));
        } else {
            replace(words, at + 1, second, known.substring(blank + 1));
        }
    }

    /** Whether a pair may be of a person's or a place's name: its second word has a capital, or all is in capitals after a family's name. */
    private static boolean inName(List<Word> words, int at, String first, String second) {
        if (!Character.isUpperCase(second.charAt(0))) {
            return false;
        }
        if (!capitals(first) || !capitals(second)) {
            return true;
        }
        int line = words.get(at).line();
        for (int before = at;
                before >= Math.max(0, at - LONGEST_NAME) && words.get(before).line() == line;
                before--) {
            if (FAMILIES.contains(words.get(before).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean capitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** The word at a place in small letters, be it of another line; nothing where there is none. */
    private static String beside(List<Word> words, int at) {
        Matcher core = CORE.matcher(at >= 0 && at < words.size() ? words.get(at).text() : "");
        return core.matches() ? core.group(2).toLowerCase(Locale.ROOT) : "";
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
