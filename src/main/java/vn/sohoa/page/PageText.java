package vn.sohoa.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of one page in reading order.
 *
 * @param source whether they were recognised or stood in the file
 * @param words in reading order, lines rising; boxes in pixels of the page turned upright by {@code turnedDegrees} about its
 *     middle: as large as the page image, with width and height exchanged where {@link #quarterTurns()} is odd
 * @param turnedDegrees how far the page was turned clockwise before it was read, more than -180 to 180: the slant of its lines and
 *     whole quarters where it was scanned lying or upside down; 0 for text from the file
 */
public record PageText(Source source, List<Word> words, double turnedDegrees) {

    /** Where the words come from. */
    public enum Source {
        OCR,
        TEXT
    }

    public PageText {
        words = List.copyOf(words);
    }

    /** Quarter turns clockwise that make the page upright, 0 to 3; the slant of the lines is what remains. */
    public int quarterTurns() {
        return Math.floorMod(Math.round(turnedDegrees / 90), 4);
    }

    /** A page on which nothing was read. */
    public static PageText empty(Source source) {
        return new PageText(source, List.of(), 0);
    }

    /** Mean confidence of the words, 0 to 100, weighed by their length; 0 for an empty page. */
    public double confidence() {
        double sum = 0;
        long letters = 0;
        for (Word word : words) {
            sum += word.confidence() * word.text().length();
            letters += word.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }

    /** The words line by line, each list one line. */
    public List<List<Word>> lines() {
        List<List<Word>> lines = new ArrayList<>();
        int last = -1;
        for (Word word : words) {
            if (word.line() != last) {
                lines.add(new ArrayList<>());
                last = word.line();
            }
            lines.get(lines.size() - 1).add(word);
        }
        return lines;
    }

    /** Plain text: a blank between words, a line feed between lines. */
    public String text() {
        return lines().stream()
                .map(line -> line.stream().map(Word::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
