package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/**
 * Takes away what was read into specks and signatures that stand alone in the white of a line: letters too small to be any, signs far
 * from all words, doubtful words far out; and the point behind the name of an agency in capitals, which has none.
 */
final class StrayMarks {
    /** Letters and digits reach at least so much of the usual height of words. */
    private static final double LEAST_LETTER = 0.3;

    private static final String DASHES = "-–—";
    private static final Pattern SIGN = Pattern.compile("[\\p{P}\\p{S}]{1,2}");
    /** White on a side, in usual heights. */
    private static final double ALONE = 2;

    private static final double FAR_OUT = 8;
    private static final double SIGN_DOUBT = 90;
    /** A dash can be all that stands in a cell; then it is as wide as this and twice as wide as high. */
    private static final double DASH = 0.2;

    private static final double WORD_DOUBT = 45;
    private static final double SCRIBBLE_DOUBT = 60;
    private static final int SHORT = 4;
    private static final double POINT_DOUBT = 92;

    private final List<Word> words = new ArrayList<>();
    private final double height;

    private StrayMarks(double height) {
        this.height = height;
    }

    static PageText cleared(PageText text) {
        StrayMarks marks = new StrayMarks(TextNoise.usualHeight(text.words()));
        text.lines().forEach(marks::clear);
        return new PageText(text.source(), marks.words, text.turnedDegrees());
    }

    private void clear(List<Word> line) {
        for (int i = 0; i < line.size(); i++) {
            Word word = line.get(i);
            double before = i == 0 ? Double.MAX_VALUE : white(line.get(i - 1), word);
            double behind = i + 1 == line.size() ? Double.MAX_VALUE : white(word, line.get(i + 1));
            if (!speck(word) && (i == 0 || !alone(word, before, behind))) {
                words.add(i > 1 && capitals(line.get(i - 1)) ? withoutPoint(word) : word);
            }
        }
    }

    private double white(Word left, Word right) {
        return (right.box().x() - left.box().right()) / height;
    }

    private boolean speck(Word word) {
        return Math.max(word.box().width(), word.box().height()) < LEAST_LETTER * height
                && word.confidence() < SIGN_DOUBT // of a sure word the box is wrong
                && word.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private boolean dash(Box box) {
        return box.width() >= DASH * height && box.width() >= 2 * box.height();
    }

    private boolean alone(Word word, double before, double behind) {
        String text = word.text();
        if (Math.min(before, behind) < ALONE) {
            return false;
        }
        if (SIGN.matcher(text).matches()) {
            return word.confidence() < SIGN_DOUBT && !(DASHES.contains(text) && dash(word.box()));
        }
        boolean built = VietnameseSyllables.valid(text);
        boolean number = Character.isDigit(text.charAt(0));
        return !number
                && text.length() <= SHORT
                && before > FAR_OUT
                && word.confidence() < (built ? WORD_DOUBT : SCRIBBLE_DOUBT);
    }

    private static Word withoutPoint(Word word) {
        String bare = word.text().replaceAll("\\.+$", "");
        boolean changes = !bare.equals(word.text())
                && word.confidence() < POINT_DOUBT
                && capitals(word)
                && (VietnameseSyllables.valid(bare) || VietnameseSyllables.marked(bare));
        return changes ? new Word(bare, word.box(), word.confidence(), word.line()) : word;
    }

    private static boolean capitals(Word word) {
        String text = word.text();
        return text.length() > 1
                && text.equals(text.toUpperCase(Locale.ROOT))
                && text.codePoints().allMatch(c -> Character.isLetter(c) || c == '.');
    }
}
