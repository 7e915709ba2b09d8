package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sohoa.page.PageImage;

/** Finds the rules on a level page: long runs of dark pixels, pieced together from row to row, or from column to column. */
final class RuleFinder {
    /** Darker is ink; rules are thin, and what has been made smaller is pale where it is thin. */
    private static final int INK = 170;
    /** Pixels that may be missing within a run. */
    private static final int GAP = 2;
    /** A piece of a rule; stems of letters are shorter. */
    private static final double PIECE_INCHES = 0.22;

    private static final double LEAST_INCHES = 0.3;
    /** Thicker is a bar, a photo, a dark edge. */
    private static final double THICKEST_INCHES = 0.05;
    /** A page with more pieces is a drawing, or hostile. */
    private static final int MOST_PIECES = 6_000;

    private final PageImage page;
    private final int shortest;
    private final List<Piece> across = new ArrayList<>();
    private final List<Piece> upright = new ArrayList<>();

    /** line: its row or column. */
    private record Piece(int line, int from, int to) {}

    RuleFinder(PageImage page) {
        this.page = page;
        shortest = (int) Math.max(12, PIECE_INCHES * page.dpi());
        look();
    }

    List<Rule> across() {
        return joined(across);
    }

    List<Rule> upright() {
        return joined(upright);
    }

    /** One pass over the pixels; the runs of all columns grow at once. */
    private void look() {
        int[] began = new int[page.width()];
        int[] last = new int[page.width()];
        java.util.Arrays.fill(last, -GAP - 2);
        for (int y = 0; y < page.height(); y++) {
            int start = 0;
            int end = -GAP - 2;
            for (int x = 0, p = y * page.width(); x < page.width(); x++, p++) {
                if ((page.pixels()[p] & 255) >= INK) {
                    continue;
                }
                if (x - end > GAP + 1) {
                    keep(across, y, start, end);
                    start = x;
                }
                end = x;
                if (y - last[x] > GAP + 1) {
                    keep(upright, x, began[x], last[x]);
                    began[x] = y;
                }
                last[x] = y;
            }
            keep(across, y, start, end);
        }
        for (int x = 0; x < page.width(); x++) {
            keep(upright, x, began[x], last[x]);
        }
        upright.sort(Comparator.comparingInt(Piece::line));
    }

    private void keep(List<Piece> pieces, int line, int from, int last) {
        if (last - from + 1 >= shortest && pieces.size() < MOST_PIECES) {
            pieces.add(new Piece(line, from, last + 1));
        }
    }

    /** Pieces that lie beside or behind each other are one rule. */
    private List<Rule> joined(List<Piece> pieces) {
        List<Chain> open = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (Piece piece : pieces) {
            Chain found = null;
            for (int i = open.size() - 1; i >= 0; i--) {
                Chain chain = open.get(i);
                if (piece.line() - chain.line > GAP + 1) {
                    open.remove(i);
                    add(chain, rules);
                } else if (found == null && chain.touches(piece, shortest / 2)) {
                    found = chain;
                }
            }
            if (found == null) {
                found = new Chain();
                open.add(found);
            }
            found.add(piece);
        }
        open.forEach(chain -> add(chain, rules));
        return rules;
    }

    private void add(Chain chain, List<Rule> rules) {
        int length = chain.to - chain.from;
        if (length >= LEAST_INCHES * page.dpi() && chain.n / length <= Math.max(2, THICKEST_INCHES * page.dpi())) {
            rules.add(chain.rule());
        }
    }

    /** A rule in the making, with the sums for laying a straight line through it. */
    private static final class Chain {
        private int line;
        private int from = Integer.MAX_VALUE;
        private int to;
        private double n;
        private double along;
        private double down;
        private double alongAlong;
        private double alongDown;

        boolean touches(Piece piece, int gap) {
            return piece.from() <= to + gap && piece.to() >= from - gap;
        }

        void add(Piece piece) {
            line = piece.line();
            from = Math.min(from, piece.from());
            to = Math.max(to, piece.to());
            double length = piece.to() - piece.from();
            double middle = (piece.from() + piece.to()) / 2.0;
            n += length;
            along += length * middle;
            down += length * line;
            alongAlong += length * (middle * middle + length * length / 12);
            alongDown += length * middle * line;
        }

        Rule rule() {
            double slope = (alongDown - along * down / n) / (alongAlong - along * along / n);
            return new Rule(from, to, (down - slope * along) / n, slope);
        }
    }
}
