package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.ScanMarks;

/** Measures a page; judges nothing. */
final class PageMeter {
    /** Darker than 80 % of the paper is ink. */
    private static final int INK = PaperFlattener.PAPER * 8 / 10;

    private PageMeter() {}

    /**
     * What only the whole picture shows, before it is reduced.
     *
     * @param colouredInk red or blue ink
     * @param detail the finest detail, see {@link Enlargement}
     */
    record Seen(boolean colouredInk, double detail) {}

    static PageMeasurements measure(Picture.Stored stored, Upright upright, WorkingPage page, Seen seen) {
        Ink ink = Ink.of(page.flat());
        double paper = MarkFinder.paper(page.grey());
        boolean blank = BlankDetector.blank(page.flat(), INK) && !MarkFinder.bearsFaintWriting(page);
        ScanMarks marks = blank ? ScanMarks.NONE : MarkFinder.find(page, stored.colour(), paper, seen.detail());
        double contrast = paper * (PaperFlattener.PAPER - ink.mean()) / PaperFlattener.PAPER;
        return new PageMeasurements(
                upright.width(),
                upright.height(),
                stored.dpi(),
                stored.rotation(),
                marks.letter() > 0 && !marks.drawing() ? MarkFinder.slant(page) : page.skewDegrees(),
                stored.bits(),
                stored.colour(),
                seen.colouredInk(),
                blank,
                darkShare(page.flat()),
                Math.max(0, Math.min(255, contrast)),
                Sharpness.of(page.flat()),
                marks);
    }

    /** A page of text that was never a scan, though pictures may stand on it. */
    static PageMeasurements textPage(Picture.Stored stored, Upright upright) {
        return new PageMeasurements(
                upright.width(),
                upright.height(),
                stored.dpi(),
                stored.rotation(),
                0,
                stored.bits(),
                stored.colour(),
                false,
                false,
                0,
                255,
                1,
                ScanMarks.NONE);
    }

    private static double darkShare(PageImage flat) {
        long dark = 0;
        for (byte b : flat.pixels()) {
            dark += (b & 255) < INK ? 1 : 0;
        }
        return (double) dark / flat.pixels().length;
    }
}
