package vn.sohoa.imaging;

/**
 * What a foreign file may ask for, checked against its headers before anything is decoded.
 *
 * @param maxPages pages of one file
 * @param maxRenderedPixels pixels of one page drawn by us
 * @param maxImagePixels pixels of one picture stored in the file
 */
public record ImagingLimits(int maxPages, long maxRenderedPixels, long maxImagePixels) {

    public ImagingLimits {
        if (maxPages < 1 || maxRenderedPixels < 1 || maxImagePixels < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: " + maxPages + ", " + maxRenderedPixels + ", " + maxImagePixels);
        }
    }
}
