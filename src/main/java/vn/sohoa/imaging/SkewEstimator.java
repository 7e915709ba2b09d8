package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Finds the slant of the text lines, up to ten degrees either way, and whether the lines run up and down the page. */
final class SkewEstimator {
    static final double MOST_DEGREES = 10;
    /** Rows of the small picture on which the slant is sought. */
    private static final float ROWS = 900;

    private static final int LEAST_POINTS = 200;
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
        Peak across = peak(LowerEdges.of(small, ink));
        PageImage lying = transposed(small);
        Peak down = peak(LowerEdges.of(lying, ink));
        // seen in a mirror, a turn clockwise is one to the left
        return down.height() > LYING * across.height()
                ? new Slant(-refined(transposed(page), ink, down), true)
                : new Slant(refined(page, ink, across), false);
    }

    /** height: how much more the points crowd in rows than they would by chance. */
    private record Peak(double degrees, double height) {}

    /** To a twentieth by the rows of the whole page, then by its base lines. */
    private static double refined(PageImage page, Ink ink, Peak found) {
        if (found.height() == 0) {
            return 0;
        }
        LowerEdges edges = LowerEdges.of(page, ink);
        return BaseLines.slant(edges, best(edges, found.degrees(), 0.2, 0.05).degrees());
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

    private static Peak peak(LowerEdges edges) {
        return edges.count() < LEAST_POINTS ? new Peak(0, 0) : best(edges, 0, MOST_DEGREES, 0.25, 0.05);
    }

    /** Around a slant, so far either way, in ever smaller steps. */
    private static Peak best(LowerEdges edges, double around, double reach, double... steps) {
        double best = around;
        long most = -1;
        double from = around - reach;
        double to = around + reach;
        for (double step : steps) {
            double centre = best;
            for (double angle = from; angle <= to + 1e-9; angle += step) {
                long sharpness = edges.sharpness(angle);
                if (sharpness > most) {
                    most = sharpness;
                    centre = angle;
                }
            }
            best = centre;
            from = best - step;
            to = best + step;
        }
        double n = edges.count();
        return new Peak(best, n == 0 ? 0 : most * (double) edges.height() / (n * n));
    }
}
