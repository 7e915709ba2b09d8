package vn.sohoa.imaging;

import java.util.Arrays;
import vn.sohoa.page.PageImage;

/** Turns a page by quarters, without loss, or by a few degrees about its middle, bilinear; the size stays, what comes in is white. */
final class Turner {
    private static final int ONE = 1 << 16;

    private Turner() {}

    /** turns: clockwise, 0 to 3. */
    static PageImage quarters(PageImage page, int turns) {
        int w = page.width();
        int h = page.height();
        byte[] from = page.pixels();
        byte[] out = new byte[from.length];
        for (int y = 0, p = 0; y < h; y++) {
            for (int x = 0; x < w; x++, p++) {
                switch (turns) {
                    case 1 -> out[x * h + h - 1 - y] = from[p];
                    case 2 -> out[from.length - 1 - p] = from[p];
                    case 3 -> out[(w - 1 - x) * h + y] = from[p];
                    default -> {
                        return page;
                    }
                }
            }
        }
        return turns % 2 == 0 ? new PageImage(w, h, out, page.dpi()) : new PageImage(h, w, out, page.dpi());
    }

    /** degrees: positive clockwise. */
    static PageImage turn(PageImage page, double degrees) {
        int w = page.width();
        int h = page.height();
        byte[] from = page.pixels();
        byte[] out = new byte[w * h];
        Arrays.fill(out, (byte) 255);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        // 16.16 fixed point
        int stepX = (int) Math.round(cos * ONE);
        int stepY = (int) Math.round(-sin * ONE);
        for (int y = 0; y < h; y++) {
            long sx = Math.round((-w / 2.0 * cos + (y - h / 2.0) * sin + w / 2.0) * ONE);
            long sy = Math.round((w / 2.0 * sin + (y - h / 2.0) * cos + h / 2.0) * ONE);
            for (int x = 0, to = y * w; x < w; x++, to++, sx += stepX, sy += stepY) {
                int ix = (int) (sx >> 16);
                int iy = (int) (sy >> 16);
                if (ix >= 0 && iy >= 0 && ix < w - 1 && iy < h - 1) {
                    int fx = (int) (sx >> 8) & 255;
                    int fy = (int) (sy >> 8) & 255;
                    int p = iy * w + ix;
                    int top = (from[p] & 255) * (256 - fx) + (from[p + 1] & 255) * fx;
                    int low = (from[p + w] & 255) * (256 - fx) + (from[p + w + 1] & 255) * fx;
                    out[to] = (byte) ((top * (256 - fy) + low * fy) >> 16);
                }
            }
        }
        return new PageImage(w, h, out, page.dpi());
    }
}
