package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/** The last steps of the clean-up: level lines and, on stained paper, black ink on white. */
final class PageCleaner {
    /** Below this many degrees turning costs more sharpness than it gains. */
    private static final double LEAST_TURN = 0.15;

    private static final double WHITE_SHARE = 0.25;
    /**
     * Grey levels by which paper differs from itself: 3 to 6 on the pages measured without stains, 8 to 10 with bleed-through
     * or a worn device. Only there new levels were a clear gain (a worn device: 5 % wrong letters without, 1.5 % with them).
     */
    private static final double UNEVEN_PAPER = 6.5;

    private PageCleaner() {}

    static CleanedPage clean(WorkingPage page) {
        double turn = Math.abs(page.skewDegrees()) < LEAST_TURN ? 0 : -page.skewDegrees();
        PageImage level = turn == 0 ? page.flat() : Turner.turn(page.flat(), turn);
        PageImage ready = unevenness(level) > UNEVEN_PAPER ? Ink.of(level).levelled(level, WHITE_SHARE) : level;
        return new CleanedPage(ready, page.scale(), turn);
    }

    /** Standard deviation of what is lighter than 80 % of the paper. */
    private static double unevenness(PageImage page) {
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (byte b : page.pixels()) {
            int v = b & 255;
            if (v >= PaperFlattener.PAPER * 8 / 10) {
                sum += v;
                squares += (double) v * v;
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(Math.max(0, squares / n - sum / n * sum / n));
    }
}
