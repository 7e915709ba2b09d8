package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/**
 * A table without rules, which the recogniser's layout takes for columns of text: its columns stand side by side, and their lines
 * stand level, row by row. Two columns are one only where the second has nothing but numbers: the head of a letter and its signing
 * block have two columns as well, and are read block by block. Several signers are told by the room for their signatures, columns
 * of prose by their full lines.
 */
final class AlignedColumns {
    private static final int FEWEST_ROWS = 4;
    private static final int FEWEST_COLUMNS = 3;
    /** Share of the rows that have to have two cells and more. */
    private static final double LEVEL = 0.8;
    /** No row is so many usual steps below the one before. */
    private static final double STEP = 2.2;
    /** A line is full when it takes so much of its column; so large a share of full lines is prose. */
    private static final double FULL = 0.85;

    private static final double PROSE = 0.6;
    /** Share of the width of all text that no column has. */
    private static final double WIDE = 0.6;

    private AlignedColumns() {}

    private record Line(List<Word> words, Box box) {
        double middle() {
            return box.y() + box.height() / 2.0;
        }

        boolean numbers() {
            return words.stream().allMatch(word -> word.text().matches("[\\d.,:/%()+-]+"));
        }
    }

    /** Lines in the recogniser's order; where they are columns of a table, the rows of the table instead. */
    static List<List<Word>> rows(List<List<Word>> lines) {
        List<List<Line>> blocks = blocks(lines);
        List<List<Word>> out = new ArrayList<>();
        for (int from = 0; from < blocks.size(); ) {
            int to = from + 1;
            while (to < blocks.size() && standsRight(blocks.get(to - 1), blocks.get(to))) {
                to++;
            }
            List<List<Line>> columns = blocks.subList(from, to);
            List<List<Line>> rows = inRows(columns);
            if (isTable(columns, rows)) {
                rows.forEach(row -> out.add(
                        row.stream().flatMap(cell -> cell.words().stream()).toList()));
            } else {
                columns.forEach(column -> column.forEach(line -> out.add(line.words())));
            }
            from = to;
        }
        return out;
    }

    /** Lines that follow each other downwards, one over the other; a wide one stands by itself. */
    private static List<List<Line>> blocks(List<List<Word>> all) {
        List<Line> lines = all.stream()
                .map(words -> new Line(words, words.stream().map(Word::box).reduce(Box.NONE, Box::and)))
                .toList();
        double widest = WIDE * around(lines).width();
        List<List<Line>> blocks = new ArrayList<>();
        Line last = null;
        for (Line line : lines) {
            boolean below = last != null
                    && Math.max(last.box().width(), line.box().width()) <= widest
                    && line.middle() > last.middle()
                    && line.box().x() < last.box().right()
                    && last.box().x() < line.box().right();
            if (!below) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(line);
            last = line;
        }
        return blocks;
    }

    private static Box around(List<Line> block) {
        return block.stream().map(Line::box).reduce(Box.NONE, Box::and);
    }

    private static boolean standsRight(List<Line> left, List<Line> right) {
        Box a = around(left);
        Box b = around(right);
        return b.x() >= a.right() && b.y() < a.bottom() && a.y() < b.bottom();
    }

    /** The lines of all columns that stand level, from the left. */
    private static List<List<Line>> inRows(List<List<Line>> columns) {
        List<List<Line>> rows = new ArrayList<>();
        columns.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Line::middle))
                .forEach(line -> {
                    List<Line> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
                    if (last.isEmpty()
                            || line.middle() - last.get(0).middle()
                                    > Math.min(
                                                    line.box().height(),
                                                    last.get(0).box().height())
                                            / 2.0) {
                        rows.add(new ArrayList<>());
                    }
                    rows.get(rows.size() - 1).add(line);
                });
        rows.forEach(row -> row.sort(Comparator.comparingInt(line -> line.box().x())));
        return rows;
    }

    private static boolean isTable(List<List<Line>> columns, List<List<Line>> rows) {
        boolean wide = columns.size() >= FEWEST_COLUMNS
                || (columns.size() == 2 && columns.get(1).stream().allMatch(Line::numbers));
        long level = rows.stream().filter(row -> row.size() > 1).count();
        return wide && rows.size() >= FEWEST_ROWS && level >= LEVEL * rows.size() && isEven(rows) && !isProse(columns);
    }

    private static boolean isEven(List<List<Line>> rows) {
        double[] steps = new double[rows.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = rows.get(i + 1).get(0).middle() - rows.get(i).get(0).middle();
        }
        Arrays.sort(steps);
        return steps[steps.length - 1] <= STEP * steps[steps.length / 2];
    }

    private static boolean isProse(List<List<Line>> columns) {
        return columns.stream().allMatch(column -> {
            int width = around(column).width();
            long full = column.stream()
                    .filter(line -> line.box().width() >= FULL * width)
                    .count();
            return full >= PROSE * column.size();
        });
    }
}
