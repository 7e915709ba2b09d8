package vn.sohoa.extraction;

import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Words that stand together on one line: a whole line, or one of its columns.
 *
 * @param page from 1
 * @param order among all pieces of the paper, from 0
 * @param folded see {@link Fold#words}
 * @param solids each word folded, for comparing many phrases with it
 * @param letters see {@link Fold#letters}
 */
record Piece(
        int page,
        int order,
        PageText.Source source,
        List<Word> words,
        String text,
        String folded,
        List<String> solids,
        long letters,
        Box box) {

    static Piece of(int page, int order, PageText.Source source, List<Word> words) {
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        List<String> solids = words.stream().map(w -> Fold.solid(w.text())).toList();
        String folded = Fold.words(text);
        return new Piece(
                page, order, source, List.copyOf(words), text, folded, solids, Fold.letters(folded), around(words));
    }

    static Box around(List<Word> words) {
        return words.stream().map(Word::box).reduce(Box.NONE, Box::and);
    }

    boolean placed() {
        return !box.equals(Box.NONE);
    }

    double capitals() {
        return Fold.capitals(text);
    }

    int middle() {
        return box.x() + box.width() / 2;
    }

    boolean startsWith(String foldedPhrase) {
        return folded.equals(foldedPhrase) || folded.startsWith(foldedPhrase + " ");
    }

    /** Whether the two stand above each other, at least in part; true where nothing has a place. */
    boolean sharesColumn(Piece other) {
        return !placed() || !other.placed() || (box.x() < other.box.right() && other.box.x() < box.right());
    }
}
