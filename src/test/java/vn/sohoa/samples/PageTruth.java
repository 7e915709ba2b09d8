package vn.sohoa.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on one page, to the letter, in the reading orders a recogniser may choose.
 *
 * @param columns blocks that stand side by side one after the other, the left one first
 * @param rows the same blocks read across, line by line
 * @param mixed head of the page across, signing block column by column, tables line by line across their cells
 * @param cells the same with each cell of a table whole
 * @param cellsAcross blocks across as in {@code rows}, each cell of a table whole
 */
public record PageTruth(String columns, String rows, String mixed, String cells, String cellsAcross) {

    /** All orders, as {@link OcrScore#best} wants them. */
    public List<String> orders() {
        return List.of(columns, rows, mixed, cells, cellsAcross);
    }

    /** A line and the height of its baseline in millimetres. */
    record Spot(String text, double y) {}

    /** Collects the lines while a page is drawn. */
    static final class Collector {
        /** Baselines nearer than this are one line when read across. */
        private static final double ONE_LINE = 2.6;

        private final List<String> columns = new ArrayList<>();
        private final List<String> rows = new ArrayList<>();
        private final List<String> mixed = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private final List<String> cellsAcross = new ArrayList<>();

        void line(String text) {
            for (List<String> order : List.of(columns, rows, mixed, cells, cellsAcross)) {
                order.add(clean(text));
            }
        }

        /** Two blocks at the same height; head: as the head of a page, else as its signing block. */
        void sideBySide(List<Spot> left, List<Spot> right, boolean head) {
            List<String> whole = Stream.concat(left.stream(), right.stream())
                    .map(s -> clean(s.text()))
                    .toList();
            columns.addAll(whole);
            List<Spot> rest = new ArrayList<>(right);
            List<Spot> lines = new ArrayList<>();
            for (Spot l : left) {
                Spot beside = rest.stream()
                        .filter(r -> Math.abs(r.y() - l.y()) < ONE_LINE)
                        .findFirst()
                        .orElse(new Spot("", l.y()));
                rest.remove(beside);
                lines.add(new Spot((l.text() + " " + beside.text()).strip(), l.y()));
            }
            lines.addAll(rest);
            lines.sort(Comparator.comparingDouble(Spot::y));
            List<String> across = lines.stream().map(s -> clean(s.text())).toList();
            rows.addAll(across);
            cellsAcross.addAll(across);
            mixed.addAll(head ? across : whole);
            cells.addAll(head ? across : whole);
        }

        /** A row of a ruled table: cell by cell, and line by line across the cells. */
        void cells(List<List<String>> row) {
            List<String> whole =
                    row.stream().map(cell -> clean(String.join(" ", cell))).toList();
            List.of(columns, cells, cellsAcross).forEach(order -> order.addAll(whole));
            int most = row.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < most; i++) {
                int at = i;
                String line = clean(String.join(
                        " ",
                        row.stream()
                                .filter(c -> c.size() > at)
                                .map(c -> c.get(at))
                                .toList()));
                rows.add(line);
                mixed.add(line);
            }
        }

        PageTruth truth() {
            return new PageTruth(text(columns), text(rows), text(mixed), text(cells), text(cellsAcross));
        }

        private static String text(List<String> lines) {
            return String.join("\n", lines);
        }

        private static String clean(String text) {
            return text.replace('~', ' ').replaceAll(" +", " ").strip();
        }
    }
}
