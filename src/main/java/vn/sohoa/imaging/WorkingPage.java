package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import vn.sohoa.page.PageImage;

/**
 * A page reduced to what reading and measuring need.
 *
 * @param grey red channel at about 185 dpi
 * @param flat the same with even paper
 * @param scale pixels of these for each pixel of the page
 * @param skewDegrees slant of the lines, positive clockwise
 * @param lying the lines run up and down
 */
record WorkingPage(PageImage grey, PageImage flat, double scale, double skewDegrees, boolean lying) {
    /** Better than 200 on the one real scan at hand and on drawn prose, worse on a drawn form: see MODELS.md. */
    private static final double TARGET_DPI = 185;

    private static final double LOW_DPI = 150;

    /** upright: a plain picture. */
    static WorkingPage of(BufferedImage upright, double dpi) {
        double scale = scaleFor(dpi);
        PageImage grey = Scaler.scale(Pixels.red(upright, dpi), scale);
        PageImage flat = PaperFlattener.flatten(grey);
        SkewEstimator.Slant slant = SkewEstimator.of(flat);
        return new WorkingPage(grey, flat, scale, slant.degrees(), slant.lying());
    }

    /** Down to 185 dpi, up by two below 150 dpi; in between as it is. */
    private static double scaleFor(double dpi) {
        return dpi > TARGET_DPI ? TARGET_DPI / dpi : dpi < LOW_DPI ? 2 : 1;
    }
}
