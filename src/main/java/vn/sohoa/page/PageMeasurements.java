package vn.sohoa.page;

/**
 * What was measured on one page image, before any judgement (Circular 05/2025/TT-BNV, Article 8; ).
 *
 * @param widthPx width in pixels, as shown (after the page's own rotation)
 * @param heightPx height in pixels
 * @param dpi true resolution of the picture on the page; 0 where the page is no picture (text only)
 * @param rotation the page's own rotation in degrees clockwise: 0, 90, 180 or 270
 * @param skewDegrees slant of the lines, positive clockwise
 * @param bitsPerPixel as stored: 1, 8, 24 …
 * @param colour whether the picture is stored in colour
 * @param redInk whether red or blue ink (seal, signature) was seen, which only a colour scan can show
 * @param blank whether nothing is on the page
 * @param inkShare share of dark pixels, 0 to 1
 * @param contrast paper minus ink in grey levels, 0 to 255
 * @param sharpness steepness of the edges of letters, 0 to 1; under about 0.15 is blurred
 * @param marks what shows how the page was scanned
 */
public record PageMeasurements(
        int widthPx,
        int heightPx,
        double dpi,
        int rotation,
        double skewDegrees,
        int bitsPerPixel,
        boolean colour,
        boolean redInk,
        boolean blank,
        double inkShare,
        double contrast,
        double sharpness,
        ScanMarks marks) {

    public PageMeasurements {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException("page without size: " + widthPx + " x " + heightPx);
        }
        if (!(dpi >= 0 && dpi < 100_000)) {
            throw new IllegalArgumentException("resolution out of range: " + dpi);
        }
        if (rotation < 0 || rotation > 270 || rotation % 90 != 0) {
            throw new IllegalArgumentException("rotation is not 0, 90, 180 or 270: " + rotation);
        }
    }
}
