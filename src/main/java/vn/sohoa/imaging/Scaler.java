package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Resizing: area average when reducing (nothing is skipped, so thin tone marks survive), bilinear when enlarging. */
final class Scaler {
    private Scaler() {}

    static PageImage scale(PageImage page, double factor) {
        int width = Math.max(1, (int) Math.round(page.width() * factor));
        int height = Math.max(1, (int) Math.round(page.height() * factor));
        if (width == page.width() && height == page.height()) {
            return page;
        }
        byte[] out = factor > 1 ? enlarge(page, width, height) : reduce(page, width, height);
        return new PageImage(width, height, out, page.dpi() * factor);
    }

    private static byte[] enlarge(PageImage page, int width, int height) {
        byte[] out = new byte[width * height];
        byte[] from = page.pixels();
        for (int y = 0; y < height; y++) {
            long sy = place(y, page.height(), height);
            int low = (int) (sy >> 8);
            int ty = (int) sy & 255;
            int p = low * page.width();
            int q = Math.min(low + 1, page.height() - 1) * page.width();
            for (int x = 0; x < width; x++) {
                long sx = place(x, page.width(), width);
                int left = (int) (sx >> 8);
                int right = Math.min(left + 1, page.width() - 1);
                int tx = (int) sx & 255;
                int top = (from[p + left] & 255) * (256 - tx) + (from[p + right] & 255) * tx;
                int bottom = (from[q + left] & 255) * (256 - tx) + (from[q + right] & 255) * tx;
                out[y * width + x] = (byte) ((top * (256 - ty) + bottom * ty + (1 << 15)) >> 16);
            }
        }
        return out;
    }

    /** Where the middle of an output pixel falls among the inputs, in 256ths. */
    private static long place(int at, int inputs, int outputs) {
        return Math.max(0, Math.min((inputs - 1) * 256L, ((2L * at + 1) * inputs * 128) / outputs - 128));
    }

    /** A separable box with fractional edges: each output pixel is the mean of exactly the area it covers. */
    private static byte[] reduce(PageImage page, int width, int height) {
        Shares across = new Shares(page.width(), width);
        Shares down = new Shares(page.height(), height);
        byte[] out = new byte[width * height];
        int[] row = new int[page.width()];
        for (int y = 0; y < height; y++) {
            // first down the columns, which runs along memory, then across the one row that is left
            down(page, down, y, row);
            for (int x = 0; x < width; x++) {
                int sum = 1 << 15;
                int p = across.first[x];
                for (int j = across.from[x]; j < across.from[x + 1]; j++) {
                    sum += across.share[j] * row[p++];
                }
                out[y * width + x] = (byte) (sum >> 16);
            }
        }
        return out;
    }

    /** The usual scans are halved at most: two or three rows make one, and are gone through together. */
    private static void down(PageImage page, Shares down, int y, int[] row) {
        byte[] from = page.pixels();
        int width = row.length;
        int j = down.from[y];
        int rows = down.from[y + 1] - j;
        int p = down.first[y] * width;
        if (rows == 2) {
            int a = down.share[j];
            int b = down.share[j + 1];
            for (int x = 0; x < width; x++) {
                row[x] = a * (from[p + x] & 255) + b * (from[p + width + x] & 255);
            }
            return;
        }
        if (rows == 3) {
            int a = down.share[j];
            int b = down.share[j + 1];
            int c = down.share[j + 2];
            for (int x = 0; x < width; x++) {
                row[x] =
                        a * (from[p + x] & 255) + b * (from[p + width + x] & 255) + c * (from[p + 2 * width + x] & 255);
            }
            return;
        }
        Arrays.fill(row, 0);
        for (int i = 0; i < rows; i++, p += width) {
            int share = down.share[j + i];
            for (int x = 0; x < width; x++) {
                row[x] += share * (from[p + x] & 255);
            }
        }
    }

    /** For each output the first input it covers and the shares of the inputs, adding up to 256. */
    private static final class Shares {
        final int[] first;
        final int[] from;
        final int[] share;

        Shares(int inputs, int outputs) {
            first = new int[outputs];
            from = new int[outputs + 1];
            double step = (double) inputs / outputs;
            int[] room = new int[inputs + 2 * outputs];
            int n = 0;
            for (int i = 0; i < outputs; i++) {
                double begin = i * step;
                double end = Math.min(inputs, begin + step);
                first[i] = (int) begin;
                int last = Math.min(inputs - 1, (int) Math.ceil(end - 1e-9) - 1);
                int left = 256;
                for (int k = first[i]; k <= last; k++) {
                    int part = (int) Math.round(256 * (Math.min(end, k + 1) - Math.max(begin, k)) / (end - begin));
                    room[n] = k == last ? left : Math.min(left, part);
                    left -= room[n++];
                }
                from[i + 1] = n;
            }
            share = Arrays.copyOf(room, n);
        }
    }
}
