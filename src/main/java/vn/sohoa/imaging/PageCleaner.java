package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/** The last steps of the clean-up: level lines; on stained paper and pale copies black ink on white; no lone specks. */
final class PageCleaner {
    /** Below this many degrees turning costs more sharpness than it gains. */
    private static final double LEAST_TURN = 0.15;

    private static final double WHITE_SHARE = 0.25;
    /** Where grain has been smoothed away, what shines through stands out as strokes; more of it has to go. */
    private static final double WHITE_SHARE_CALMED = 0.4;

    /**
     * Grey levels by which paper differs from itself: 3 to 6 on the pages measured without stains, 8 to 10 with bleed-through
     * or a worn device. Only there new levels were a clear gain (a worn device: 5 % wrong letters without, 1.5 % with them).
     */
    private static final double UNEVEN_PAPER = 6.5;
    /** Brightness of the ink on paper of 250: 20 to 70 as printers and copiers leave it, above 110 on a pale copy. */
    private static final double FAINT_INK = 110;

    private PageCleaner() {}

    /** quarterTurns: clockwise, 0 to 3. */
    static CleanedPage clean(WorkingPage page, int quarterTurns) {
        double turn = Math.abs(page.skewDegrees()) < LEAST_TURN ? 0 : -page.skewDegrees();
        PageImage flat = Turner.quarters(page.flat(), quarterTurns);
        PageImage turned = turn == 0 ? flat : Turner.turn(flat, turn);
        boolean grainy = Grain.isMuch(turned);
        PageImage level = grainy ? Grain.smoothed(turned) : turned;
        Ink ink = Ink.of(level);
        boolean levels = ink.mean() > FAINT_INK || unevenness(level) > UNEVEN_PAPER;
        PageImage ready =
                Despeckler.cleared(levels ? ink.levelled(level, grainy ? WHITE_SHARE_CALMED : WHITE_SHARE) : level);
        double degrees = turn + 90.0 * quarterTurns;
        return new CleanedPage(ready, page.scale(), degrees > 180 ? degrees - 360 : degrees);
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
