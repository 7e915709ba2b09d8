package vn.sohoa.imaging;

/** The fast Fourier transform. */
final class Fourier {
    private Fourier() {}

    /** In place; the length is a power of two. */
    static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j |= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            for (int k = 0; k < length / 2; k++) {
                double cos = Math.cos(-2 * Math.PI * k / length);
                double sin = Math.sin(-2 * Math.PI * k / length);
                for (int a = k; a < n; a += length) {
                    int b = a + length / 2;
                    double x = re[b] * cos - im[b] * sin;
                    double y = re[b] * sin + im[b] * cos;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
