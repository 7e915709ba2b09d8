package vn.sohoa.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Words of one line that stand close together: two columns of a letterhead are two segments, though recognition makes one line of
 * them.
 *
 * @param wholeLine whether the line has no other segment
 */
record Segment(List<Word> words, boolean wholeLine) {
    /** A gap is wider than this many heights of the words beside it. */
    private static final double GAP_HEIGHTS = 1.6;

    static List<Segment> of(PageText page) {
        List<Segment> segments = new ArrayList<>();
        for (List<Word> line : page.lines()) {
            List<List<Word>> parts = split(line);
            parts.forEach(part -> segments.add(new Segment(part, parts.size() == 1)));
        }
        return segments;
    }

    private static List<List<Word>> split(List<Word> line) {
        List<List<Word>> parts = new ArrayList<>();
        List<Word> part = new ArrayList<>();
        for (Word word : line) {
            if (!part.isEmpty() && apart(part.get(part.size() - 1).box(), word.box())) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(word);
        }
        parts.add(part);
        return parts;
    }

    private static boolean apart(Box left, Box right) {
        double gap = right.x() - (double) left.right();
        // a word that stands left of the one before it belongs to something else
        return Math.abs(gap) > GAP_HEIGHTS * Math.max(left.height(), right.height()) && !left.equals(Box.NONE);
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    Box box() {
        return words.stream().map(Word::box).reduce(Box.NONE, Box::and);
    }

    /** The text without accents, in lower case, with single blanks between runs of letters and digits. */
    String folded() {
        return fold(text());
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
