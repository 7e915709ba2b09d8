package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.ScanMarks;

/**
 * What was measured on one page, as it is kept with the verdict and shown: resolution, depth, colour, size and scale among
 * it. Rounded; what identifies the content of the page is left out.
 *
 * @param widthMm by the stated resolution
 * @param heightMm by the stated resolution
 * @param detailDpi resolution that the detail on the page would need
 */
public record QualityPage(
        int page,
        int widthPx,
        int heightPx,
        double dpi,
        double widthMm,
        double heightMm,
        double detailDpi,
        int bits,
        boolean colour,
        boolean redInk,
        boolean blank,
        double skewDegrees,
        double sharpness,
        double paper,
        double writing,
        double borderMm,
        double sealRing,
        double letterMm) {

    /** One for each page, in order. */
    public static List<QualityPage> of(List<PageMeasurements> pages) {
        List<QualityPage> out = new ArrayList<>();
        for (PageMeasurements m : pages) {
            out.add(of(out.size() + 1, m));
        }
        return out;
    }

    private static QualityPage of(int page, PageMeasurements m) {
        ScanMarks marks = m.marks();
        double mm = m.dpi() == 0 ? 0 : 25.4 / m.dpi();
        return new QualityPage(
                page,
                m.widthPx(),
                m.heightPx(),
                rounded(m.dpi(), 10),
                rounded(m.widthPx() * mm, 10),
                rounded(m.heightPx() * mm, 10),
                rounded(m.dpi() * marks.detail(), 1),
                m.bitsPerPixel(),
                m.colour(),
                m.redInk(),
                m.blank(),
                rounded(m.skewDegrees(), 100),
                rounded(m.sharpness(), 1000),
                rounded(marks.paper(), 1),
                rounded(marks.writing(), 1),
                rounded(marks.border(), 10),
                rounded(marks.ring(), 100),
                rounded(marks.letter(), 100));
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
