package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/**
 * How steep the edges of letters are: the rise within two pixels (a quarter of a millimetre) as a share of the way
 * from ink to paper, taken where a tenth of the edges are steeper.
 */
final class Sharpness {
    private static final int LEAST_RISE = 12;
    private static final int LEAST_EDGES = 200;
    private static final int LEAST_INK = 30;
    private static final double MOVED = 0.5;

    private Sharpness() {}

    /** 0 to 1; 1 where there is nothing to judge, 0 where there is ink without an edge. The worse direction counts. */
    static double of(PageImage flat) {
        int way = PaperFlattener.PAPER - darkest(flat.pixels());
        int[] across = new int[256];
        int[] down = new int[256];
        for (int y = 1; y < flat.height() - 1; y += 2) {
            edges(across, flat.pixels(), y * flat.width(), 1, flat.width());
        }
        for (int x = 1; x < flat.width() - 1; x += 2) {
            edges(down, flat.pixels(), x, flat.width(), flat.height());
        }
        double one = steepness(across, way);
        double other = steepness(down, way);
        double worse = Math.min(one, other);
        double better = Math.max(one, other);
        // far softer one way than the other: the sheet moved
        return worse < MOVED * better ? worse * worse / (MOVED * better) : worse;
    }

    /** Counts the rises at the edges along a line. */
    private static void edges(int[] count, byte[] px, int from, int step, int length) {
        int before = 0;
        int here = 0;
        for (int i = 1, p = from + step; i < length - 1; i++, p += step) {
            int next = Math.abs((px[p + step] & 255) - (px[p - step] & 255));
            if (here >= LEAST_RISE && here >= before && here > next) {
                count[here]++;
            }
            before = here;
            here = next;
        }
    }

    private static double steepness(int[] count, int way) {
        int edges = Arrays.stream(count).sum();
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
