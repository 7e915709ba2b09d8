package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Finds the slant of the text lines, up to five degrees either way. */
final class SkewEstimator {
    private static final double MOST_DEGREES = 5;
    /** Rows of the small picture on which the slant is sought. */
    private static final float ROWS = 900;

    private static final int LEAST_POINTS = 200;
    private static final int STRIP = 32;

    private SkewEstimator() {}

    /** Degrees, positive clockwise; 0 where there is too little ink to tell. */
    static double degrees(PageImage page) {
        PageImage small = darkest(page, Math.max(1, Math.round(page.height() / ROWS)));
        int[] points = lowerEdges(small);
        if (points.length < 2 * LEAST_POINTS) {
            return 0;
        }
        double best = 0;
        long most = -1;
        double from = -MOST_DEGREES;
        double to = MOST_DEGREES;
        for (double step : new double[] {0.5, 0.1, 0.02}) {
            double centre = best;
            for (double angle = from; angle <= to + 1e-9; angle += step) {
                long sharpness = sharpness(points, small.width(), small.height(), angle);
                if (sharpness > most) {
                    most = sharpness;
                    centre = angle;
                }
            }
            best = centre;
            from = best - step;
            to = best + step;
        }
        return best;
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
    private static int[] lowerEdges(PageImage g) {
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
                    if (v < lightest * 0.62 && g.at(x, y + 1) > v + 25) {
                        points[n++] = x - g.width() / 2;
                        points[n++] = y;
                    }
                }
            }
        }
        return Arrays.copyOf(points, n);
    }

    /** Sum of squares of the row counts after shearing by the angle: greatest when lines fall into single rows. */
    private static long sharpness(int[] points, int width, int height, double degrees) {
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
