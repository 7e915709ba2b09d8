package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * The numbers in the first column of a ruled table count up: what stands between two that do, and is no longer than a number, is
 * one too, unless the recogniser is sure of another. 1, 8, 3, 4 is 1, 2, 3, 4.
 */
final class RowNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}\\.?");
    private static final int FEWEST_RIGHT = 3;
    /** Of the cells from the first right number to the last. */
    private static final double RIGHT = 0.6;

    private static final int LONGEST = 3;
    /** A number read so surely stays: some tables leave numbers out or give one twice. */
    private static final double SURE = 95;
    /** Cells that begin so near the edge of the table are its first column. */
    private static final int EDGE_PIXELS = 10;
    /** Tables go on from page to page. */
    private static final int MOST_ROWS_BEFORE = 90;

    private RowNumbers() {}

    static PageText counted(PageText text, List<RuledTable> tables) {
        List<Word> words = new ArrayList<>(text.words());
        for (RuledTable table : tables) {
            count(words, firstColumn(words, table));
        }
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    /** For each cell of the column the place of the one word in it; none where there is another number of words. */
    private static List<OptionalInt> firstColumn(List<Word> words, RuledTable table) {
        List<OptionalInt> column = new ArrayList<>();
        for (int i = 0; i < table.cells().size(); i++) {
            Box cell = table.cells().get(i);
            if (cell.x() - table.box().x() > EDGE_PIXELS) {
                continue;
            }
            int number = i;
            List<Integer> within = new ArrayList<>();
            for (int at = 0; at < words.size(); at++) {
                Box box = words.get(at).box();
                OptionalInt in = table.cell(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
                if (in.isPresent() && in.getAsInt() == number) {
                    within.add(at);
                }
            }
            column.add(within.size() == 1 ? OptionalInt.of(within.get(0)) : OptionalInt.empty());
        }
        return column;
    }

    private static void count(List<Word> words, List<OptionalInt> column) {
        for (int begin = 1 - column.size(); begin <= MOST_ROWS_BEFORE; begin++) {
            List<Integer> right = right(words, column, begin);
            if (right.size() < FEWEST_RIGHT) {
                continue;
            }
            int first = right.get(0);
            int last = right.get(right.size() - 1);
            if (right.size() >= RIGHT * (last - first + 1)) {
                List<String> forms = right.stream()
                        .map(row -> words.get(column.get(row).orElseThrow()).text())
                        .toList();
                for (int row = first; row <= last; row++) {
                    set(words, column.get(row), number(begin + row, forms));
                }
                return;
            }
        }
    }

    /** The rows whose number is what it is when the first row of the column has the number {@code begin}. */
    private static List<Integer> right(List<Word> words, List<OptionalInt> column, int begin) {
        List<Integer> right = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            int due = begin + row;
            Optional<String> text = column.get(row).stream()
                    .mapToObj(at -> words.get(at).text())
                    .filter(read -> NUMBER.matcher(read).matches())
                    .findFirst();
            if (due > 0 && text.filter(read -> value(read) == due).isPresent()) {
                right.add(row);
            }
        }
        return right;
    }

    private static int value(String number) {
        return Integer.parseInt(number.replace(".", ""));
    }

    /** As the others are written: 01 or 1, with a point or without. */
    private static String number(int value, List<String> others) {
        boolean padded = others.stream().anyMatch(other -> other.startsWith("0"));
        boolean point = others.stream().filter(other -> other.endsWith(".")).count() * 2 > others.size();
        return (padded && value < 10 ? "0" : "") + value + (point ? "." : "");
    }

    private static void set(List<Word> words, OptionalInt place, String number) {
        place.ifPresent(at -> {
            Word read = words.get(at);
            boolean sure =
                    read.confidence() >= SURE && NUMBER.matcher(read.text()).matches();
            if (read.text().length() <= LONGEST && !sure) {
                words.set(at, new Word(number, read.box(), read.confidence(), read.line()));
            }
        });
    }
}
