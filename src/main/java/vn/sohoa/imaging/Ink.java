package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/**
 * The ink of a flattened page.
 *
 * @param mean mean brightness of the darker class at Otsu's threshold
 * @param share share of the pixels in that class, 0 to 1
 */
record Ink(double mean, double share) {

    /** Lighter than this is no ink: on a page with a line or two the classes would be dark and light grain of the paper. */
    private static final int LIGHTEST = PaperFlattener.PAPER * 8 / 10;

    /** At the threshold with the greatest variance between the classes. */
    static Ink of(PageImage page) {
        long[] count = new long[256];
        for (byte b : page.pixels()) {
            count[b & 255]++;
        }
        double total = 0;
        for (int i = 0; i < 256; i++) {
            total += (double) i * count[i];
        }
        long n = page.pixels().length;
        long below = 0;
        double sum = 0;
        double most = -1;
        Ink best = new Ink(PaperFlattener.PAPER, 0);
        for (int i = 0; i <= LIGHTEST; i++) {
            below += count[i];
            sum += (double) i * count[i];
            if (below == 0 || below == n) {
                continue;
            }
            double dark = sum / below;
            double light = (total - sum) / (n - below);
            double between = (double) below * (n - below) * (light - dark) * (light - dark);
            if (between > most) {
                most = between;
                best = new Ink(dark, (double) below / n);
            }
        }
        return best;
    }

    /**
     * The page with white paper and black ink, measured by its own ink; a fixed white point would take faint print away.
     *
     * @param whiteShare how much of the way from paper to mean ink is made white
     */
    PageImage levelled(PageImage page, double whiteShare) {
        int paper = PaperFlattener.PAPER;
        int black = (int) Math.round(Math.max(0, mean - 0.5 * (paper - mean)));
        int white = Math.max(black + 40, (int) Math.round(paper - whiteShare * (paper - mean)));
        byte[] map = new byte[256];
        for (int i = 0; i < 256; i++) {
            map[i] = (byte) Math.max(0, Math.min(255, (i - black) * 255 / (white - black)));
        }
        byte[] out = new byte[page.pixels().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = map[page.pixels()[i] & 255];
        }
        return new PageImage(page.width(), page.height(), out, page.dpi());
    }
}
