package vn.sohoa.extraction;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Words of a page that may be a value.
 *
 * @param likeness 0 to 1, how well the label or pattern beside them was met
 */
record Found(int page, PageText.Source source, List<Word> words, double likeness) {

    static Found whole(Piece piece) {
        return new Found(piece.page(), piece.source(), piece.words(), 1);
    }

    String text() {
        return text(0, words.size());
    }

    /** As few of the words, in a row, as still say it. */
    Found shortest(Predicate<String> saysIt) {
        int from = 0;
        int to = words.size();
        while (to - from > 1 && saysIt.test(text(from, to - 1))) {
            to--;
        }
        while (to - from > 1 && saysIt.test(text(from + 1, to))) {
            from++;
        }
        return new Found(page, source, words.subList(from, to), likeness);
    }

    private String text(int from, int to) {
        return words.subList(from, to).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** The same words, less sure that they are the whole value and nothing else. */
    Found less(double share) {
        return new Found(page, source, words, likeness * share);
    }
}
