package vn.sohoa.extraction;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * A value as it was read, before anyone says how sure it is.
 *
 * @param found the words that hold it
 * @param raw as it stands on the paper
 * @param value normalised
 */
record Reading(String field, Group group, Found found, String raw, String value) {
    private static final List<String> COMMITTEES = List.of("ỦY BAN NHÂN DÂN ", "HỘI ĐỒNG NHÂN DÂN ");
    /** Words of the committee and its unit. */
    private static final int HEAD = 5;

    private static final Set<String> HEAD_WORDS =
            Set.of("uy", "ban", "nhan", "dan", "hoi", "dong", "tinh", "huyen", "quan", "xa", "phuong");

    /** Values that readers get wrong in the same way. */
    enum Group {
        NUMBER,
        DATE,
        /** Of a labelled name. */
        NAME,
        /** The name below an authority: the wrong line is likelier than a wrong letter. */
        SIGNER,
        AGENCY,
        SUPERIOR,
        TEXT
    }

    Reading(String field, Group group, Found found, String value) {
        this(field, group, found, found.text(), value);
    }

    /** How sure the recogniser is of its least sure word; of a day, of its figures: a misread "tháng" says nothing of them. */
    double weakest() {
        boolean figures = group == Group.DATE
                && found.words().stream().anyMatch(word -> word.text().matches(".*\\d.*"));
        return doubtable().stream()
                .filter(word -> figures
                        ? word.text().matches(".*\\d.*")
                        : !Fold.solid(word.text()).isEmpty())
                .mapToDouble(Word::confidence)
                .min()
                .orElse(0);
    }

    /** How sure the recogniser is of its words. */
    double mean() {
        return doubtable().stream().mapToDouble(Word::confidence).average().orElse(0);
    }

    /** Its words but those that can only be what they are: ỦY BAN NHÂN DÂN XÃ, however it was read. */
    List<Word> doubtable() {
        boolean agency = group == Group.AGENCY || group == Group.SUPERIOR;
        if (!agency || COMMITTEES.stream().noneMatch(value::startsWith)) {
            return found.words();
        }
        List<Word> words = found.words();
        List<Word> own = IntStream.range(0, words.size())
                .filter(i -> i >= HEAD
                        || !HEAD_WORDS.contains(Fold.solid(words.get(i).text())))
                .mapToObj(words::get)
                .toList();
        return own.isEmpty() ? words : own;
    }

    /** As it is kept, with the boxes of its words together. */
    ExtractedValue sure(double confidence) {
        ExtractedValue.Method method =
                found.source() == PageText.Source.OCR ? ExtractedValue.Method.OCR : ExtractedValue.Method.TEXT;
        return new ExtractedValue(field, raw, value, found.page(), Piece.around(found.words()), confidence, method);
    }

    /** Under another name. */
    Reading named(String other) {
        return new Reading(other, group, found, raw, value);
    }

    /** So that a person looks at it, however clearly it is printed. */
    Reading doubted() {
        return new Reading(field, group, found.less(0), raw, value);
    }

    boolean isDoubted() {
        return found.likeness() == 0;
    }
}
