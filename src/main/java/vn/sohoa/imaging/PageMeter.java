package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageMeasurements;

/** Measures a page; judges nothing. */
final class PageMeter {
    /** Darker than 80 % of the paper is ink. */
    private static final int INK = PaperFlattener.PAPER * 8 / 10;

    private PageMeter() {}

    /** colouredInk: what only the colour picture shows. */
    static PageMeasurements measure(Picture.Stored stored, Upright upright, WorkingPage page, boolean colouredInk) {
        Ink ink = Ink.of(page.flat());
        double paper = paper(page.grey());
        double contrast = paper * (PaperFlattener.PAPER - ink.mean()) / PaperFlattener.PAPER;
        return new PageMeasurements(
                upright.width(),
                upright.height(),
                stored.dpi(),
                stored.rotation(),
                page.skewDegrees(),
                stored.bits(),
                stored.colour(),
                colouredInk,
                BlankDetector.blank(page.flat(), INK),
                darkShare(page.flat()),
                Math.max(0, Math.min(255, contrast)),
                Sharpness.of(page.flat()));
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
                1);
    }

    private static double darkShare(PageImage flat) {
        long dark = 0;
        for (byte b : flat.pixels()) {
            dark += (b & 255) < INK ? 1 : 0;
        }
        return (double) dark / flat.pixels().length;
    }

    /** Brightness of the paper: the middle value of every tenth pixel. */
    private static double paper(PageImage grey) {
        int[] count = new int[256];
        int n = 0;
        for (int i = 0; i < grey.pixels().length; i += 10, n++) {
            count[grey.pixels()[i] & 255]++;
        }
        int v = 0;
        for (int left = n / 2 - count[0]; v < 255 && left >= 0; ) {
            left -= count[++v];
        }
        return v;
    }
}
