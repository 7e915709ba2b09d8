package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Tells from the pixels whether a picture was enlarged: between the pixels that there were, the made ones are smoother, and they
 * come in even steps (Gallagher 2005). A blur, however strong, leaves no such steps.
 */
final class Enlargement {
    private static final int LONGEST = 1024;
    private static final int SHORTEST = 256;
    /** Peaks in the middle of a spectrum without steps reach 20 times its median. */
    private static final double CLEAR = 120;
    /** Steps are looked for from a fifth of the frequency of the pixels: letters and rules are slower. */
    private static final double SLOWEST = 0.19;

    private static final int TREND = 4;

    private Enlargement() {}

    /** At most so much of the detail that the pixels could hold is there, 0 to 1; 1 where no step is seen. */
    static double detail(BufferedImage plain) {
        int n = LONGEST;
        while (n > plain.getWidth() - 8 && n > 1) {
            n /= 2;
        }
        if (n < SHORTEST) {
            return 1;
        }
        double[] bends = new double[n];
        double[] twists = new double[n];
        gather(plain, bends, twists);
        double share = 1 - fastest(power(bends), n);
        return hasEvenSteps(power(twists), n) ? Math.min(0.5, share) : share;
    }

    /** For each column how much brightness bends and twists along the rows, on the mean. */
    private static void gather(BufferedImage plain, double[] bends, double[] twists) {
        int n = bends.length;
        int from = (plain.getWidth() - n) / 2;
        int[] row = new int[n + 5];
        for (int y = 0; y < plain.getHeight(); y += 2) {
            red(plain, from - 2, y, row);
            for (int x = 0; x < n; x++) {
                int bend = 2 * row[x + 2] - row[x + 1] - row[x + 3];
                bends[x] += Math.abs(bend);
                twists[x] += Math.abs(bend - (2 * row[x + 3] - row[x + 2] - row[x + 4]));
            }
        }
    }

    private static void red(BufferedImage plain, int from, int y, int[] row) {
        int at = y * plain.getWidth() + Math.max(0, from);
        switch (plain.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> {
                byte[] bytes = Pixels.bytes(plain);
                for (int i = 0; i < row.length; i++) {
                    row[i] = bytes[at + i] & 255;
                }
            }
            case BufferedImage.TYPE_3BYTE_BGR -> {
                byte[] bytes = Pixels.bytes(plain);
                for (int i = 0; i < row.length; i++) {
                    row[i] = bytes[3 * (at + i) + 2] & 255;
                }
            }
            default -> {
                int[] ints = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
                for (int i = 0; i < row.length; i++) {
                    row[i] = ints[at + i] >> 16 & 255;
                }
            }
        }
    }

    /** Power at each frequency of what deviates from the columns around. */
    private static double[] power(double[] columns) {
        int n = columns.length;
        double[] re = new double[n];
        double[] im = new double[n];
        for (int x = 0; x < n; x++) {
            double sum = 0;
            int count = 0;
            for (int k = Math.max(0, x - TREND); k <= Math.min(n - 1, x + TREND); k++, count++) {
                sum += columns[k];
            }
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * x / n);
            re[x] = sum == 0 ? 0 : (columns[x] * count / sum - 1) * window;
        }
        Fourier.transform(re, im);
        double[] power = new double[n / 2 + 1];
        for (int f = 0; f < power.length; f++) {
            power[f] = re[f] * re[f] + im[f] * im[f];
        }
        return power;
    }

    /** The frequency of the clearest steps as a share of that of the pixels, 0 if none; the 8 of JPEG blocks do not count. */
    private static double fastest(double[] power, int n) {
        int slowest = (int) (SLOWEST * n);
        int best = 0;
        for (int f = slowest; f < power.length; f++) {
            boolean block = Math.abs(f - Math.round(8.0 * f / n) * n / 8) <= 2;
            best = !block && (best == 0 || power[f] > power[best]) ? f : best;
        }
        return power[best] > CLEAR * middle(power, slowest) ? (double) best / n : 0;
    }

    /** Steps of two pixels, which JPEG blocks alone do not make so much clearer than those of eight. */
    private static boolean hasEvenSteps(double[] power, int n) {
        double two = power[n / 2];
        double eight = Math.max(power[n / 4], power[3 * n / 8]);
        return two > CLEAR * middle(power, (int) (SLOWEST * n)) && two > 3 * eight;
    }

    private static double middle(double[] power, int from) {
        double[] sorted = Arrays.copyOfRange(power, from, power.length);
        Arrays.sort(sorted);
        return Math.max(1e-9, sorted[sorted.length / 2]);
    }
}
