package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Puts lines right that the recogniser's layout took out of turn: a table set into a text is a block of its own to it, read after
 * the paragraphs below. A line comes before every line that stands under it; where none stands under the other (two columns)
 * the recogniser's order holds. A lone number begins the line beside it.
 */
final class ReadingOrder {
    /** Lines share a column when at least this much of the narrower one lies over the other. */
    private static final double SHARED = 0.2;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}[.)]?");
    /** In heights of a number. */
    private static final int NEAR = 8;

    private ReadingOrder() {}

    static PageText straightened(PageText text) {
        List<Line> open = numbered(text.lines().stream()
                .map(words -> new Line(words, around(words)))
                .toList());
        List<Word> ordered = new ArrayList<>();
        for (int number = 0; !open.isEmpty(); number++) {
            int line = number;
            Line next = open.remove(first(open));
            next.words().forEach(word -> ordered.add(new Word(word.text(), word.box(), word.confidence(), line)));
        }
        return new PageText(text.source(), ordered, text.turnedDegrees());
    }

    /** A number by itself (the first column of a table, to the layout a column of text) begins the line that it stands before. */
    private static List<Line> numbered(List<Line> lines) {
        List<Line> joined = new ArrayList<>(lines);
        for (Line number : lines) {
            if (number.words().size() == 1
                    && NUMBER.matcher(number.words().get(0).text()).matches()) {
                joined.stream()
                        .filter(line -> line.isBeside(number))
                        .min(Comparator.comparingInt(line -> line.box().x()))
                        .ifPresent(line -> {
                            List<Word> words = new ArrayList<>(number.words());
                            words.addAll(line.words());
                            joined.set(joined.indexOf(line), new Line(words, around(words)));
                            joined.remove(number);
                        });
            }
        }
        return joined;
    }

    private record Line(List<Word> words, Box box) {

        /** Strictly by the middles, so that no two lines can wait for each other. */
        boolean standsAbove(Line other) {
            double lead = middle(other.box) - middle(box);
            int shared = Math.min(box.right(), other.box.right()) - Math.max(box.x(), other.box.x());
            return lead > Math.min(box.height(), other.box.height()) / 2.0
                    && shared > SHARED * Math.min(box.width(), other.box.width());
        }

        /** Begins to the right of a number, not far from it and on its height. */
        boolean isBeside(Line number) {
            Box begin = words.get(0).box();
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
    private static int first(List<Line> open) {
        for (int i = 0; i < open.size(); i++) {
            Line line = open.get(i);
            if (open.stream().noneMatch(other -> other.standsAbove(line))) {
                return i;
            }
        }
        throw new IllegalStateException("lines above each other");
    }

    private static Box around(List<Word> words) {
        return words.stream().map(Word::box).reduce(Box.NONE, Box::and);
    }
}
