package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Where ink ends and paper begins below it, to a sixteenth of a pixel: most of these places lie on the base lines of text. */
final class LowerEdges {
    /** Parts of a pixel in which heights are counted. */
    static final int PARTS = 16;

    private static final int STRIP = 32;
    /** Fixed point of the slope. */
    private static final int BITS = 16;

    private final int[] points;
    private final int width;
    private final int height;

    private LowerEdges(int[] points, int width, int height) {
        this.points = points;
        this.width = width;
        this.height = height;
    }

    static LowerEdges of(PageImage page, Ink ink) {
        // halfway to the ink, however pale that is
        double limit = Math.max(0.62, Math.min(0.86, (PaperFlattener.PAPER + ink.mean()) / 2 / PaperFlattener.PAPER));
        int step = (int) Math.max(8, Math.min(25, 25 * (PaperFlattener.PAPER - ink.mean()) / 160));
        return new LowerEdges(points(page, limit, step), page.width(), page.height());
    }

    private static int[] points(PageImage g, double limit, int step) {
        int[] points = new int[g.width() * g.height() / 2 + 2];
        int n = 0;
        for (int y = 1; y < g.height() - 1; y++) {
            for (int from = 0; from < g.width(); from += STRIP) {
                int to = Math.min(g.width(), from + STRIP);
                int lightest = 0;
                for (int x = from; x < to; x++) {
                    lightest = Math.max(lightest, Math.max(g.at(x, y - 1), g.at(x, y + 1)));
                }
                double ink = lightest * limit;
                for (int x = from; x < to && n < points.length - 1; x++) {
                    int v = g.at(x, y);
                    int below = g.at(x, y + 1);
                    if (v < ink && below > v + step) {
                        points[n++] = x - g.width() / 2;
                        points[n++] = y * PARTS + part(v, below, ink);
                    }
                }
            }
        }
        return Arrays.copyOf(points, n);
    }

    /** How far below the pixel the brightness passes the limit. */
    private static int part(int ink, int below, double limit) {
        return (int) Math.min(PARTS - 1, (limit - ink) * PARTS / (below - ink));
    }

    int count() {
        return points.length / 2;
    }

    /** In pixels from the middle of the page. */
    int x(int point) {
        return points[2 * point];
    }

    /** In {@link #PARTS} of a pixel from the top. */
    int y(int point) {
        return points[2 * point + 1];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How many edges come to lie in each row of pixels when the page is sheared level; the first row is {@code -margin}. */
    int[] rows(double degrees) {
        int margin = margin();
        int[] rows = new int[height + 2 * margin];
        int slope = (int) Math.round(Math.tan(Math.toRadians(degrees)) * (1 << BITS));
        for (int i = 0; i < points.length; i += 2) {
            rows[(points[i + 1] / PARTS) + margin - ((points[i] * slope) >> BITS)]++;
        }
        return rows;
    }

    int margin() {
        return (int) (width * Math.tan(Math.toRadians(SkewEstimator.MOST_DEGREES + 1)) / 2) + 2;
    }

    /** Sum of the squares of {@link #rows}: greatest when lines fall into single rows. */
    long sharpness(double degrees) {
        long sum = 0;
        for (int r : rows(degrees)) {
            sum += (long) r * r;
        }
        return sum;
    }
}
