package vn.sohoa.page;

/**
 * One page as an encoded image that a reader process made or checked.
 *
 * @param encoding how the bytes are coded
 * @param bytes the coded image
 * @param widthPx width in pixels, as coded
 * @param heightPx height in pixels, as coded
 * @param colour three channels, else one
 * @param dpi resolution on paper, more than 0
 * @param turns quarter turns clockwise, 0 to 3, that make the coded image the page as it is shown and measured
 */
public record PageFile(
        Encoding encoding, byte[] bytes, int widthPx, int heightPx, boolean colour, double dpi, int turns) {

    /** JPEG: the scan's own bytes (decoded once by the reader to check them) or ours. PNG: always ours. */
    public enum Encoding {
        JPEG,
        PNG
    }

    public PageFile {
        if (widthPx < 1 || heightPx < 1 || bytes.length == 0) {
            throw new IllegalArgumentException("empty page image " + widthPx + " x " + heightPx);
        }
        if (!(dpi > 0)) {
            throw new IllegalArgumentException("resolution is not positive: " + dpi);
        }
        if (turns < 0 || turns > 3) {
            throw new IllegalArgumentException("quarter turns not within 0 to 3: " + turns);
        }
    }

    /** An image that is the page as it is shown. */
    public PageFile(Encoding encoding, byte[] bytes, int widthPx, int heightPx, boolean colour, double dpi) {
        this(encoding, bytes, widthPx, heightPx, colour, dpi, 0);
    }

    /** Width of the page as shown, in pixels of this image. */
    public int shownWidth() {
        return turns % 2 == 1 ? heightPx : widthPx;
    }

    /** Height of the page as shown, in pixels of this image. */
    public int shownHeight() {
        return turns % 2 == 1 ? widthPx : heightPx;
    }
}
