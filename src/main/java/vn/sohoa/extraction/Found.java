package vn.sohoa.extraction;

import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.dossier.ExtractedValue;
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
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** As a value: the words' boxes together, their mean confidence, lowered by what the match lacked. */
    ExtractedValue as(String field, String value) {
        double mean = words.stream().mapToDouble(Word::confidence).average().orElse(0);
        ExtractedValue.Method method =
                source == PageText.Source.OCR ? ExtractedValue.Method.OCR : ExtractedValue.Method.TEXT;
        return new ExtractedValue(field, text(), value, page, Piece.around(words), mean * likeness, method);
    }
}
