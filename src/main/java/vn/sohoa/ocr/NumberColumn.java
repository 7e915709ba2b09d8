package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * The narrow first column of a table (số thứ tự), whose lone digits the recogniser's layout may pass over. Where three rows or more
 * begin at one place with something dark and unread before them, each such cell is read by itself, and what is read counts only if
 * all of it together counts up: 1, 2, 3.
 */
final class NumberColumn {
    private static final int MANY = 3;
    /** Width of the place looked at, and its distance from the row, in heights of the row's first word. */
    private static final double WIDTH = 4;

    private static final double GAP = 0.4;
    /** Darker is ink, on the way from 0 to 255. */
    private static final int INK = 128;
    /** A column of pixels with more ink than this is a rule. */
    private static final double RULE = 0.6;

    private final PageText text;
    private final PageImage image;
    private final Function<Box, PageText> reader;

    private NumberColumn(PageText text, PageImage image, Function<Box, PageText> reader) {
        this.text = text;
        this.image = image;
        this.reader = reader;
    }

    /**
     * @param reader reads one line of the image, in its pixels; nothing where there is no time for it, which leaves the column as it is
     * @return the text with the numbers at the beginning of their lines, in the order that it has
     */
    static PageText filled(PageText text, PageImage image, Function<Box, PageText> reader) {
        List<Word> numbers = new NumberColumn(text, image, reader).numbers();
        if (numbers.isEmpty()) {
            return text;
        }
        List<Word> words = new ArrayList<>(numbers);
        words.addAll(text.words());
        words.sort(Comparator.comparingInt(Word::line)); // stable: a number stays before its row
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    private List<Word> numbers() {
        List<Word> numbers = new ArrayList<>();
        List<Word> open =
                new ArrayList<>(text.lines().stream().map(line -> line.get(0)).toList());
        open.sort(Comparator.comparingInt(word -> word.box().x()));
        while (!open.isEmpty()) {
            Box first = open.get(0).box();
            List<Word> rows = open.stream()
                    .filter(word -> word.box().x() - first.x() <= word.box().height() / 2)
                    .sorted(Comparator.comparingInt(word -> word.box().y()))
                    .toList();
            open.removeAll(rows);
            if (rows.size() >= MANY) {
                numbers.addAll(before(rows));
            }
        }
        return numbers;
    }

    /** The numbers before rows that begin at one place; none if they do not count up. */
    private List<Word> before(List<Word> rows) {
        List<Word> numbers = new ArrayList<>();
        int due = 0;
        for (Word row : rows) {
            Box cell = cell(row.box());
            if (cell == null) {
                continue;
            }
            Optional<Word> read = reader.apply(cell).words().stream()
                    .filter(word -> word.text().matches("[1-9]\\d?\\.?"))
                    .findFirst();
            int value = read.map(word -> Integer.parseInt(word.text().replace(".", "")))
                    .orElse(0);
            if (value == 0 || (due != 0 && value != due)) {
                return List.of();
            }
            due = value + 1;
            read.ifPresent(word -> numbers.add(new Word(word.text(), word.box(), word.confidence(), row.line())));
        }
        return numbers.size() >= MANY ? numbers : List.of();
    }

    /** What is dark and unread before a row, between the rules of the table; null if there is nothing. */
    private @Nullable Box cell(Box row) {
        int right = (int) (row.x() - GAP * row.height());
        int x = (int) Math.max(0, row.x() - WIDTH * row.height());
        if (right - x < row.height()) {
            return null;
        }
        int middle = row.y() + row.height() / 2;
        int y = middle;
        while (y > Math.max(0, middle - row.height()) && !isRule(x, right, y - 1)) {
            y--;
        }
        int bottom = middle;
        while (bottom < Math.min(image.height(), middle + row.height()) && !isRule(x, right, bottom)) {
            bottom++;
        }
        Box strip = new Box(x, y, right - x, bottom - y);
        boolean unread = text.words().stream().noneMatch(word -> meets(word.box(), strip));
        return unread && strip.height() > row.height() / 2 ? inked(strip) : null;
    }

    private boolean isRule(int x, int right, int y) {
        int dark = 0;
        for (int at = x; at < right; at++) {
            dark += image.at(at, y) < INK ? 1 : 0;
        }
        return dark > RULE * (right - x);
    }

    private static boolean meets(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    /** Of the parts into which upright rules cut a strip the one with most ink, as far as its ink goes, with room around. */
    private @Nullable Box inked(Box strip) {
        Box most = null;
        int dark = strip.height(); // less is dust
        int begin = strip.x();
        for (int x = strip.x(); x <= strip.right(); x++) {
            if (x == strip.right() || ink(strip, x) > RULE * strip.height()) {
                int here = 0;
                int from = x;
                int to = begin;
                for (int at = begin + 1; at < x - 1; at++) { // a rule's edge is neither
                    int column = ink(strip, at);
                    here += column;
                    from = column > 0 ? Math.min(from, at) : from;
                    to = column > 0 ? at : to;
                }
                if (here > dark) {
                    int room = strip.height() / 4;
                    int left = Math.max(begin + 1, from - room);
                    most = new Box(left, strip.y(), Math.min(x - 1, to + 1 + room) - left, strip.height());
                    dark = here;
                }
                begin = x + 1;
            }
        }
        return most;
    }

    private int ink(Box strip, int x) {
        int dark = 0;
        for (int y = strip.y(); y < strip.bottom(); y++) {
            dark += image.at(x, y) < INK ? 1 : 0;
        }
        return dark;
    }
}
