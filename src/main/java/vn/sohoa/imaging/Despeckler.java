package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/**
 * Takes lone specks off a page, which are read as points, colons and hyphens. A speck is what stands alone and has less ink than any
 * point or tone mark of printed letters.
 */
final class Despeckler {
    /** Lighter than this is paper. */
    private static final int LIGHT = 205;
    /** Ink of a speck in black pixels at 185 dpi; the point of a letter of ten points has 6. */
    private static final double MOST_INK = 2.6;

    private static final double AT_DPI = 185;

    private Despeckler() {}

    static PageImage cleared(PageImage page) {
        int w = page.width();
        byte[] from = page.pixels();
        byte[] out = from.clone();
        double most = MOST_INK * Math.pow(page.dpi() / AT_DPI, 2) * PaperFlattener.PAPER;
        for (int y = 2; y < page.height() - 2; y++) {
            for (int x = 2, p = y * w + 2; x < w - 2; x++, p++) {
                if ((from[p] & 255) < LIGHT && alone(from, p, w) && ink(from, p, w) < most) {
                    for (int dy = -w; dy <= w; dy += w) {
                        out[p + dy - 1] = (byte) PaperFlattener.PAPER;
                        out[p + dy] = (byte) PaperFlattener.PAPER;
                        out[p + dy + 1] = (byte) PaperFlattener.PAPER;
                    }
                }
            }
        }
        return new PageImage(w, page.height(), out, page.dpi());
    }

    /** Whether all sixteen pixels two steps away are paper. */
    private static boolean alone(byte[] from, int p, int w) {
        for (int d = -2; d <= 2; d++) {
            if ((from[p - 2 * w + d] & 255) < LIGHT
                    || (from[p + 2 * w + d] & 255) < LIGHT
                    || (from[p + d * w - 2] & 255) < LIGHT
                    || (from[p + d * w + 2] & 255) < LIGHT) {
                return false;
            }
        }
        return true;
    }

    private static double ink(byte[] from, int p, int w) {
        double ink = 0;
        for (int dy = -w; dy <= w; dy += w) {
            for (int dx = -1; dx <= 1; dx++) {
                ink += Math.max(0, PaperFlattener.PAPER - (from[p + dy + dx] & 255));
            }
        }
        return ink;
    }
}
