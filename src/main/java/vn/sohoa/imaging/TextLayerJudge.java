package vn.sohoa.imaging;

import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.page.PageText;
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/**
 * Tells real Vietnamese text from what other tools leave under a scan: letters without tone marks, text in a font-bound coding
 * of before Unicode, the sign-off of a scanning program.
 */
final class TextLayerJudge {
    /** Too few to judge. */
    private static final int LEAST_LETTERS = 40;
    /** A scan's layer must be the whole text, not a stamp: at least this much, */
    private static final int LEAST_LETTERS_ON_SCAN = 150;
    /** spread over at least this share of the height. */
    private static final double LEAST_SPREAD = 0.25;

    private static final double SYLLABLES = 0.70;
    private static final double SYLLABLES_ON_SCAN = 0.90;
    /** Share of marked syllables: 0.75 in real text, almost none without a Vietnamese model. */
    private static final double MARKED = 0.30;

    private static final double MOST_GARBAGE = 0.03;

    private TextLayerJudge() {}

    /** scanHeight: of the page in pixels if it is a scan, else 0. */
    static boolean real(PageText text, int scanHeight) {
        String all = text.words().stream().map(Word::text).collect(Collectors.joining(" "));
        long letters = all.codePoints().filter(Character::isLetter).count();
        if (letters < (scanHeight > 0 ? LEAST_LETTERS_ON_SCAN : LEAST_LETTERS)) {
            return false;
        }
        if (scanHeight > 0 && spread(text.words()) < LEAST_SPREAD * scanHeight) {
            return false;
        }
        long garbage = all.codePoints().filter(TextLayerJudge::garbage).count();
        return garbage <= MOST_GARBAGE * all.length()
                && vietnamese(all, scanHeight > 0 ? SYLLABLES_ON_SCAN : SYLLABLES);
    }

    private static boolean vietnamese(String all, double least) {
        int syllables = 0;
        int marked = 0;
        int words = 0;
        for (String word : all.split("[^\\p{L}\\p{M}]+")) {
            // one letter is a list mark or a variable, a row of capitals without marks mostly an abbreviation
            boolean abbreviation =
                    word.equals(word.toUpperCase(java.util.Locale.ROOT)) && !VietnameseSyllables.marked(word);
            if (word.length() < 2 || (abbreviation && word.length() <= 6)) {
                continue;
            }
            words++;
            syllables += VietnameseSyllables.valid(word) ? 1 : 0;
            marked += VietnameseSyllables.marked(word) ? 1 : 0;
        }
        return words > 0 && syllables >= least * words && marked >= MARKED * words;
    }

    private static int spread(List<Word> words) {
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (Word word : words) {
            top = Math.min(top, word.box().y());
            bottom = Math.max(bottom, word.box().bottom());
        }
        return bottom - top;
    }

    /** Signs that no printed Vietnamese page has. */
    private static boolean garbage(int c) {
        int type = Character.getType(c);
        return type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.CONTROL
                || c == 0xFFFD
                || c == '~'
                || c == '^'
                || c == '|'
                || c == '\\';
    }
}
