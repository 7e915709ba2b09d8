package vn.sohoa.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;
import java.util.Random;

/** What scanners and paper do to a page. Every step takes and gives TYPE_INT_RGB and leaves its input alone. */
public final class ScanDamage {
    private ScanDamage() {}

    /** OFFICE: an ordinary scanner; PHOTO: a phone; WEAK: a pale but readable copy; POOR: a worn device; LOST: nobody can read it;
     * FAX: one bit, thin strokes; BAD: everything at once, hard for people too. */
    public enum Kind {
        CLEAN,
        SKEW,
        NOISE,
        BLUR,
        SHADOW,
        FAINT,
        BLEED,
        OFFICE,
        PHOTO,
        WEAK,
        POOR,
        LOST,
        FAX,
        BAD
    }

    /** The same kind, page and seed give the same picture. */
    public static BufferedImage apply(Kind kind, BufferedImage im, int dpi, long seed) {
        Random random = new Random(seed);
        double left = random.nextBoolean() ? 1 : -1;
        double some = 0.3 + 0.6 * random.nextDouble();
        return switch (kind) {
            case CLEAN -> im;
            case SKEW -> turn(im, left * (1.5 + 1.5 * some));
            case NOISE -> noise(im, 12, 0.0005, random);
            case BLUR -> blur(im, 1.4 * dpi / 300);
            case SHADOW -> shadow(im, 0.55, random);
            case FAINT -> noise(contrast(im, 140, 205), 4, 0, random);
            case BLEED -> bleed(im, im, 0.3, dpi);
            case OFFICE ->
                noise(
                        shadow(blur(turn(bleed(im, im, 0.05, dpi), left * some), 0.6 * dpi / 300), 0.93, random),
                        1.6,
                        0,
                        random);
            case PHOTO -> PhonePhoto.take(shadow(im, 0.72, random), random);
            case WEAK -> noise(blur(turn(contrast(im, 105, 235), left * some), 0.7 * dpi / 300), 3, 0, random);
            case POOR ->
                noise(
                        shadow(
                                blur(turn(bleed(contrast(im, 60, 235), im, 0.25, dpi), left * 2), 1.3 * dpi / 300),
                                0.6,
                                random),
                        14,
                        0.001,
                        random);
            case FAX -> thin(blur(im, 0.9 * dpi / 300), random);
            case BAD ->
                noise(
                        shadow(
                                blur(turn(bleed(contrast(im, 60, 235), im, 0.25, dpi), left * 2), 1.3 * dpi / 300),
                                0.6,
                                random),
                        18,
                        0.001,
                        random);
            case LOST -> noise(blur(turn(contrast(im, 110, 226), left * 1.5), 3.0 * dpi / 300), 9, 0.001, random);
        };
    }

    /** By how many degrees {@link #apply} turns a page clockwise; a phone is held as it is held and is not told here. */
    public static double slant(Kind kind, long seed) {
        Random random = new Random(seed);
        double left = random.nextBoolean() ? 1 : -1;
        double some = 0.3 + 0.6 * random.nextDouble();
        return switch (kind) {
            case SKEW -> left * (1.5 + 1.5 * some);
            case OFFICE, WEAK -> left * some;
            case POOR, BAD -> left * 2;
            case LOST -> left * 1.5;
            case CLEAN, NOISE, BLUR, SHADOW, FAINT, BLEED, PHOTO, FAX -> 0;
        };
    }

    private interface Change {
        /** The new value of one channel (0 red, 1 green, 2 blue) at a place. */
        double of(int value, int x, int y, int channel);
    }

    static int[] pixels(BufferedImage im) {
        return ((DataBufferInt) im.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage like(BufferedImage im) {
        return new BufferedImage(im.getWidth(), im.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage change(BufferedImage im, Change change) {
        BufferedImage out = like(im);
        int[] from = pixels(im);
        int[] to = pixels(out);
        int width = im.getWidth();
        for (int i = 0; i < from.length; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double v = change.of(from[i] >> 16 - 8 * c & 255, i % width, i / width, c);
                rgb = rgb << 8 | (int) Math.max(0, Math.min(255, v + 0.5));
            }
            to[i] = rgb;
        }
        return out;
    }

    /** Turns clockwise around the middle; what comes in from outside is white. */
    public static BufferedImage turn(BufferedImage im, double degrees) {
        BufferedImage out = like(im);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double x = out.getWidth() / 2.0;
        g.drawImage(im, AffineTransform.getRotateInstance(Math.toRadians(degrees), x, out.getHeight() / 2.0), null);
        g.dispose();
        return out;
    }

    /** The same Gaussian noise in the three channels; a share of pixels black or white. */
    public static BufferedImage noise(BufferedImage im, double sigma, double specks, Random random) {
        double[] now = new double[2];
        return change(im, (v, x, y, c) -> {
            if (c == 0) {
                now[0] = random.nextGaussian() * sigma;
                now[1] = specks > 0 && random.nextDouble() < specks ? random.nextBoolean() ? -999 : 999 : 0;
            }
            return v + now[0] + now[1];
        });
    }

    /** Gaussian blur, sigma in pixels. */
    public static BufferedImage blur(BufferedImage im, double sigma) {
        int r = (int) Math.ceil(sigma * 3);
        float[] k = new float[2 * r + 1];
        float sum = 0;
        for (int i = -r; i <= r; i++) {
            k[i + r] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += k[i + r];
        }
        for (int i = 0; i < k.length; i++) {
            k[i] /= sum;
        }
        ConvolveOp across = new ConvolveOp(new Kernel(k.length, 1, k), ConvolveOp.EDGE_NO_OP, null);
        ConvolveOp down = new ConvolveOp(new Kernel(1, k.length, k), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(im, like(im)), like(im));
    }

    /** Light falls off towards a corner down to low; a soft dark band lies across (a fold). */
    public static BufferedImage shadow(BufferedImage im, double low, Random random) {
        double a = random.nextDouble() * Math.PI / 2;
        double cos = Math.cos(a);
        double sin = Math.sin(a);
        double whole = cos + sin;
        double[] fold = new double[im.getHeight()];
        double middle = 0.3 + 0.4 * random.nextDouble();
        for (int y = 0; y < fold.length; y++) {
            double u = (y / (double) im.getHeight() - middle) / 0.03;
            fold[y] = 1 - 0.5 * (1 - low) * Math.exp(-u * u);
        }
        return change(im, (v, x, y, c) -> {
            double fx = x / (double) im.getWidth();
            double fy = y / (double) im.getHeight();
            return v * (1 - (1 - low) * (fx * cos + fy * sin) / whole) * fold[y];
        });
    }

    /** Black and white, cut low, so that strokes lose their edges; a few specks. */
    private static BufferedImage thin(BufferedImage im, Random random) {
        return change(noise(im, 6, 0.0002, random), (v, x, y, c) -> v < 118 ? 0 : 255);
    }

    /** Ink and paper get these brightnesses. */
    public static BufferedImage contrast(BufferedImage im, int ink, int paper) {
        return change(im, (v, x, y, c) -> ink + (paper - ink) * v / 255.0);
    }

    /** The other side shows through, flipped and softened. */
    public static BufferedImage bleed(BufferedImage im, BufferedImage back, double amount, int dpi) {
        BufferedImage soft = blur(back, 2.0 * dpi / 300);
        int w = im.getWidth();
        return change(im, (v, x, y, c) -> v * (1 - amount * (1 - (soft.getRGB(w - 1 - x, y) >> 8 & 255) / 255.0)));
    }
}
