package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sohoa.page.PageText;
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/** A point behind a syllable, with a small letter behind it in the same line, was a comma: {@code (Ký. ghi rõ họ tên)}. */
final class Commas {
    private Commas() {}

    static PageText setRight(PageText text) {
        List<Word> words = new ArrayList<>(text.words());
        for (int i = 0; i + 1 < words.size(); i++) {
            Word word = words.get(i);
            Word next = words.get(i + 1);
            String read = word.text();
            if (word.line() == next.line() && read.endsWith(".") && endsSyllable(read) && goesOn(next.text())) {
                String mended = read.substring(0, read.length() - 1) + ",";
                words.set(i, new Word(mended, word.box(), word.confidence(), word.line()));
            }
        }
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    /** KT., TP. and the like are no syllables in small letters. */
    private static boolean endsSyllable(String text) {
        String bare = letters(text);
        return bare.length() > 1
                && text.endsWith(bare + ".")
                && VietnameseSyllables.valid(bare)
                && !bare.equals(bare.toUpperCase(Locale.ROOT));
    }

    private static boolean goesOn(String text) {
        String bare = letters(text);
        return bare.length() > 1
                && text.startsWith(bare)
                && VietnameseSyllables.valid(bare)
                && bare.equals(bare.toLowerCase(Locale.ROOT));
    }

    private static String letters(String text) {
        return text.replaceAll("^[^\\p{L}\\p{M}]+|[^\\p{L}\\p{M}]+$", "");
    }
}
