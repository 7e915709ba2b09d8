package vn.sohoa.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageMeasurements;

/** Judges measured pages by a profile (kiểm tra chất lượng; Circular 05/2025/TT-BNV, Article 9.5; ). */
public final class QualityGate {
    private QualityGate() {}

    /** Judges a whole paper. Blank sides are usual; only a paper that is blank throughout must be scanned again. */
    public static Verdict judge(QualityProfile profile, List<PageMeasurements> pages) {
        List<Fault> faults = new ArrayList<>();
        boolean allBlank = pages.stream().allMatch(PageMeasurements::blank);
        for (int i = 0; i < pages.size(); i++) {
            judgePage(profile, i + 1, pages.get(i), allBlank, faults);
        }
        faults.sort(Comparator.comparing((Fault f) -> !f.hard()).thenComparingInt(Fault::page));
        return new Verdict(faults.stream().noneMatch(Fault::hard), faults, profile.label());
    }

    private static void judgePage(
            QualityProfile profile, int page, PageMeasurements measured, boolean allBlank, List<Fault> faults) {
        if (measured.blank()) {
            faults.add(new Fault(page, Problem.BLANK_PAGE, "trang " + page + ": trang trắng", allBlank));
            return;
        }
        if (measured.dpi() == 0) {
            return; // text only: nothing was scanned
        }
        resolution(profile, page, measured, faults);
        skew(profile, page, measured, faults);
        sharpness(profile, page, measured, faults);
        colour(profile, page, measured, faults);
    }

    private static void resolution(QualityProfile profile, int page, PageMeasurements measured, List<Fault> faults) {
        double lowest = profile.minimumDpi() * (1 - profile.dpiTolerancePercent() / 100);
        if (measured.dpi() < profile.minimumDpi()) {
            String detail = String.format(
                    Locale.ROOT, "trang %d: %.0f dpi, cần %d dpi", page, measured.dpi(), profile.minimumDpi());
            faults.add(new Fault(page, Problem.RESOLUTION_LOW, detail, measured.dpi() < lowest));
        }
    }

    private static void skew(QualityProfile profile, int page, PageMeasurements measured, List<Fault> faults) {
        double slant = Math.abs(measured.skewDegrees());
        if (slant > profile.noteSkewDegrees()) {
            String detail =
                    vietnamese("trang %d: nghiêng %.1f°, cho phép %.1f°", page, slant, profile.maximumSkewDegrees());
            faults.add(new Fault(page, Problem.PAGE_SKEWED, detail, slant > profile.maximumSkewDegrees()));
        }
    }

    private static void sharpness(QualityProfile profile, int page, PageMeasurements measured, List<Fault> faults) {
        if (measured.sharpness() < profile.noteSharpness()) {
            String detail = vietnamese(
                    "trang %d: ảnh nhòe (độ nét %.2f, cần %.2f)",
                    page, measured.sharpness(), profile.minimumSharpness());
            faults.add(
                    new Fault(page, Problem.PAGE_BLURRED, detail, measured.sharpness() < profile.minimumSharpness()));
        }
    }

    private static void colour(QualityProfile profile, int page, PageMeasurements measured, List<Fault> faults) {
        boolean missing = !measured.colour() || measured.bitsPerPixel() < profile.minimumColourBits();
        if (profile.colour() == QualityProfile.Colour.ALWAYS && missing) {
            String detail = "trang " + page + ": " + measured.bitsPerPixel() + " bit"
                    + (measured.colour() ? "" : ", không có màu") + "; cần màu " + profile.minimumColourBits() + " bit";
            faults.add(new Fault(page, Problem.COLOUR_MISSING, detail, profile.colourHard()));
        }
    }

    private static String vietnamese(String format, Object... measures) {
        return String.format(Locale.forLanguageTag("vi-VN"), format, measures);
    }
}
