package vn.sohoa.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.ScanMarks;

/** Judges one page that bears something. */
final class PageJudge {
    private final QualityProfile profile;
    private final PageLimits limits;
    private final int page;
    private final PageMeasurements measured;
    private final ScanMarks marks;
    private final List<PageFault> faults = new ArrayList<>();

    PageJudge(QualityProfile profile, int page, PageMeasurements measured) {
        this.profile = profile;
        this.limits = profile.limits();
        this.page = page;
        this.measured = measured;
        this.marks = measured.marks();
    }

    List<PageFault> faults() {
        resolution();
        double slant = Math.abs(measured.skewDegrees());
        most(Problem.PAGE_SKEWED, slant, profile.noteSkewDegrees(), profile.maximumSkewDegrees(), 1);
        least(Problem.PAGE_BLURRED, measured.sharpness(), profile.noteSharpness(), profile.minimumSharpness(), 2);
        least(Problem.PAGE_DARK, marks.paper(), limits.notePaper(), limits.minimumPaper(), 0);
        least(Problem.PAGE_FAINT, marks.writing(), limits.noteWriting(), limits.minimumWriting(), 0);
        most(Problem.BLACK_BORDER, marks.border(), limits.noteBorderMm(), limits.maximumBorderMm(), 1);
        edges();
        colour();
        size();
        if (marks.streak()) {
            add(Problem.PAGE_STREAKED, false);
        }
        return faults;
    }

    private void add(Problem problem, boolean hard, String... measures) {
        faults.add(new PageFault(page, problem, hard, List.of(measures)));
    }

    private void least(Problem problem, double value, double note, double limit, int places) {
        if (value < note) {
            add(problem, value < limit, PageFault.number(value, places), PageFault.number(limit, places));
        }
    }

    private void most(Problem problem, double value, double note, double limit, int places) {
        if (value > note) {
            add(problem, value > limit, PageFault.number(value, places), PageFault.number(limit, places));
        }
    }

    private void resolution() {
        double lowest = profile.minimumDpi() * (1 - profile.dpiTolerancePercent() / 100);
        if (Math.round(measured.dpi()) < profile.minimumDpi()) {
            add(Problem.RESOLUTION_LOW, measured.dpi() < lowest, dpi(), Integer.toString(profile.minimumDpi()));
        }
        Integer drawing = profile.drawingDpi();
        if (marks.drawing()
                && drawing != null
                && measured.dpi() < drawing * (1 - profile.dpiTolerancePercent() / 100)) {
            add(Problem.DRAWING_RESOLUTION_LOW, false, dpi(), drawing.toString());
        }
    }

    private String dpi() {
        return PageFault.number(measured.dpi(), 0);
    }

    private void edges() {
        if (!marks.cut().isEmpty()) {
            add(Problem.EDGE_CUT, true, sides(marks.cut()));
        } else if (!marks.near().isEmpty()) {
            add(Problem.EDGE_CLOSE, false, sides(marks.near()));
        }
    }

    private static String sides(Collection<ScanMarks.Side> sides) {
        return sides.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private void colour() {
        boolean missing = !measured.colour() || measured.bitsPerPixel() < profile.minimumColourBits();
        boolean seal = !measured.colour() && marks.ring() >= limits.sealRing();
        boolean pen = !measured.colour() && marks.penStroke();
        boolean asked = profile.colour() == QualityProfile.Colour.ALWAYS || seal || pen;
        if (missing && asked) {
            String seen = measured.colour() ? "COLOUR" : seal ? "SEAL" : pen ? "PEN" : "GREY";
            add(
                    Problem.COLOUR_MISSING,
                    profile.colourHard(),
                    Integer.toString(measured.bitsPerPixel()),
                    Integer.toString(profile.minimumColourBits()),
                    seen);
        }
    }

    private void size() {
        double width = measured.widthPx() * 25.4 / measured.dpi();
        double height = measured.heightPx() * 25.4 / measured.dpi();
        if (PaperSizes.doubtful(width, height, marks.letter(), limits.sizeTolerancePercent())) {
            add(Problem.SIZE_DOUBTFUL, false, dpi(), PageFault.number(width, 0), PageFault.number(height, 0));
        }
        if (marks.detail() < limits.noteDetail()) {
            add(Problem.DETAIL_LOW, false, dpi(), PageFault.number(measured.dpi() * marks.detail(), 0));
        }
    }
}
