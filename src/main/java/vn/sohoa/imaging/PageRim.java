package vn.sohoa.imaging;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.ScanMarks.Side;

/** What is at the edges of a small page: black strips of the scanner, and writing that runs off. */
final class PageRim {
    /** Darker than this share of the paper is the lid or the glass, not paper. */
    private static final double BLACK = 0.4;

    private static final int BLACKEST = 90;
    /** A strip is as deep as it is over this share of the edge; less is a thumb or a torn corner. */
    private static final double SHARE = 0.3;
    /** An edge at which no paper lies (a desk in a photo) is not judged. */
    private static final double PAPER = 0.72;
    /** A run of ink along the edge that is longer is the shadow of the sheet. */
    private static final double LONGEST_MM = 8;

    private static final double NEAR_MM = 2.5;
    private static final int MANY_BESIDE = 4;
    private static final int MANY_ACROSS = 3;

    private final PageImage grey;
    private final double paper;
    private final Map<Side, int[]> black = new EnumMap<>(Side.class);

    /** grey and the paper's brightness on it. */
    PageRim(PageImage grey, double paper) {
        this.grey = grey;
        this.paper = paper;
        for (Side side : Side.values()) {
            black.put(side, runs(side));
        }
    }

    private int[] black(Side side) {
        return Objects.requireNonNull(black.get(side));
    }

    /** Depth of the deepest black strip in pixels. */
    int depth() {
        int deepest = 0;
        for (Side side : Side.values()) {
            deepest = Math.max(deepest, depth(side));
        }
        return deepest;
    }

    private int depth(Side side) {
        int[] sorted = black(side).clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * (1 - SHARE))];
    }

    /** The page with the strips made white. */
    PageImage without(PageImage flat) {
        byte[] out = flat.pixels().clone();
        for (Side side : Side.values()) {
            int[] runs = black(side);
            for (int line = 0; line < runs.length; line++) {
                int end = runs[line] == 0 ? 0 : Math.min(across(side), runs[line] + 2);
                for (int at = 0; at < end; at++) {
                    out[place(side, line, at)] = (byte) 255;
                }
            }
        }
        return new PageImage(flat.width(), flat.height(), out, flat.dpi());
    }

    /** Edges where writing runs off: clean is a flattened page without strips, shapes are its ink. */
    Set<Side> cut(PageImage clean, int ink, List<Shapes.Shape> shapes) {
        Set<Side> cut = EnumSet.noneOf(Side.class);
        for (Side side : Side.values()) {
            int many = beside(side) ? MANY_BESIDE : MANY_ACROSS;
            if (isPaper(side) && depth(side) <= 1 && runsOff(clean, ink, side, shapes) >= many) {
                cut.add(side);
            }
        }
        return cut;
    }

    /** Edges that several letters almost touch. */
    Set<Side> near(List<Shapes.Shape> shapes) {
        Set<Side> near = EnumSet.noneOf(Side.class);
        int reach = mm(NEAR_MM);
        for (Side side : Side.values()) {
            long letters = shapes.stream()
                    .filter(s -> s.height() >= mm(1.2) && s.height() <= mm(7) && s.width() >= mm(0.8))
                    .filter(s -> s.width() <= mm(60) && distance(s, side) <= reach)
                    .count();
            if (isPaper(side) && depth(side) <= 1 && letters >= (beside(side) ? MANY_BESIDE : MANY_ACROSS)) {
                near.add(side);
            }
        }
        return near;
    }

    /** Pieces of ink on the edge itself that reach inwards. */
    private int runsOff(PageImage clean, int ink, Side side, List<Shapes.Shape> shapes) {
        boolean[] reached = new boolean[black(side).length];
        for (Shapes.Shape s : shapes) {
            int inwards = beside(side) ? s.width() : s.height();
            if (distance(s, side) <= 1 && inwards >= mm(beside(side) ? 1 : 0.6)) {
                int from = beside(side) ? s.top() : s.left();
                int to = beside(side) ? s.bottom() : s.right();
                Arrays.fill(reached, from, to + 1, true);
            }
        }
        int count = 0;
        int run = 0;
        for (int line = 0; line <= reached.length; line++) {
            boolean dark = line < reached.length && reached[line] && isInk(clean, ink, side, line);
            if (!dark && run > 0 && run <= mm(LONGEST_MM)) {
                count++;
            }
            run = dark ? run + 1 : 0;
        }
        return count;
    }

    private boolean isInk(PageImage clean, int ink, Side side, int line) {
        return (clean.pixels()[place(side, line, 0)] & 255) < ink || (clean.pixels()[place(side, line, 1)] & 255) < ink;
    }

    private boolean isPaper(Side side) {
        int[] light = new int[black(side).length];
        for (int line = 0; line < light.length; line++) {
            light[line] = Math.max(value(side, line, 1), value(side, line, mm(1.5)));
        }
        Arrays.sort(light);
        return light[light.length / 2] > PAPER * paper;
    }

    private int[] runs(Side side) {
        int dark = (int) Math.min(BLACKEST, BLACK * paper);
        int[] runs = new int[beside(side) ? grey.height() : grey.width()];
        for (int line = 0; line < runs.length; line++) {
            int at = 0;
            while (at < across(side) && value(side, line, at) < dark) {
                at++;
            }
            runs[line] = at;
        }
        return runs;
    }

    private int across(Side side) {
        return beside(side) ? grey.width() : grey.height();
    }

    private static boolean beside(Side side) {
        return side == Side.LEFT || side == Side.RIGHT;
    }

    private int value(Side side, int line, int at) {
        return grey.pixels()[place(side, line, at)] & 255;
    }

    /** The pixel of a line (a row beside, a column above and below) so far from the edge. */
    private int place(Side side, int line, int at) {
        int w = grey.width();
        int in = Math.min(at, across(side) - 1);
        return switch (side) {
            case LEFT -> line * w + in;
            case RIGHT -> line * w + w - 1 - in;
            case TOP -> in * w + line;
            case BOTTOM -> (grey.height() - 1 - in) * w + line;
        };
    }

    private int distance(Shapes.Shape s, Side side) {
        return switch (side) {
            case LEFT -> s.left();
            case RIGHT -> grey.width() - 1 - s.right();
            case TOP -> s.top();
            case BOTTOM -> grey.height() - 1 - s.bottom();
        };
    }

    private int mm(double mm) {
        return (int) Math.round(mm * grey.dpi() / 25.4);
    }
}
