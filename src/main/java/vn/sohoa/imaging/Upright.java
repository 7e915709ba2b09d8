package vn.sohoa.imaging;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * A page as it is looked at: turned upright, pixels square.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpi true resolution on paper, stated or guessed, more than 0
 */
record Upright(int width, int height, double dpi) {
    private static final double A4_SHORT_INCHES = 8.27;
    /** Fax machines have pixels twice as high as wide; less than this difference is rounding. */
    private static final double SQUARE = 0.03;

    static Upright of(PictureHeader header) {
        boolean lying = header.placement().turns() % 2 == 1;
        double most = Math.max(header.dpiX(), header.dpiY());
        double w = header.width();
        double h = header.height();
        if (!square(header)) {
            w *= most / header.dpiX();
            h *= most / header.dpiY();
        }
        int width = (int) Math.round(lying ? h : w);
        int height = (int) Math.round(lying ? w : h);
        return new Upright(width, height, trueDpi(width, height, most));
    }

    private static boolean square(PictureHeader header) {
        double ratio = header.dpiX() / header.dpiY();
        // what is out of all proportion is a mistake, not a fax
        return !(ratio > 0.25 && ratio < 4) || Math.abs(ratio - 1) < SQUARE;
    }

    /** As stated, unless nothing is stated or the paper would be a poster (72 or 96 is what programs write that do not know). */
    private static double trueDpi(int width, int height, double stated) {
        int side = Math.min(width, height);
        double a4 = Math.max(1, side / A4_SHORT_INCHES);
        boolean filler = Math.abs(stated - 72) < 1 || Math.abs(stated - 96) < 1;
        double largest = A4_SHORT_INCHES * (filler ? 1.1 : 2);
        return stated < 20 || stated > 4800 || (stated < 150 && side / stated > largest) ? a4 : stated;
    }

    /** The stored picture turned upright; itself where it stands upright already. */
    BufferedImage turn(BufferedImage stored, PictureHeader header) {
        if (header.placement().equals(PictureHeader.Placement.UPRIGHT) && square(header)) {
            return stored;
        }
        int type = header.colour() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage out = new BufferedImage(width, height, type);
        int turns = header.placement().turns();
        AffineTransform way = new AffineTransform();
        way.translate(width / 2.0, height / 2.0);
        way.quadrantRotate(turns);
        way.scale(
                (header.placement().mirrored() ? -1.0 : 1.0) * (turns % 2 == 1 ? height : width) / stored.getWidth(),
                (turns % 2 == 1 ? width : height) / (double) stored.getHeight());
        way.translate(-stored.getWidth() / 2.0, -stored.getHeight() / 2.0);
        Graphics2D g = out.createGraphics();
        if (!square(header)) {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        g.drawImage(stored, way, null);
        g.dispose();
        return out;
    }
}
