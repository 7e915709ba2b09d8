package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Divides each pixel by the brightness of the paper around it: shadows, yellowing and vignettes go, paper becomes 250. */
final class PaperFlattener {
    /** What paper becomes; a little room is left for paper that is brighter than its surroundings. */
    static final int PAPER = 250;
    /** Side of the square in which the paper is measured: wider than a stroke, narrower than a shadow. */
    private static final double CELL_INCHES = 0.075;
    /** Darker than this is no paper: the lid of the scanner, a photo. */
    private static final int DARKEST_PAPER = 16;

    private final PageImage page;
    private final int cell;
    private final int columns;
    private final int rows;

    private PaperFlattener(PageImage page) {
        this.page = page;
        cell = Math.max(8, (int) Math.round(CELL_INCHES * page.dpi()));
        columns = (page.width() + cell - 1) / cell;
        rows = (page.height() + cell - 1) / cell;
    }

    static PageImage flatten(PageImage page) {
        return new PaperFlattener(page).run();
    }

    private PageImage run() {
        // the brightest of 3 x 3 cells, so that a thick letter filling its cell is not taken for paper; then the mean
        float[] paper = around(around(percentile90(), true), false);
        byte[] out = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            float fy = (y + .5f) / cell - .5f;
            int above = Math.max(0, Math.min(rows - 1, (int) Math.floor(fy)));
            int below = Math.min(rows - 1, above + 1);
            float ty = Math.max(0, Math.min(1, fy - above));
            for (int cx = -1; cx < columns; cx++) {
                int left = Math.max(0, cx);
                int right = Math.min(columns - 1, cx + 1);
                float a = paper[above * columns + left] * (1 - ty) + paper[below * columns + left] * ty;
                float b = paper[above * columns + right] * (1 - ty) + paper[below * columns + right] * ty;
                between(out, y, cx, factor(a), factor(b));
            }
        }
        return new PageImage(page.width(), page.height(), out, page.dpi());
    }

    /** 16 bits behind the point. */
    private static int factor(float paper) {
        return (int) (PAPER * 65536f / Math.max(DARKEST_PAPER, paper));
    }

    /** From the centre of one cell to the centre of the next the factor changes evenly. */
    private void between(byte[] out, int y, int column, int a, int b) {
        int centre = column * cell + cell / 2;
        int to = Math.min(page.width(), centre + cell);
        int from = Math.max(0, centre);
        int step = (b - a) / cell;
        int factor = a + (from - centre) * step;
        byte[] pixels = page.pixels();
        for (int p = y * page.width() + from, end = y * page.width() + to; p < end; p++) {
            int v = (int) (((pixels[p] & 255) * (long) factor) >> 16);
            out[p] = (byte) Math.min(255, v);
            factor += step;
        }
    }

    /** The 90th percentile of every cell, every second pixel each way. */
    private float[] percentile90() {
        float[] out = new float[columns * rows];
        int[] count = new int[256];
        for (int cy = 0; cy < rows; cy++) {
            for (int cx = 0; cx < columns; cx++) {
                Arrays.fill(count, 0);
                int n = 0;
                for (int y = cy * cell; y < Math.min(page.height(), cy * cell + cell); y += 2) {
                    for (int x = cx * cell; x < Math.min(page.width(), cx * cell + cell); x += 2, n++) {
                        count[page.at(x, y)]++;
                    }
                }
                int v = 255;
                int left = n / 10 - count[v];
                while (v > 0 && left >= 0) {
                    left -= count[--v];
                }
                out[cy * columns + cx] = v;
            }
        }
        return out;
    }

    private float[] around(float[] a, boolean brightest) {
        float[] out = new float[a.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                float max = 0;
                float sum = 0;
                int n = 0;
                for (int yy = Math.max(0, y - 1); yy <= Math.min(rows - 1, y + 1); yy++) {
                    for (int xx = Math.max(0, x - 1); xx <= Math.min(columns - 1, x + 1); xx++, n++) {
                        max = Math.max(max, a[yy * columns + xx]);
                        sum += a[yy * columns + xx];
                    }
                }
                out[y * columns + x] = brightest ? max : sum / n;
            }
        }
        return out;
    }
}
