package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageImage;

/**
 * A page as small as it stays legible: black and white where it is nothing but dark ink on paper, else 150 dpi. Seals, signatures,
 * photos and whatever else has colour or shades keep them.
 */
final class SmallPage {
    static final double DPI = 150;
    private static final double BLACK_AND_WHITE_DPI = 300;
    private static final float QUALITY = 0.5f;
    /** Darkest and lightest grey, of even paper at 250, at which ink may part from paper. */
    private static final int DARKEST_CUT = 110;

    private static final int LIGHTEST_CUT = 190;
    /** Greys this near the cut are neither ink nor paper. */
    private static final int SHADE = 35;
    /** The edges of letters are shades too, less than this many for each dark pixel; a photo has more of them. */
    private static final double MOST_SHADES = 0.6;

    private SmallPage() {}

    /** upright: a plain picture; bits: of a stored pixel. */
    static PageFile of(BufferedImage upright, int bits, double dpi) {
        boolean grey = upright.getType() == BufferedImage.TYPE_BYTE_GRAY;
        if (grey && bits == 1) {
            return PageEncoder.encode(upright, bits, dpi);
        }
        if (grey || !ColouredInk.seen(upright)) {
            double scale = Math.min(1, BLACK_AND_WHITE_DPI / dpi);
            PageImage flat = PaperFlattener.flatten(Scaler.scale(Pixels.red(upright, dpi), scale));
            int cut = cut(flat);
            if (onlyInk(flat, cut)) {
                return PageEncoder.encode(blackAndWhite(flat, cut), 1, dpi * scale);
            }
        }
        double scale = Math.min(1, DPI / dpi);
        return PageEncoder.jpeg(scale < 1 ? reduced(upright, scale) : upright, QUALITY, dpi * scale);
    }

    /** The grey that parts the two groups best (Otsu). */
    private static int cut(PageImage flat) {
        long[] count = new long[256];
        long sum = 0;
        for (byte pixel : flat.pixels()) {
            count[pixel & 255]++;
            sum += pixel & 255;
        }
        long all = flat.pixels().length;
        long below = 0;
        long sumBelow = 0;
        double best = -1;
        int cut = DARKEST_CUT;
        for (int v = 0; v < 255; v++) {
            below += count[v];
            sumBelow += v * count[v];
            if (below > 0 && below < all) {
                double apart = (double) sumBelow / below - (double) (sum - sumBelow) / (all - below);
                double between = apart * apart * below * (all - below);
                if (between > best) {
                    best = between;
                    cut = v + 1;
                }
            }
        }
        return Math.max(DARKEST_CUT, Math.min(LIGHTEST_CUT, cut));
    }

    private static boolean onlyInk(PageImage flat, int cut) {
        long dark = 0;
        long shades = 0;
        for (byte pixel : flat.pixels()) {
            int v = pixel & 255;
            dark += v < cut - SHADE ? 1 : 0;
            shades += v >= cut - SHADE && v < cut + SHADE ? 1 : 0;
        }
        return shades <= MOST_SHADES * dark;
    }

    private static BufferedImage blackAndWhite(PageImage flat, int cut) {
        BufferedImage out = new BufferedImage(flat.width(), flat.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = Pixels.bytes(out);
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) ((flat.pixels()[i] & 255) < cut ? 0 : 255);
        }
        return out;
    }

    /** Channel by channel with the one way of reducing that skips nothing. */
    private static BufferedImage reduced(BufferedImage plain, double scale) {
        if (plain.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            PageImage small = Scaler.scale(channel(plain, 0), scale);
            BufferedImage out = new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_BYTE_GRAY);
            System.arraycopy(small.pixels(), 0, Pixels.bytes(out), 0, small.pixels().length);
            return out;
        }
        PageImage[] small = new PageImage[3];
        for (int c = 0; c < 3; c++) {
            small[c] = Scaler.scale(channel(plain, c), scale);
        }
        BufferedImage out = new BufferedImage(small[0].width(), small[0].height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = Pixels.bytes(out);
        for (int i = 0; i < to.length; i++) {
            to[i] = small[i % 3].pixels()[i / 3];
        }
        return out;
    }

    /** Blue, green, red: 0, 1, 2. */
    private static PageImage channel(BufferedImage plain, int c) {
        byte[] out = new byte[plain.getWidth() * plain.getHeight()];
        if (plain.getType() == BufferedImage.TYPE_INT_RGB) {
            int[] from = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (from[i] >> (8 * c));
            }
        } else {
            byte[] from = Pixels.bytes(plain);
            int step = plain.getType() == BufferedImage.TYPE_3BYTE_BGR ? 3 : 1;
            for (int i = 0; i < out.length; i++) {
                out[i] = from[i * step + c];
            }
        }
        return new PageImage(plain.getWidth(), plain.getHeight(), out, 1);
    }
}
