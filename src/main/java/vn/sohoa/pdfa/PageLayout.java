package vn.sohoa.pdfa;

import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;

/**
 * How a page is shown: its lines level, whichever way it lay on the scanner. Viewers search and select level lines best; slanted
 * ones poppler breaks in the middle of words. So the picture is turned by the page's own instructions, its bytes as they are, and
 * the sheet is as much larger as the turned picture needs: nothing is cut off, everything keeps its true size.
 */
final class PageLayout {
    /** Degrees. A slant of less is left: nowhere on an A4 page does it put a word half a point off. */
    private static final double LEVEL = 0.1;

    /** PDF/A-2 allows 3 to 14,400 points (ISO 19005-2, 6.1.13); a page of a wild resolution is shown smaller or larger. */
    private static final double MIN_POINTS = 3;

    private static final double MAX_POINTS = 14_400;

    private final double width;
    private final double height;
    private final double[] across;
    private final double[] up;
    private final double pointsPerTextPixel;
    private final double textMiddleX;
    private final double textMiddleY;

    PageLayout(AccessPage page) {
        PageFile file = page.file();
        PageText text = page.text();
        double slant = text.turnedDegrees() - 90.0 * Math.round(text.turnedDegrees() / 90);
        int quarters = Math.floorMod(file.turns() + text.quarterTurns(), 4);
        double[] right = direction(quarters, Math.abs(slant) < LEVEL ? 0 : slant);
        double w = file.widthPx();
        double h = file.heightPx();
        double sheetWidth = Math.abs(w * right[0]) + Math.abs(h * right[1]);
        double sheetHeight = Math.abs(w * right[1]) + Math.abs(h * right[0]);
        double points = points(file.dpi(), sheetWidth, sheetHeight);
        width = sheetWidth * points;
        height = sheetHeight * points;
        across = new double[] {right[0] * w * points, right[1] * w * points};
        up = new double[] {-right[1] * h * points, right[0] * h * points};
        pointsPerTextPixel = points * page.scale();
        boolean lying = text.quarterTurns() % 2 == 1;
        textMiddleX = (lying ? file.shownHeight() : file.shownWidth()) / page.scale() / 2;
        textMiddleY = (lying ? file.shownWidth() : file.shownHeight()) / page.scale() / 2;
    }

    /** Where the right-hand side of the picture points to, with y upwards, after turning clockwise; exact for whole quarters. */
    private static double[] direction(int quarters, double slant) {
        double cos = Math.cos(Math.toRadians(slant));
        double sin = slant == 0 ? 0 : Math.sin(Math.toRadians(slant));
        return switch (quarters) {
            case 0 -> new double[] {cos, -sin};
            case 1 -> new double[] {-sin, -cos};
            case 2 -> new double[] {-cos, sin};
            default -> new double[] {sin, cos};
        };
    }

    private static double points(double dpi, double width, double height) {
        double points = Math.max(72 / dpi, MIN_POINTS / Math.min(width, height));
        return Math.min(points, MAX_POINTS / Math.max(width, height));
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The matrix that puts the unit square of a picture onto the sheet. */
    String matrix() {
        double x = (width - across[0] - up[0]) / 2;
        double y = (height - across[1] - up[1]) / 2;
        return TextLayer.format("%.3f %.3f %.3f %.3f %.3f %.3f", across[0], across[1], up[0], up[1], x, y);
    }

    /** Length in points of something on the text's page. */
    double length(double pixels) {
        return pixels * pointsPerTextPixel;
    }

    double x(double textX) {
        return width / 2 + length(textX - textMiddleX);
    }

    /** textY: from the top; the result from the bottom. */
    double y(double textY) {
        return height / 2 - length(textY - textMiddleY);
    }
}
