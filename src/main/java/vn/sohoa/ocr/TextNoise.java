package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/**
 * Takes away what is no text and parts what was glued together. Rules of tables read as bars, signatures and stamps read as tall,
 * doubtful words, lone specks read as points; {@code tính:Nữ} and {@code Dântộc}.
 */
final class TextNoise {
    private static final String RULES = "|¦_‡~";
    private static final Pattern SPECKS = Pattern.compile("[`'‘’“”\"^*°•·.,;:!«»=—]+");
    /** A word this many times as high as most words is a signature, if it is doubtful too. */
    private static final double TALL = 2.8;

    private static final double TALL_DOUBT = 80;
    private static final double SPECK_DOUBT = 70;
    /** A sign or two read with less are as good as nothing; a longer word is worth more than its gap. */
    private static final double HARDLY = 40;

    private static final int FEW = 2;
    /** TT at the head of a table, a unit, a mark. */
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2}");

    private static final int SHORTEST_PAIR = 5;
    private static final int MOST_GLUED = 4;

    private static final Pattern GLUED_AT_COLON =
            Pattern.compile("(.*\\p{L}\\p{M}?:)(\\p{L}.*)|(\\p{L}{3,}:)(\\p{N}.*)");

    /** An item of a list at the beginning of a line. */
    private static final Pattern GLUED_DASH = Pattern.compile("-\\p{Lu}.*");

    private TextNoise() {}

    static PageText cleared(PageText text) {
        double height = usualHeight(text.words());
        List<Word> words = new ArrayList<>();
        for (Word word : text.words()) {
            String bare = bare(word.text());
            if (bare.isEmpty() || noise(word, bare, height)) {
                continue;
            }
            boolean item = GLUED_DASH.matcher(bare).matches()
                    && (words.isEmpty() || words.get(words.size() - 1).line() != word.line());
            if (item) {
                List<String> both = List.of("-", bare.substring(1));
                words.add(part(both, 0, word));
                parts(both.get(1), part(both, 1, word), words);
            } else {
                parts(bare, word, words);
            }
        }
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    /** Of words of two signs and more; 0 without any. */
    static double usualHeight(List<Word> words) {
        int[] heights = words.stream()
                .filter(word -> word.text().length() > 1)
                .mapToInt(word -> word.box().height())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }

    /** Without the rules at its ends. */
    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && RULES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && RULES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean noise(Word word, String bare, double usualHeight) {
        boolean tall = word.box().height() > TALL * usualHeight && word.confidence() < TALL_DOUBT;
        boolean speck = SPECKS.matcher(bare).matches() && word.confidence() < SPECK_DOUBT;
        boolean hardly = bare.length() <= FEW
                && word.confidence() < HARDLY
                && !WordVote.wellBuilt(bare)
                && !CAPITALS.matcher(bare).matches();
        return tall || speck || hardly;
    }

    private static void parts(String text, Word word, List<Word> out) {
        Matcher colon = GLUED_AT_COLON.matcher(text);
        if (colon.matches()) {
            int end = colon.group(1) == null ? colon.end(3) : colon.end(1);
            List<String> both = List.of(text.substring(0, end), text.substring(end));
            parts(both.get(0), part(both, 0, word), out);
            parts(both.get(1), part(both, 1, word), out);
            return;
        }
        List<String> syllables = syllables(text);
        for (int i = 0; i < syllables.size(); i++) {
            out.add(part(syllables, i, word));
        }
    }

    /** The syllables of letters that are none, where they bear marks and one way alone parts them into the fewest. */
    private static List<String> syllables(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(text.charAt(to - 1))) {
            to--;
        }
        String letters = text.substring(from, to);
        if (letters.length() < SHORTEST_PAIR
                || !letters.codePoints().allMatch(Character::isLetter)
                || VietnameseSyllables.valid(letters)
                || !VietnameseSyllables.marked(letters)) {
            return List.of(text);
        }
        List<List<String>> ways = new ArrayList<>();
        part(letters, List.of(), ways);
        int least = ways.stream().mapToInt(List::size).min().orElse(0);
        ways.removeIf(way -> way.size() > least);
        if (ways.size() != 1) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>(ways.get(0));
        parts.set(0, text.substring(0, from) + parts.get(0));
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + text.substring(to));
        return parts;
    }

    /** Every way to part letters into syllables of two letters and more; a capital begins a syllable, unless all are capitals. */
    private static void part(String letters, List<String> before, List<List<String>> ways) {
        if (letters.isEmpty()) {
            ways.add(before);
        }
        for (int at = 1; at <= letters.length() && before.size() < MOST_GLUED; at++) {
            String syllable = letters.substring(0, at);
            if (whole(syllable) && VietnameseSyllables.valid(syllable)) {
                List<String> more = new ArrayList<>(before);
                more.add(syllable);
                part(letters.substring(at), more, ways);
            }
        }
    }

    private static boolean whole(String syllable) {
        String rest = syllable.substring(1);
        boolean one = syllable.length() == 1 && !syllable.equals("Y");
        return !one
                && (rest.equals(rest.toLowerCase(Locale.ROOT)) || syllable.equals(syllable.toUpperCase(Locale.ROOT)));
    }

    /** Its share of the box by the number of letters. */
    private static Word part(List<String> parts, int index, Word word) {
        if (parts.size() == 1) {
            return new Word(parts.get(0), word.box(), word.confidence(), word.line());
        }
        int all = parts.stream().mapToInt(String::length).sum();
        int before = parts.subList(0, index).stream().mapToInt(String::length).sum();
        Box box = word.box();
        int left = box.x() + box.width() * before / all;
        int right = box.x() + box.width() * (before + parts.get(index).length()) / all;
        return new Word(
                parts.get(index), new Box(left, box.y(), right - left, box.height()), word.confidence(), word.line());
    }
}
