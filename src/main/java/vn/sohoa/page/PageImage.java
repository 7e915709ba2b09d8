package vn.sohoa.page;

/**
 * Decoded grey pixels of one page, 0 black to 255 white, row by row without padding. Exists only inside a reader process.
 *
 * @param dpi resolution, more than 0
 */
public record PageImage(int width, int height, byte[] pixels, double dpi) {

    public PageImage {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(
                    "image of " + width + " x " + height + " with " + pixels.length + " pixels");
        }
        if (!(dpi > 0)) {
            throw new IllegalArgumentException("resolution is not positive: " + dpi);
        }
    }

    /** Brightness at a place, 0 to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 255;
    }
}
