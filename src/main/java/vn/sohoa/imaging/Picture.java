package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** The picture of one page. */
interface Picture {

    PictureHeader header();

    /** The pixels as stored, not yet turned. */
    BufferedImage decode();

    /** The bytes, where the picture is a JPEG of one or three channels. */
    Optional<byte[]> jpeg();

    /** Whether we drew it: then it is no scan, and its size is our choice. */
    default boolean drawn() {
        return false;
    }

    /** Whether there may be a QR code on it. */
    default boolean mayHoldCodes() {
        return true;
    }

    /** What is reported of the picture as it was stored. */
    default Stored stored(Upright upright) {
        PictureHeader header = header();
        return new Stored(upright.dpi(), header.placement().turns() * 90, header.bits(), header.colour());
    }

    /**
     * @param dpi true resolution; 0 if the page is no picture
     * @param rotation degrees clockwise
     * @param bits of one pixel
     * @param colour whether it has colour channels
     */
    record Stored(double dpi, int rotation, int bits, boolean colour) {}
}
