package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Finds the slant of the text lines, up to ten degrees either way, and whether the lines run up and down the page. */
final class SkewEstimator {
    private static final double MOST_DEGREES = 10;
    /** Rows of the small picture on which the slant is sought. */
    private static final float ROWS = 900;

    private static final int LEAST_POINTS = 200;
    private static final int STRIP = 32;
    /** By how much lines up and down must stand out more than lines across before a page counts as lying. */
    private static final double LYING = 1.3;

    private SkewEstimator() {}

    /**
     * @param degrees positive clockwise; 0 where there is too little ink to tell
     * @param lying the lines run up and down: the page was scanned lying on its side
     */
    record Slant(double degrees, boolean lying) {}

    static Slant of(PageImage page) {
        Ink ink = Ink.of(page);
        PageImage small = darkest(page, Math.max(1, Math.round(page.height() / ROWS)));
        Peak across = new Points(small, ink).peak();
        PageImage lying = transposed(small);
        Peak down = new Points(lying, ink).peak();
        // seen in a mirror, a turn clockwise is one to the left
        return down.height() > LYING * across.height()
                ? new Slant(-refined(transposed(page), ink, down), true)
                : new Slant(refined(page, ink, across), false);
    }

    /** height: how much more the points crowd in rows than they would by chance. */
    private record Peak(double degrees, double height) {}

    /** To a hundredth, on the whole page: one of its pixels at the edge of the page is a twentieth of a degree. */
    private static double refined(PageImage page, Ink ink, Peak found) {
        return found.height() == 0
                ? 0
                : new Points(page, ink).best(found.degrees(), 0.2, 0.05, 0.01).degrees();
    }

    private static PageImage transposed(PageImage page) {
        byte[] out = new byte[page.pixels().length];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                out[x * page.height() + y] = page.pixels()[y * page.width() + x];
            }
        }
        return new PageImage(page.height(), page.width(), out, page.dpi());
    }

    /** Reduced, each pixel the darkest of its block, so that no stroke is lost. */
    private static PageImage darkest(PageImage page, int factor) {
        int w = Math.max(1, page.width() / factor);
        int h = Math.max(1, page.height() / factor);
        byte[] out = new byte[w * h];
        Arrays.fill(out, (byte) 255);
        for (int y = 0; y < h * factor && y < page.height(); y++) {
            int to = y / factor * w;
            for (int x = 0, p = y * page.width(); x < w && p + factor <= page.pixels().length; x++) {
                int m = out[to + x] & 255;
                for (int k = 0; k < factor; k++) {
                    m = Math.min(m, page.pixels()[p++] & 255);
                }
                out[to + x] = (byte) m;
            }
        }
        return new PageImage(w, h, out, page.dpi() / factor);
    }

    /** x, y of dark pixels with light ones below: they lie on the base lines. x is counted from the middle. */
    private static final class Points {
        private final int[] points;
        private final int width;
        private final int height;

        Points(PageImage page, Ink ink) {
            width = page.width();
            height = page.height();
            // halfway to the ink, however pale that is
            double limit =
                    Math.max(0.62, Math.min(0.86, (PaperFlattener.PAPER + ink.mean()) / 2 / PaperFlattener.PAPER));
            int step = (int) Math.max(8, Math.min(25, 25 * (PaperFlattener.PAPER - ink.mean()) / 160));
            points = lowerEdges(page, limit, step);
        }

        private static int[] lowerEdges(PageImage g, double limit, int step) {
            int[] points = new int[g.width() * g.height() / 2 + 2];
            int n = 0;
            for (int y = 1; y < g.height() - 1; y++) {
                for (int from = 0; from < g.width(); from += STRIP) {
                    int to = Math.min(g.width(), from + STRIP);
                    int lightest = 0;
                    for (int x = from; x < to; x++) {
                        lightest = Math.max(lightest, Math.max(g.at(x, y - 1), g.at(x, y + 1)));
                    }
                    for (int x = from; x < to && n < points.length - 1; x++) {
                        int v = g.at(x, y);
                        if (v < lightest * limit && g.at(x, y + 1) > v + step) {
                            points[n++] = x - g.width() / 2;
                            points[n++] = y;
                        }
                    }
                }
            }
            return Arrays.copyOf(points, n);
        }

        Peak peak() {
            return points.length < 2 * LEAST_POINTS ? new Peak(0, 0) : best(0, MOST_DEGREES, 0.25, 0.05);
        }

        /** Around a slant, so far either way, in ever smaller steps. */
        Peak best(double around, double reach, double... steps) {
            double best = around;
            long most = -1;
            double from = around - reach;
            double to = around + reach;
            for (double step : steps) {
                double centre = best;
                for (double angle = from; angle <= to + 1e-9; angle += step) {
                    long sharpness = sharpness(angle);
                    if (sharpness > most) {
                        most = sharpness;
                        centre = angle;
                    }
                }
                best = centre;
                from = best - step;
                to = best + step;
            }
            double n = points.length / 2.0;
            return new Peak(best, n == 0 ? 0 : most * (double) height / (n * n));
        }

        /** Sum of squares of the row counts after shearing by the angle: greatest when lines fall into single rows. */
        private long sharpness(double degrees) {
            double slopeOf1 = Math.tan(Math.toRadians(degrees));
            int margin = (int) (width * Math.tan(Math.toRadians(MOST_DEGREES + 1)) / 2) + 2;
            int[] rows = new int[height + 2 * margin];
            int slope = (int) Math.round(slopeOf1 * 65536);
            for (int i = 0; i < points.length; i += 2) {
                rows[points[i + 1] + margin - ((points[i] * slope) >> 16)]++;
            }
            long sum = 0;
            for (int r : rows) {
                sum += (long) r * r;
            }
            return sum;
        }
    }
}
