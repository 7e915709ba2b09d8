package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Looks for red and blue ink: the seal (dấu), a signature. */
final class ColouredInk {
    /** How far a channel must stand out, in grey levels, after the tint of the paper is taken off. */
    private static final int DISTANCE = 45;
    /** Share of the page that must be coloured: a seal covers about 1 %, a signature 0.05 %. */
    private static final double SHARE = 0.0002;

    private static final int STEP = 4;

    private ColouredInk() {}

    /** plain: a plain picture. */
    static boolean seen(BufferedImage plain) {
        if (plain.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return false;
        }
        int[] sample = sample(plain);
        int[] tint = tint(sample);
        int coloured = 0;
        for (int rgb : sample) {
            int r = ((rgb >> 16) & 255) + tint[0];
            int g = ((rgb >> 8) & 255) + tint[1];
            int b = (rgb & 255) + tint[2];
            boolean red = r - Math.max(g, b) > DISTANCE;
            boolean blue = b - r > DISTANCE && b - g > DISTANCE / 2;
            coloured += red || blue ? 1 : 0;
        }
        return coloured > Math.max(20, SHARE * sample.length);
    }

    private static int[] sample(BufferedImage plain) {
        int w = plain.getWidth();
        int across = (w + STEP - 1) / STEP;
        int down = (plain.getHeight() + STEP - 1) / STEP;
        int[] out = new int[across * down];
        boolean bytes = plain.getType() == BufferedImage.TYPE_3BYTE_BGR;
        byte[] bgr = bytes ? Pixels.bytes(plain) : new byte[0];
        int[] ints = bytes ? new int[0] : ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
        for (int y = 0, i = 0; y < plain.getHeight(); y += STEP) {
            for (int x = 0; x < w; x += STEP, i++) {
                int p = y * w + x;
                out[i] = bytes
                        ? ((bgr[3 * p + 2] & 255) << 16) | ((bgr[3 * p + 1] & 255) << 8) | (bgr[3 * p] & 255)
                        : ints[p];
            }
        }
        return out;
    }

    /** What has to be added to each channel for the brighter half of the page, the paper, to be grey. */
    private static int[] tint(int[] sample) {
        long light = 0;
        for (int rgb : sample) {
            light += (rgb >> 8) & 255;
        }
        long mean = light / Math.max(1, sample.length);
        long[] sum = new long[3];
        long n = 0;
        for (int rgb : sample) {
            if (((rgb >> 8) & 255) >= mean) {
                sum[0] += (rgb >> 16) & 255;
                sum[1] += (rgb >> 8) & 255;
                sum[2] += rgb & 255;
                n++;
            }
        }
        int[] out = new int[3];
        long grey = (sum[0] + sum[1] + sum[2]) / Math.max(1, 3 * n);
        for (int c = 0; c < 3; c++) {
            out[c] = (int) (grey - sum[c] / Math.max(1, n));
        }
        return out;
    }
}
