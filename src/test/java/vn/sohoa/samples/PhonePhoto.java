package vn.sohoa.samples;

import java.awt.image.BufferedImage;
import java.util.Random;

/** A sheet on a desk, taken with a phone held not quite straight. */
final class PhonePhoto {
    private static final int DESK = 0x6B5A48;

    private PhonePhoto() {}

    /** Gives a picture 6 % larger than the page on each side. */
    static BufferedImage take(BufferedImage page, Random random) {
        int w = page.getWidth();
        int h = page.getHeight();
        double margin = 0.03;
        int width = (int) (w * (1 + 2 * margin));
        int height = (int) (h * (1 + 2 * margin));
        double lean = (random.nextBoolean() ? 1 : -1) * 0.012;
        double far = 0.022;
        double turn = Math.toRadians((random.nextDouble() - 0.5) * 1.6);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (x - width / 2.0) / w;
                double v = (y - height / 2.0) / h;
                double z = 1 + far * v + lean * u; // the plane of the sheet leans away from the lens
                double px = (u * Math.cos(turn) + v * Math.sin(turn) * h / w) / z;
                double py = (v * Math.cos(turn) - u * Math.sin(turn) * w / h) / z;
                out.setRGB(x, y, at(page, (px + 0.5) * w, (py + 0.5) * h));
            }
        }
        return out;
    }

    private static int at(BufferedImage im, double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        if (x0 < 0 || y0 < 0 || x0 + 1 >= im.getWidth() || y0 + 1 >= im.getHeight()) {
            return DESK;
        }
        double fx = x - x0;
        double fy = y - y0;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double top = (im.getRGB(x0, y0) >> shift & 255) * (1 - fx) + (im.getRGB(x0 + 1, y0) >> shift & 255) * fx;
            double low =
                    (im.getRGB(x0, y0 + 1) >> shift & 255) * (1 - fx) + (im.getRGB(x0 + 1, y0 + 1) >> shift & 255) * fx;
            rgb = rgb << 8 | (int) Math.round(top * (1 - fy) + low * fy);
        }
        return rgb;
    }
}
