package vn.sohoa.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What stands on one page, to the letter, in the two reading orders a recogniser may choose.
 *
 * @param columns blocks that stand side by side one after the other, the left one first
 * @param rows the same blocks read across, line by line
 * @param mixed head of the page across, signing block column by column
 */
public record PageTruth(String columns, String rows, String mixed) {

    /** All orders, as {@link OcrScore#best} wants them. */
    public List<String> orders() {
        return List.of(columns, rows, mixed);
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

        void line(String text) {
            columns.add(clean(text));
            rows.add(clean(text));
            mixed.add(clean(text));
        }

        /** Two blocks at the same height; head: as the head of a page, else as its signing block. */
        void sideBySide(List<Spot> left, List<Spot> right, boolean head) {
            int before = rows.size();
            left.forEach(s -> columns.add(clean(s.text())));
            right.forEach(s -> columns.add(clean(s.text())));
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
            lines.forEach(s -> rows.add(clean(s.text())));
            if (head) {
                mixed.addAll(rows.subList(before, rows.size()));
            } else {
                mixed.addAll(columns.subList(columns.size() - left.size() - right.size(), columns.size()));
            }
        }

        /** A row of a ruled table: cell by cell, and line by line across the cells. */
        void cells(List<List<String>> cells) {
            cells.forEach(cell -> columns.add(clean(String.join(" ", cell))));
            int most = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < most; i++) {
                int at = i;
                mixed.add(clean(String.join(
                        " ",
                        cells.stream()
                                .filter(c -> c.size() > at)
                                .map(c -> c.get(at))
                                .toList())));
                rows.add(clean(String.join(
                        " ",
                        cells.stream()
                                .filter(c -> c.size() > at)
                                .map(c -> c.get(at))
                                .toList())));
            }
        }

        PageTruth truth() {
            return new PageTruth(String.join("\n", columns), String.join("\n", rows), String.join("\n", mixed));
        }

        private static String clean(String text) {
            return text.replace('~', ' ').replaceAll(" +", " ").strip();
        }
    }
}
