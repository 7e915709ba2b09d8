package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Builds page texts as readers give them: 200 dpi, A4, words with boxes. */
final class PaperPages {
    private static final int WIDTH = 1654;
    private static final int LEFT = 170;
    private static final int LETTER = 13;
    private static final int HEIGHT = 28;
    private static final int STEP = 42;

    private final List<PageText> done = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private int line;
    private int y = 120;
    private double confidence = 94;

    static PaperPages paper() {
        return new PaperPages();
    }

    /** The text of a file without places: one line per line. */
    static List<PageText> plain(String text) {
        List<Word> words = new ArrayList<>();
        int line = 0;
        for (String row : text.split("\n")) {
            for (String word : row.strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(new Word(word, Box.NONE, 100, line));
                }
            }
            line++;
        }
        return List.of(new PageText(PageText.Source.TEXT, words, 0));
    }

    PaperPages confidence(double percent) {
        confidence = percent;
        return this;
    }

    PaperPages left(String text) {
        row(text, LEFT);
        return next();
    }

    PaperPages centre(String text) {
        row(text, (WIDTH - width(text)) / 2);
        return next();
    }

    /** Two columns of a head or a signature, each about its own middle. */
    PaperPages both(String left, String right) {
        row(left, 430 - width(left) / 2);
        row(right, 1180 - width(right) / 2);
        return next();
    }

    PaperPages right(String text) {
        row(text, 1180 - width(text) / 2);
        return next();
    }

    PaperPages gap() {
        y += STEP;
        return this;
    }

    PaperPages page() {
        done.add(new PageText(PageText.Source.OCR, words, 0));
        words = new ArrayList<>();
        line = 0;
        y = 120;
        return this;
    }

    List<PageText> pages() {
        page();
        return List.copyOf(done);
    }

    /** The usual head of a state paper. */
    PaperPages head(String superior, String agency, String number, String placeAndDate) {
        return both(superior, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .both(agency, "Độc lập - Tự do - Hạnh phúc")
                .both(number, placeAndDate)
                .gap();
    }

    private void row(String text, int x) {
        int at = x;
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(new Word(word, new Box(at, y, word.length() * LETTER, HEIGHT), confidence, line));
                at += (word.length() + 1) * LETTER;
            }
        }
    }

    private static int width(String text) {
        return text.length() * LETTER;
    }

    private PaperPages next() {
        line++;
        y += STEP;
        return this;
    }
}
