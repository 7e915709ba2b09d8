package vn.sohoa.ocr;

import java.text.Normalizer;

/** Vietnamese letters in the one form the rest of the program knows: NFC, and Đ as U+0110. */
final class VietnameseText {
    /** Latin eth, in capitals the very picture of Đ; Vietnamese has no eth. */
    private static final char ETH = '\u00D0';

    private static final char SMALL_ETH = '\u00F0';

    private VietnameseText() {}

    static String clean(String read) {
        return Normalizer.normalize(read, Normalizer.Form.NFC)
                .replace("\u0110\u00D0", "\u0110") // one letter given twice, in both its forms
                .replace("\u00D0\u0110", "\u0110")
                .replace("N\u00D1", "N")
                .replace('§', 'S')
                .replaceAll("VNe[Il1|]{1,2}D", "VNeID")
                .replace(ETH, '\u0110')
                .replace(SMALL_ETH, '\u0111')
                .strip();
    }
}
