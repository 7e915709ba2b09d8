package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/**
 * How steep the edges of letters are: the rise within two pixels (a quarter of a millimetre) as a share of the way
 * from ink to paper, taken where a tenth of the edges are steeper.
 */
final class Sharpness {
    private static final int LEAST_RISE = 12;
    private static final int LEAST_EDGES = 200;
    private static final int LEAST_INK = 30;

    private Sharpness() {}

    /** 0 to 1; 1 where there is nothing to judge, 0 where there is ink without an edge. */
    static double of(PageImage flat) {
        int[] count = new int[256];
        int edges = 0;
        byte[] px = flat.pixels();
        for (int y = 1; y < flat.height() - 1; y += 2) {
            int row = y * flat.width();
            int before = 0;
            int here = 0;
            for (int x = 1; x < flat.width() - 1; x++) {
                int next = Math.abs((px[row + x + 1] & 255) - (px[row + x - 1] & 255));
                if (here >= LEAST_RISE && here >= before && here > next) {
                    count[here]++;
                    edges++;
                }
                before = here;
                here = next;
            }
        }
        int way = PaperFlattener.PAPER - darkest(px);
        if (edges < LEAST_EDGES) {
            return way < LEAST_INK ? 1 : 0;
        }
        int v = 255;
        for (int left = edges / 10 - count[255]; left >= 0 && v > 0; ) {
            left -= count[--v];
        }
        return Math.min(1, v / (double) Math.max(1, way));
    }

    /** Where one pixel in two hundred is darker: the middle of thick strokes, which blurring leaves longest. */
    private static int darkest(byte[] pixels) {
        int[] count = new int[256];
        for (byte b : pixels) {
            count[b & 255]++;
        }
        int v = 0;
        for (int left = pixels.length / 200 - count[0]; left >= 0 && v < 255; ) {
            left -= count[++v];
        }
        return v;
    }
}
