package vn.sohoa.ocr;

import java.util.List;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Numbers of a list that stand one under another. The recogniser's layout can take their digits for a column of its own and read
 * it as nonsense, sometimes with the lines beside it; what betrays it are their points, left behind at the beginning of lines.
 */
final class LostNumbers {
    private static final int MANY = 3;
    private static final double SURE = 60;
    private static final double KEPT = 0.98;

    private LostNumbers() {}

    static boolean in(PageText text) {
        List<Word> points = text.lines().stream()
                .map(line -> line.get(0))
                .filter(word -> word.text().equals("."))
                .toList();
        double near = usualHeight(text) / 2;
        return points.stream()
                .anyMatch(one -> points.stream()
                                .filter(other ->
                                        Math.abs(other.box().x() - one.box().x()) <= near)
                                .count()
                        >= MANY);
    }

    /** The reading across columns, unless it has lost letters: digits read as a column stand in the wrong place all the same. */
    static PageText better(PageText first, PageText acrossColumns) {
        return letters(acrossColumns) >= KEPT * letters(first) ? acrossColumns : first;
    }

    private static long letters(PageText text) {
        return text.words().stream()
                .filter(word -> word.confidence() >= SURE)
                .flatMapToInt(word -> word.text().codePoints())
                .filter(Character::isLetterOrDigit)
                .count();
    }

    private static double usualHeight(PageText text) {
        int[] heights = text.words().stream()
                .filter(word -> word.text().length() > 1)
                .mapToInt(word -> word.box().height())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }
}
