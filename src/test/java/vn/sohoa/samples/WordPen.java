package vn.sohoa.samples;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Draws nothing: keeps where each word would stand, as a recogniser without faults reports it. */
final class WordPen implements Pen {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    /** Baselines nearer than this, in millimetres, are one line. */
    private static final double ONE_LINE = 1.6;
    /** A wider gap, in millimetres, parts two columns. */
    private static final double COLUMN = 9;

    private static final float UNIT = 100;

    private record Placed(String text, double x, double y, double width, Box box) {}

    private final Typeface typeface;
    private final double pixels;
    private final List<Placed> placed = new ArrayList<>();
    private static final Map<Font, Map<String, Double>> WIDTHS = new ConcurrentHashMap<>();

    WordPen(Typeface typeface, int dpi) {
        this.typeface = typeface;
        pixels = dpi / 25.4;
    }

    @Override
    public double width(String text, Face face, double points) {
        Font font = typeface.font(face).deriveFont(UNIT);
        double units = WIDTHS.computeIfAbsent(font, f -> new ConcurrentHashMap<>())
                .computeIfAbsent(text, t -> font.getStringBounds(t, CONTEXT).getWidth());
        return units / UNIT * points * 25.4 / 72;
    }

    @Override
    public void text(String text, double x, double y, Face face, double points) {
        double blank = width(" ", face, points);
        double at = x;
        for (String word : text.split(" ", -1)) {
            if (!word.isEmpty()) {
                double width = width(word, face, points);
                placed.add(new Placed(word, at, y, width, box(word, at, y, width, points)));
                at += width;
            }
            at += blank;
        }
    }

    /** As high as its letters: accents above, tails below. */
    private Box box(String word, double x, double y, double width, double points) {
        double mm = points * 25.4 / 72;
        boolean tall = word.chars()
                .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || "bdđhklt".indexOf(c) >= 0);
        boolean accent = word.chars().anyMatch(c -> c > 0x1E9F || "áàãéèíìóòõúùýâêôăÁÀÃÂÊÔĂ".indexOf(c) >= 0);
        double up = (tall ? 0.68 : 0.48) + (accent ? 0.16 : 0);
        double down = word.chars().anyMatch(c -> "gpqy,ạẹịọụ(".indexOf(c) >= 0) ? 0.2 : 0.01;
        Rectangle2D r = new Rectangle2D.Double(x, y - up * mm, width, (up + down) * mm);
        return new Box(
                (int) Math.round(r.getX() * pixels),
                (int) Math.round(r.getY() * pixels),
                (int) Math.max(1, Math.round(r.getWidth() * pixels)),
                (int) Math.max(1, Math.round(r.getHeight() * pixels)));
    }

    /** The words line by line; {@code columns}: blocks side by side one after the other, else read across. */
    PageText page(boolean columns) {
        List<List<List<Placed>>> rows = new ArrayList<>();
        placed.sort(Comparator.comparingDouble(Placed::y));
        for (int i = 0; i < placed.size(); ) {
            int end = i;
            while (end < placed.size() && placed.get(end).y() - placed.get(i).y() < ONE_LINE) {
                end++;
            }
            rows.add(segments(new ArrayList<>(placed.subList(i, end))));
            i = end;
        }
        List<Word> words = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < rows.size(); ) {
            int end = i + 1;
            while (columns && rows.get(i).size() > 1 && end < rows.size() && beside(rows.get(end), rows.get(i))) {
                end++;
            }
            line = end - i > 1 ? byColumns(rows.subList(i, end), words, line) : across(rows.get(i), words, line);
            i = end;
        }
        return new PageText(PageText.Source.OCR, words, 0);
    }

    private static List<List<Placed>> segments(List<Placed> row) {
        row.sort(Comparator.comparingDouble(Placed::x));
        List<List<Placed>> segments = new ArrayList<>();
        double end = -1;
        for (Placed word : row) {
            if (segments.isEmpty() || word.x() - end > COLUMN) {
                segments.add(new ArrayList<>());
            }
            segments.get(segments.size() - 1).add(word);
            end = word.x() + word.width();
        }
        return segments;
    }

    /** Whether the row keeps to the columns that the first one began. */
    private static boolean beside(List<List<Placed>> row, List<List<Placed>> first) {
        double right = first.get(1).get(0).x();
        double left = first.get(0).get(0).x();
        return row.size() == 2
                ? Math.abs(row.get(1).get(0).x() - right) < 45
                : row.size() == 1
                        && (row.get(0).get(0).x() > right - 25
                                || row.get(0).get(row.get(0).size() - 1).x() < right - 10
                                        && row.get(0).get(0).x() < left + 25);
    }

    private static int byColumns(List<List<List<Placed>>> rows, List<Word> words, int from) {
        double right = rows.get(0).get(1).get(0).x() - 30;
        int line = from;
        for (boolean left : new boolean[] {true, false}) {
            for (List<List<Placed>> row : rows) {
                for (List<Placed> segment : row) {
                    boolean isLeft = row.size() > 1
                            ? segment == row.get(0)
                            : segment.get(0).x() < right;
                    if (isLeft == left) {
                        line = across(List.of(segment), words, line);
                    }
                }
            }
        }
        return line;
    }

    private static int across(List<List<Placed>> row, List<Word> words, int line) {
        for (List<Placed> segment : row) {
            segment.forEach(p -> words.add(new Word(p.text(), p.box(), 96, line)));
        }
        return line + 1;
    }

    @Override
    public void rule(double x0, double y0, double x1, double y1, Color color) {
        // no letters
    }

    @Override
    public void fill(double x, double y, double width, double height, Color color) {
        // no letters
    }

    @Override
    public void signature(double x, double y, String name) {
        // no letters
    }

    @Override
    public void stamp(double x, double y, String ring) {
        // no letters
    }
}
