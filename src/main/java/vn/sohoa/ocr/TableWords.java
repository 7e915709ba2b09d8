package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/** What stands in a ruled table, cell by cell: however the recogniser's layout cut it up, it is read row by row. */
final class TableWords {
    private final RuledTable table;
    /** By the number of the cell; lines as the recogniser cut them. */
    private final TreeMap<Integer, List<List<Word>>> cells = new TreeMap<>();

    private int turn = -1;

    TableWords(RuledTable table) {
        this.table = table;
    }

    /** The words of a line that do not stand in the table; the others are taken in. */
    List<Word> without(List<Word> line) {
        TreeMap<Integer, List<Word>> parts = new TreeMap<>();
        List<Word> outside = new ArrayList<>();
        for (Word word : line) {
            Box box = word.box();
            table.cell(box.x() + box.width() / 2.0, middle(box))
                    .ifPresentOrElse(
                            cell -> parts.computeIfAbsent(cell, number -> new ArrayList<>())
                                    .add(word),
                            () -> outside.add(word));
        }
        parts.forEach((cell, words) ->
                cells.computeIfAbsent(cell, number -> new ArrayList<>()).add(words));
        if (turn < 0 && !parts.isEmpty()) {
            turn = line.get(0).line();
        }
        return outside;
    }

    boolean hasAny() {
        return !cells.isEmpty();
    }

    /** The place in the recogniser's order of the first line that stood in the table. */
    int turn() {
        return turn;
    }

    Box box() {
        return table.box();
    }

    /** Row by row, in a row cell by cell; what stands level with the end of the cell before is one line with it. */
    List<List<Word>> lines() {
        List<List<Word>> lines = new ArrayList<>();
        for (List<List<Word>> cell : cells.values()) {
            List<List<Word>> own = lines(cell);
            for (int i = 0; i < own.size(); i++) {
                List<Word> last = lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
                if (i == 0
                        && !last.isEmpty()
                        && continues(last.get(last.size() - 1), own.get(0).get(0))) {
                    last.addAll(own.get(0));
                } else {
                    lines.add(new ArrayList<>(own.get(i)));
                }
            }
        }
        return lines;
    }

    /** A line cut into pieces is put together; several lines keep the order in which lines are read anywhere. */
    private static List<List<Word>> lines(List<List<Word>> cell) {
        List<Word> all = cell.stream().flatMap(List::stream).toList();
        boolean one = all.stream().allMatch(word -> level(word, all.get(0)));
        return one
                ? List.of(all.stream()
                        .sorted(Comparator.comparingInt(word -> word.box().x()))
                        .toList())
                : ReadingOrder.lines(cell);
    }

    private static boolean continues(Word last, Word next) {
        return next.box().x() >= last.box().right() && level(last, next);
    }

    /** Points and dashes are low; so the higher of the two counts. */
    private static boolean level(Word one, Word other) {
        double apart = Math.abs(middle(one.box()) - middle(other.box()));
        return apart < Math.max(one.box().height(), other.box().height()) / 2.0;
    }

    private static double middle(Box box) {
        return box.y() + box.height() / 2.0;
    }
}
