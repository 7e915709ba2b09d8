package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Puts lines right that the recogniser's layout took out of turn: a table set into a text is a block of its own to it, read after
 * the paragraphs below, or column by column. A line comes before every line that stands under it; where none stands under the other
 * (two columns) the recogniser's order holds, but what stands level is read from the left, and a field alone to the right of another
 * is read after it. A ruled table is read row by row ({@link TableWords}), one without rules too ({@link AlignedColumns}). A lone
 * number begins the line beside it.
 */
final class ReadingOrder {
    /** Lines share a column when at least this much of the narrower one lies over the other. */
    private static final double SHARED = 0.2;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}[.)]?");
    /** In heights of a number. */
    private static final int NEAR = 8;

    private static final Pattern LABELLED = Pattern.compile("\\p{L}[\\p{M})]*:(?!\\S)");
    /** What begins so near the same margin, in heights of a line, is a column. */
    private static final double MARGIN = 2;

    private static final double BELOW = 2.2;

    private ReadingOrder() {}

    /** tables: those ruled on the page. */
    static PageText straightened(PageText text, List<RuledTable> tables) {
        List<TableWords> filled = tables.stream().map(TableWords::new).toList();
        List<List<Word>> lines = new ArrayList<>();
        for (List<Word> line : text.lines()) {
            List<Word> rest = line;
            for (TableWords table : filled) {
                rest = table.without(rest);
            }
            if (!rest.isEmpty()) {
                lines.add(rest);
            }
        }
        List<Part> parts = paired(
                numbered(AlignedColumns.rows(lines).stream().map(Part::of).toList()));
        filled.stream().filter(TableWords::hasAny).map(Part::of).forEach(parts::add);
        parts.sort(Comparator.comparingInt(Part::turn));
        List<Word> ordered = new ArrayList<>();
        int number = 0;
        for (List<Word> words : inTurn(parts)) {
            int line = number++;
            words.forEach(word -> ordered.add(new Word(word.text(), word.box(), word.confidence(), line)));
        }
        return new PageText(text.source(), ordered, text.turnedDegrees());
    }

    /** Lines, given in the recogniser's order, in that in which they are read. */
    static List<List<Word>> lines(List<List<Word>> lines) {
        return inTurn(new ArrayList<>(lines.stream().map(Part::of).toList()));
    }

    private static List<List<Word>> inTurn(List<Part> open) {
        List<Part> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            Part next = open.remove(first(open));
            int last = ordered.size() - 1;
            if (last >= 0
                    && next.isLevel(ordered.get(last))
                    && next.box().right() <= ordered.get(last).box().x()) {
                ordered.add(last, next);
            } else {
                ordered.add(next);
            }
        }
        return ordered.stream().flatMap(part -> part.lines().stream()).toList();
    }

    /** A number by itself (the first column of a table, to the layout a column of text) begins the line that it stands before. */
    private static List<Part> numbered(List<Part> lines) {
        List<Part> joined = new ArrayList<>(lines);
        for (Part number : lines) {
            List<Word> words = number.lines().get(0);
            if (words.size() == 1 && NUMBER.matcher(words.get(0).text()).matches()) {
                joined.stream()
                        .filter(line -> line.isBeside(number))
                        .min(Comparator.comparingInt(line -> line.box().x()))
                        .ifPresent(line -> {
                            joined.set(joined.indexOf(line), line.begunBy(words));
                            joined.remove(number);
                        });
            }
        }
        return joined;
    }

    /** Two fields of a form side by side, the second set off so far that the layout takes it for a column of its own. */
    private static List<Part> paired(List<Part> lines) {
        List<Part> paired = new ArrayList<>(lines);
        for (Part right : lines) {
            if (right.isLabelled() && lines.stream().noneMatch(right::sharesColumn)) {
                paired.stream()
                        .filter(left -> left.isLabelled()
                                && left.isLevel(right)
                                && left.box().right() <= right.box().x())
                        .max(Comparator.comparingInt(left -> left.box().x()))
                        .ifPresent(left -> {
                            paired.remove(right);
                            paired.set(paired.indexOf(left), left.followedBy(right));
                        });
            }
        }
        return paired;
    }

    /**
     * A line, or a table with its lines in order.
     *
     * @param turn rises in the recogniser's order
     */
    private record Part(List<List<Word>> lines, Box box, int turn) {

        static Part of(List<Word> line) {
            return new Part(List.of(line), around(line), line.get(0).line());
        }

        static Part of(TableWords table) {
            return new Part(table.lines(), table.box(), table.turn());
        }

        /** A point left behind by the number goes back to it. */
        Part begunBy(List<Word> number) {
            List<Word> words = new ArrayList<>(number);
            List<Word> rest = lines.get(0);
            if (rest.get(0).text().equals(".")) {
                Word digits = number.get(0);
                Word point = rest.get(0);
                double confidence = Math.min(digits.confidence(), point.confidence());
                words.set(0, new Word(digits.text() + ".", digits.box().and(point.box()), confidence, digits.line()));
                rest = rest.subList(1, rest.size());
            }
            words.addAll(rest);
            return new Part(List.of(words), around(words), turn);
        }

        Part followedBy(Part right) {
            List<List<Word>> both = new ArrayList<>(lines);
            both.addAll(right.lines);
            return new Part(both, box.and(right.box), turn);
        }

        boolean isLabelled() {
            String text = lines.get(lines.size() - 1).stream().map(Word::text).collect(Collectors.joining(" "));
            return LABELLED.matcher(text).find();
        }

        boolean isLevel(Part other) {
            return Math.abs(middle(box) - middle(other.box)) < Math.min(box.height(), other.box.height()) / 2.0;
        }

        /** Whether both begin at one margin, one not far below the other. */
        boolean sharesColumn(Part other) {
            return !other.equals(this)
                    && Math.abs(box.x() - other.box.x()) < MARGIN * box.height()
                    && Math.abs(middle(box) - middle(other.box)) < BELOW * box.height();
        }

        /** Strictly by the middles, so that no two lines can wait for each other. */
        boolean standsAbove(Part other) {
            double lead = middle(other.box) - middle(box);
            int shared = Math.min(box.right(), other.box.right()) - Math.max(box.x(), other.box.x());
            return lead > Math.min(box.height(), other.box.height()) / 2.0
                    && shared > SHARED * Math.min(box.width(), other.box.width());
        }

        /** Begins to the right of a number, not far from it and on its height. */
        boolean isBeside(Part number) {
            Box begin = lines.get(0).get(0).box();
            int gap = begin.x() - number.box.right();
            return gap >= 0
                    && gap < NEAR * number.box.height()
                    && Math.abs(middle(begin) - middle(number.box)) < number.box.height() / 2.0;
        }

        private static double middle(Box box) {
            return box.y() + box.height() / 2.0;
        }
    }

    /** The first line, in the recogniser's order, that no line still open stands above. */
    private static int first(List<Part> open) {
        for (int i = 0; i < open.size(); i++) {
            Part part = open.get(i);
            if (open.stream().noneMatch(other -> other.standsAbove(part))) {
                return i;
            }
        }
        throw new IllegalStateException("lines above each other");
    }

    private static Box around(List<Word> words) {
        return words.stream().map(Word::box).reduce(Box.NONE, Box::and);
    }
}
