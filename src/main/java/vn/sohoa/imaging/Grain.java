package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/**
 * The noise of a scanner's sensor. What differs from pixel to pixel on bare paper is grain; where there is much of it, it is read
 * as points, hyphens and tone marks, and a little less sharpness costs less.
 */
final class Grain {
    /** Mean difference, in grey levels, between a pixel of paper and its neighbours: 0.3 to 2.5 on all pages measured but the worst, 4.5 there. */
    private static final double MUCH = 3;

    private Grain() {}

    static boolean isMuch(PageImage page) {
        return of(page) > MUCH;
    }

    /** Mean difference between neighbouring pixels of bare paper, in grey levels. */
    static double of(PageImage page) {
        int w = page.width();
        byte[] pixels = page.pixels();
        long sum = 0;
        long n = 0;
        for (int y = 1; y < page.height() - 1; y += 3) {
            for (int x = 1, p = y * w + 1; x < w - 1; x += 3, p += 3) {
                int around =
                        ((pixels[p - w] & 255) + (pixels[p + w] & 255) + (pixels[p - 1] & 255) + (pixels[p + 1] & 255))
                                / 4;
                if (around >= PaperFlattener.PAPER * 9 / 10) {
                    sum += Math.abs((pixels[p] & 255) - around);
                    n++;
                }
            }
        }
        return n == 0 ? 0 : (double) sum / n;
    }

    /** Weights 1 2 1 across and down. */
    static PageImage smoothed(PageImage page) {
        int w = page.width();
        byte[] from = page.pixels();
        byte[] out = from.clone();
        for (int y = 1; y < page.height() - 1; y++) {
            for (int x = 1, p = y * w + 1; x < w - 1; x++, p++) {
                out[p] = (byte) ((row(from, p - w) + 2 * row(from, p) + row(from, p + w) + 8) / 16);
            }
        }
        return new PageImage(w, page.height(), out, page.dpi());
    }

    private static int row(byte[] pixels, int p) {
        return (pixels[p - 1] & 255) + 2 * (pixels[p] & 255) + (pixels[p + 1] & 255);
    }
}
