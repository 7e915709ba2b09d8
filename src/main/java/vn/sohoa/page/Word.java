package vn.sohoa.page;

import java.text.Normalizer;

/**
 * One word as read.
 *
 * @param text NFC, not blank
 * @param box where it stands
 * @param confidence 0 to 100; 100 for text that was in the file
 * @param line number of its line on the page, from 0, rising
 */
public record Word(String text, Box box, double confidence, int line) {

    public Word {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a word without letters");
        }
        if (!(confidence >= 0 && confidence <= 100)) {
            throw new IllegalArgumentException("confidence not within 0 to 100: " + confidence);
        }
        if (line < 0) {
            throw new IllegalArgumentException("negative line: " + line);
        }
    }
}
