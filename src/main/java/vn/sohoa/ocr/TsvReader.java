package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Understands Tesseract's table of words. Columns: level page block paragraph line word left top width height confidence text. */
final class TsvReader {
    private static final int COLUMNS = 12;
    private static final String WORD_LEVEL = "5";

    private TsvReader() {}

    static PageText read(String tsv) {
        List<Word> words = new ArrayList<>();
        String last = "";
        int line = -1;
        for (String row : tsv.split("\n")) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length < COLUMNS || !cells[0].equals(WORD_LEVEL)) {
                continue;
            }
            String text = VietnameseText.clean(cells[11]);
            if (text.isEmpty()) {
                continue;
            }
            String id = cells[2] + "/" + cells[3] + "/" + cells[4];
            line += id.equals(last) ? 0 : 1;
            last = id;
            words.add(new Word(text, box(cells), confidence(cells[10]), line));
        }
        return new PageText(PageText.Source.OCR, words, 0);
    }

    private static Box box(String[] cells) {
        return new Box(
                Integer.parseInt(cells[6]),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]),
                Integer.parseInt(cells[9]));
    }

    private static double confidence(String cell) {
        return Math.max(0, Math.min(100, Double.parseDouble(cell)));
    }
}
