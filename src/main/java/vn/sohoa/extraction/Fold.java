package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.Locale;

/** Vietnamese text without accents, case and ornaments, so that "QUYẾT ĐỊNH:" and "Quyet dinh" are one phrase. */
final class Fold {
    private Fold() {}

    /** Lower case, no accents, {@code d} for đ and ð, everything but letters and digits a single blank. */
    static String words(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
            char letter = letter(c);
            if (Character.isLetterOrDigit(letter)) {
                plain.append(letter);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !plain.isEmpty()
                    && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    /** The folded text without blanks: what survives a lost or invented gap. */
    static String solid(String text) {
        return words(text).replace(" ", "");
    }

    /** Which letters and digits a folded text has, one bit each: a quick "cannot be there". */
    static long letters(String folded) {
        long letters = 0;
        for (int i = 0; i < folded.length(); i++) {
            letters |= folded.charAt(i) == ' ' ? 0 : 1L << (folded.charAt(i) & 63);
        }
        return letters;
    }

    /** Share of the letters that are capitals, 0 to 1; 0 without letters. */
    static double capitals(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters == 0 ? 0 : (double) capitals / letters;
    }

    /** In another case by rules that no locale of the machine changes. */
    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static char letter(char c) {
        return switch (c) {
            case 'Đ', 'đ', 'Ð', 'ð' -> 'd'; // U+0110, U+0111 and the look-alikes U+00D0, U+00F0 that readers give
            default -> Character.toLowerCase(c);
        };
    }
}
