package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/** The last steps of the clean-up: level lines, black ink, white paper. */
final class PageCleaner {
    /** Below this many degrees turning costs more sharpness than it gains. */
    private static final double LEAST_TURN = 0.15;

    private static final double WHITE_SHARE = 0.25;

    private PageCleaner() {}

    static CleanedPage clean(WorkingPage page) {
        double turn = Math.abs(page.skewDegrees()) < LEAST_TURN ? 0 : -page.skewDegrees();
        PageImage level = turn == 0 ? page.flat() : Turner.turn(page.flat(), turn);
        return new CleanedPage(Ink.of(level).levelled(level, WHITE_SHARE), page.scale(), turn);
    }
}
