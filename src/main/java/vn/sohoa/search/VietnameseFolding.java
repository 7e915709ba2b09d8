package vn.sohoa.search;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Makes spellings comparable. What is indexed and what is asked go through the same door. */
final class VietnameseFolding {
    private VietnameseFolding() {}

    /** Composed letters; a letter with loose tone marks would be found by no query. */
    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Small letters without accents: {@code Đà Nẵng} and {@code da nang} are one. */
    static String fold(String text) {
        char[] from = nfc(text).toLowerCase(Locale.ROOT).toCharArray();
        char[] to = new char[from.length * 4]; // as much as a letter can become
        int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
        return new String(to, 0, length);
    }
}
