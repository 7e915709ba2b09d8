package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final Pattern GLUED_AT_COLON = Pattern.compile("(.*\\p{L}\\p{M}?:)(\\p{L}.*)");

    private TextNoise() {}

    static PageText cleared(PageText text) {
        double height = usualHeight(text.words());
        List<Word> words = new ArrayList<>();
        for (Word word : text.words()) {
            String bare = bare(word.text());
            if (bare.isEmpty() || noise(word, bare, height)) {
                continue;
            }
            parts(bare, word, words);
        }
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    private static double usualHeight(List<Word> words) {
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
            List<String> both = List.of(colon.group(1), colon.group(2));
            parts(both.get(0), part(both, 0, word), out);
            parts(both.get(1), part(both, 1, word), out);
            return;
        }
        List<String> syllables = syllables(text);
        for (int i = 0; i < syllables.size(); i++) {
            out.add(part(syllables, i, word));
        }
    }

    /** Two syllables where the letters are none, one of them bears marks, and they part in one way only. */
    private static List<String> syllables(String text) {
        String letters = text.replaceAll("[\\p{P}]+$", "");
        if (letters.length() < 5
                || !letters.codePoints().allMatch(Character::isLetter)
                || VietnameseSyllables.valid(letters)
                || !VietnameseSyllables.marked(letters)) {
            return List.of(text);
        }
        List<String> found = List.of();
        for (int at = 2; at <= letters.length() - 2; at++) {
            String left = letters.substring(0, at);
            String right = letters.substring(at);
            if (VietnameseSyllables.valid(left) && VietnameseSyllables.valid(right)) {
                if (!found.isEmpty()) {
                    return List.of(text);
                }
                found = Arrays.asList(left, right + text.substring(letters.length()));
            }
        }
        return found.isEmpty() ? List.of(text) : found;
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
