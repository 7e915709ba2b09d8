package vn.sohoa.imaging;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.PageImage;

/** The connected patches of ink on a small page. */
final class Shapes {
    /** A run of ink as long as this is part of a rule, not of a letter. */
    private static final double RULE_MM = 6;

    private final PageImage page;
    private final int ink;
    private final int[] label;
    private int[] parent = new int[1024];
    private int labels = 1;

    /**
     * One patch; edges inclusive.
     *
     * @param ink pixels
     * @param straight pixels of it in long level or upright runs
     */
    record Shape(int left, int top, int right, int bottom, int ink, int straight) {
        int width() {
            return right - left + 1;
        }

        int height() {
            return bottom - top + 1;
        }
    }

    private Shapes(PageImage page, int ink) {
        this.page = page;
        this.ink = ink;
        label = new int[page.pixels().length];
    }

    /** ink: what is darker than this. */
    static List<Shape> of(PageImage page, int ink) {
        Shapes shapes = new Shapes(page, ink);
        shapes.mark();
        return shapes.gather();
    }

    private void mark() {
        int w = page.width();
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < w; x++) {
                int p = y * w + x;
                if ((page.pixels()[p] & 255) >= ink) {
                    continue;
                }
                int own = x > 0 ? label[p - 1] : 0;
                for (int dx = -1; y > 0 && dx <= 1; dx++) {
                    int above = x + dx >= 0 && x + dx < w ? label[p - w + dx] : 0;
                    own = own == 0 || above == 0 ? own + above : join(own, above);
                }
                label[p] = own == 0 ? fresh() : own;
            }
        }
    }

    private int fresh() {
        if (labels == parent.length) {
            parent = java.util.Arrays.copyOf(parent, 2 * labels);
        }
        parent[labels] = labels;
        return labels++;
    }

    private int root(int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private int join(int a, int b) {
        int one = root(a);
        int other = root(b);
        parent[Math.max(one, other)] = Math.min(one, other);
        return Math.min(one, other);
    }

    private List<Shape> gather() {
        int[][] found = new int[labels][];
        int w = page.width();
        for (int p = 0; p < label.length; p++) {
            if (label[p] != 0) {
                int root = root(label[p]);
                label[p] = root;
                int x = p % w;
                int y = p / w;
                int[] f = found[root];
                if (f == null) {
                    found[root] = new int[] {x, y, x, y, 1, 0};
                } else {
                    f[0] = Math.min(f[0], x);
                    f[2] = Math.max(f[2], x);
                    f[3] = y;
                    f[4]++;
                }
            }
        }
        rules(found, page.height(), w, w, 1);
        rules(found, w, page.height(), 1, w);
        List<Shape> out = new ArrayList<>();
        for (int[] f : found) {
            if (f != null) {
                out.add(new Shape(f[0], f[1], f[2], f[3], f[4], Math.min(f[4], f[5])));
            }
        }
        return out;
    }

    /** Counts long runs along lines of so many pixels. */
    private void rules(int[][] found, int lines, int length, int lineStep, int step) {
        int least = (int) (RULE_MM * page.dpi() / 25.4);
        for (int line = 0; line < lines; line++) {
            int run = 0;
            for (int at = 0; at <= length; at++) {
                int p = line * lineStep + at * step;
                if (at < length && label[p] != 0) {
                    run++;
                } else {
                    if (run >= least) {
                        found[label[p - step]][5] += run;
                    }
                    run = 0;
                }
            }
        }
    }
}
