package vn.sohoa.page;

import java.util.Set;

/**
 * What shows on a page image how it was scanned (Circular 05/2025/TT-BNV, Article 8; ). Measured, not judged.
 *
 * @param paper brightness of the paper, 0 to 255
 * @param writing how much darker than the paper the core of the strokes is, 0 to 255; 255 where nothing is written
 * @param border depth of the deepest black strip along an edge, in millimetres
 * @param cut edges at which letters or rules run off the page
 * @param near edges that letters almost touch
 * @param ring how much of a circle as large as a seal was found, 0 to 1
 * @param penStroke whether there are strokes as of a signature: large, thin, curved
 * @param detail at most this share of the detail that so many pixels could hold is there; below 1 for an enlarged picture
 * @param letter middle height of the letters in millimetres at the stated resolution; 0 where there are too few
 * @param drawing whether lines, not letters, make up the page: a map or a drawing
 * @param streak whether a thin line runs down the page from edge to edge, as dirt on the glass leaves it
 * @param print how the ink lies on the page, letters A to P row by row, the same for two scans of one page; empty if blank
 */
public record ScanMarks(
        double paper,
        double writing,
        double border,
        Set<Side> cut,
        Set<Side> near,
        double ring,
        boolean penStroke,
        double detail,
        double letter,
        boolean drawing,
        boolean streak,
        String print) {
    /** Cells of a print, across and down. */
    public static final int PRINT_WIDTH = 24;

    public static final int PRINT_HEIGHT = 32;

    /** Nothing to remark: a page of text, or one that was not looked at. */
    public static final ScanMarks NONE =
            new ScanMarks(255, 255, 0, Set.of(), Set.of(), 0, false, 1, 0, false, false, "");

    /** An edge of the page (mép giấy). */
    public enum Side {
        TOP,
        RIGHT,
        BOTTOM,
        LEFT
    }

    public ScanMarks {
        cut = Set.copyOf(cut);
        near = Set.copyOf(near);
        if (!print.isEmpty() && !print.matches("[A-P]{" + PRINT_WIDTH * PRINT_HEIGHT + "}")) {
            throw new IllegalArgumentException("not a print: " + print.length());
        }
    }
}
