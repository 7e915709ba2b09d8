package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/**
 * Sentences with the words put right that cannot be Vietnamese and can only have been one thing: torn, run together, a letter misread.
 * Words that begin with a capital stay, since names follow other rules.
 */
final class Spelling {
    /** In heights of a word: no blank is as narrow. */
    private static final double TORN = 0.15;

    private static final String ABOUT = "Về việc";

    private Spelling() {}

    static String of(List<Word> words) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<String> whole = i + 1 < words.size() ? joined(words.get(i), words.get(i + 1)) : Optional.empty();
            if (whole.isPresent()) {
                text.add(whole.get());
                i++;
            } else {
                text.add(mended(words.get(i)));
            }
        }
        return String.join(" ", text);
    }

    /** An abstract: besides, its two first words are nearly always the same ones. */
    static String ofSubject(List<Word> words) {
        String text = of(words);
        int second = text.indexOf(' ', text.indexOf(' ') + 1);
        String start = second < 0 ? "" : text.substring(0, second);
        boolean about = !start.equals(ABOUT)
                && Fold.capitals(start) < 0.5
                && start.startsWith("V")
                && Fuzzy.distance(Fold.words(start), Fold.words(ABOUT)) <= 1;
        return about ? ABOUT + text.substring(second) : text;
    }

    private static Optional<String> joined(Word left, Word right) {
        boolean placed = left.line() == right.line()
                && !left.box().equals(Box.NONE)
                && !right.box().equals(Box.NONE);
        boolean torn = placed
                && right.box().x() - left.box().right() < TORN * right.box().height();
        String whole = left.text() + right.text();
        return torn
                        && Character.isLetter(right.text().charAt(0))
                        && (Syllable.odd(left.text()) || Syllable.odd(right.text()))
                        && !Syllable.odd(whole)
                ? Optional.of(whole)
                : Optional.empty();
    }

    private static String mended(Word word) {
        String read = word.text();
        return Character.isUpperCase(read.codePointAt(0)) || word.confidence() >= Witnesses.CERTAIN
                ? read
                : Syllable.mended(read).or(() -> Syllable.parted(read)).orElse(read);
    }
}
