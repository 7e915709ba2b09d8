package vn.sohoa.imaging;

import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * What the header of a stored picture says, before anything is decoded.
 *
 * @param width pixels as stored
 * @param height pixels as stored
 * @param bits bits of one pixel
 * @param colour whether it has colour channels
 * @param dpiX pixels per inch along the stored width; 0 if not stated
 * @param dpiY pixels per inch along the stored height; 0 if not stated
 * @param placement how it has to be turned to stand upright
 */
record PictureHeader(int width, int height, int bits, boolean colour, double dpiX, double dpiY, Placement placement) {

    /**
     * How a stored picture stands on its page.
     *
     * @param mirrored whether left and right are exchanged, before turning
     * @param turns quarter turns clockwise, 0 to 3
     */
    record Placement(boolean mirrored, int turns) {
        static final Placement UPRIGHT = new Placement(false, 0);

        /** The eight orientations of TIFF and EXIF; what is none of them counts as upright. */
        static Placement ofTiff(int orientation) {
            return switch (orientation) {
                case 2 -> new Placement(true, 0);
                case 3 -> new Placement(false, 2);
                case 4 -> new Placement(true, 2);
                case 5 -> new Placement(true, 3);
                case 6 -> new Placement(false, 1);
                case 7 -> new Placement(true, 1);
                case 8 -> new Placement(false, 3);
                default -> UPRIGHT;
            };
        }
    }

    /** Throws IMAGE_TOO_LARGE or FILE_DAMAGED. */
    PictureHeader within(ImagingLimits limits) {
        checkSize(width, height, limits);
        return this;
    }

    static void checkSize(long width, long height, ImagingLimits limits) {
        if (width < 1 || height < 1) {
            throw Foreign.damaged("picture without size");
        }
        if (width * height > limits.maxImagePixels() || width * height > Integer.MAX_VALUE / 4) {
            throw new DigitisationException(
                    Problem.IMAGE_TOO_LARGE, width + " × " + height + " điểm ảnh, giới hạn " + limits.maxImagePixels());
        }
    }
}
