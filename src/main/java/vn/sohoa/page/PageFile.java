package vn.sohoa.page;

/**
 * One page as an encoded image that a reader process made or checked.
 *
 * @param encoding how the bytes are coded
 * @param bytes the coded image
 * @param widthPx width in pixels
 * @param heightPx height in pixels
 * @param colour three channels, else one
 * @param dpi resolution on paper, more than 0
 */
public record PageFile(Encoding encoding, byte[] bytes, int widthPx, int heightPx, boolean colour, double dpi) {

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
    }
}
