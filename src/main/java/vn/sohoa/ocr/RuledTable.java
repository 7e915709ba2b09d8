package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;

/** A table with rules between its cells. Cells are numbered row by row; one that reaches over several rows or columns counts once. */
final class RuledTable {
    /** Rules that end so far from each other meet all the same. */
    private static final double MEETING_INCHES = 0.06;
    /** Nearer rules are one; no letters find room between them. */
    private static final double ONE_INCHES = 0.11;
    /** A side of a cell is there when so much of it is drawn. */
    private static final double WALL = 0.5;

    private static final int FEWEST_CELLS = 4;
    /** A page with more rules is a drawing, with more cells squared paper. */
    private static final int MOST_RULES = 800;

    private static final int MOST_CELLS = 2_000;

    private final List<Line> rows;
    private final List<Line> columns;
    /** For each place, row by row, the number of its cell. */
    private final int[] cells;

    private final List<Box> boxes = new ArrayList<>();

    private RuledTable(List<Line> rows, List<Line> columns) {
        this.rows = rows;
        this.columns = columns;
        cells = new int[(rows.size() - 1) * (columns.size() - 1)];
        number();
    }

    /** Tables of two rows and two columns at least; none inside of another. */
    static List<RuledTable> on(PageImage page) {
        RuleFinder finder = new RuleFinder(page);
        List<Rule> across = new ArrayList<>(finder.across());
        List<Rule> upright = new ArrayList<>(finder.upright());
        List<RuledTable> tables = new ArrayList<>();
        while (!across.isEmpty() && !upright.isEmpty() && across.size() + upright.size() <= MOST_RULES) {
            List<Rule> here = new ArrayList<>(List.of(across.remove(0)));
            List<Rule> there = new ArrayList<>();
            connect(here, there, across, upright, MEETING_INCHES * page.dpi());
            List<Line> rows = lines(here, ONE_INCHES * page.dpi());
            List<Line> columns = lines(there, ONE_INCHES * page.dpi());
            if (rows.size() > 2 && columns.size() > 2 && rows.size() * columns.size() <= MOST_CELLS) {
                RuledTable table = new RuledTable(rows, columns);
                if (table.boxes.size() >= FEWEST_CELLS) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** Takes over all rules that meet those taken. */
    private static void connect(List<Rule> here, List<Rule> there, List<Rule> across, List<Rule> upright, double near) {
        boolean more = true;
        while (more) {
            more = move(upright, there, here, near);
            more |= move(across, here, there, near);
        }
    }

    private static boolean move(List<Rule> from, List<Rule> to, List<Rule> taken, double near) {
        List<Rule> met = from.stream()
                .filter(rule -> taken.stream().anyMatch(other -> other.meets(rule, near)))
                .toList();
        from.removeAll(met);
        return to.addAll(met);
    }

    /** Rules in one line, as they stand on the page. */
    private static List<Line> lines(List<Rule> rules, double near) {
        List<Rule> sorted =
                rules.stream().sorted(Comparator.comparingDouble(Rule::middle)).toList();
        List<Line> lines = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Rule rule : sorted) {
            if (rule.middle() - last > near) {
                lines.add(new Line(new ArrayList<>()));
            }
            lines.get(lines.size() - 1).rules().add(rule);
            last = rule.middle();
        }
        return lines;
    }

    /** A line of the table, drawn in one piece or in several. */
    private record Line(List<Rule> rules) {

        double at(double along) {
            Rule nearest = rules.stream()
                    .min(Comparator.comparingDouble(
                            rule -> Math.max(0, Math.max(rule.from() - along, along - rule.to()))))
                    .orElseThrow();
            return nearest.at(Math.max(nearest.from(), Math.min(nearest.to(), along)));
        }

        boolean drawn(double from, double to) {
            double drawn = rules.stream()
                    .mapToDouble(rule -> Math.max(0, Math.min(to, rule.to()) - Math.max(from, rule.from())))
                    .sum();
            return drawn >= WALL * (to - from);
        }
    }

    /** Places without a rule between them are one cell. */
    private void number() {
        int across = columns.size() - 1;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i;
        }
        for (int i = 0; i < cells.length; i++) {
            Box box = place(i);
            if (i % across > 0 && !columns.get(i % across).drawn(box.y(), box.bottom())) {
                join(i, i - 1);
            }
            if (i >= across && !rows.get(i / across).drawn(box.x(), box.right())) {
                join(i, i - across);
            }
        }
        int[] numbers = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int first = cells[i];
            if (first == i) {
                boxes.add(place(i));
                numbers[i] = boxes.size() - 1;
            } else {
                numbers[i] = numbers[first];
                boxes.set(numbers[i], boxes.get(numbers[i]).and(place(i)));
            }
        }
        System.arraycopy(numbers, 0, cells, 0, cells.length);
    }

    private void join(int one, int other) {
        int first = Math.min(cells[one], cells[other]);
        int gone = Math.max(cells[one], cells[other]);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i] == gone ? first : cells[i];
        }
    }

    private Box place(int index) {
        int row = index / (columns.size() - 1);
        int column = index % (columns.size() - 1);
        Line left = columns.get(column);
        Line top = rows.get(row);
        Line bottom = rows.get(row + 1);
        Line right = columns.get(column + 1);
        double middleX = (left.rules().get(0).middle() + right.rules().get(0).middle()) / 2;
        double middleY = (top.at(middleX) + bottom.at(middleX)) / 2;
        int x = (int) Math.max(0, left.at(middleY));
        int y = (int) Math.max(0, top.at(middleX));
        return new Box(x, y, Math.max(0, (int) right.at(middleY) - x), Math.max(0, (int) bottom.at(middleX) - y));
    }

    /** The cell in which a place lies; none outside of the table. */
    OptionalInt cell(double x, double y) {
        int row = before(rows, y, x);
        int column = before(columns, x, y);
        boolean inside = row >= 0 && column >= 0 && row < rows.size() - 1 && column < columns.size() - 1;
        return inside ? OptionalInt.of(cells[row * (columns.size() - 1) + column]) : OptionalInt.empty();
    }

    private static int before(List<Line> lines, double place, double along) {
        int number = -1;
        while (number + 1 < lines.size() && lines.get(number + 1).at(along) <= place) {
            number++;
        }
        return number;
    }

    /** The cells in reading order: row by row, in pixels of the page, up to the middle of their rules. */
    List<Box> cells() {
        return List.copyOf(boxes);
    }

    Box box() {
        return boxes.stream().reduce(Box.NONE, Box::and);
    }
}
