package vn.sohoa.intake;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Pages of text as recognition would give them. */
final class TextPages {
    private TextPages() {}

    /** One line each; {@code |} between words stands for a wide gap, elsewhere for itself. */
    static PageText page(String... lines) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int x = 150;
            for (String part : lines[i].split("(?<=\\S)\\|(?=\\S)", -1)) {
                for (String text : part.strip().split("\\s+")) {
                    if (!text.isBlank()) {
                        words.add(new Word(text, new Box(x, 100 + 60 * i, 20 * text.length(), 40), 95, i));
                        x += 20 * text.length() + 15;
                    }
                }
                x += 300;
            }
        }
        return new PageText(PageText.Source.OCR, words, 0);
    }

    /** Lines of an office file, which have no place. */
    static PageText office(String... lines) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            for (String text : lines[i].split("\\s+")) {
                words.add(new Word(text, Box.NONE, 100, i));
            }
        }
        return new PageText(PageText.Source.TEXT, words, 0);
    }
}
