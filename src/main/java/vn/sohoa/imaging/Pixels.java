package vn.sohoa.imaging;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.Raster;
import vn.sohoa.page.PageImage;

/**
 * Pixels out of pictures of every make, without Java's colour management: it takes grey pictures for linear light and would
 * lighten them.
 */
final class Pixels {
    private static final int OPAQUE = 255;

    private Pixels() {}

    /** One of TYPE_BYTE_GRAY, TYPE_3BYTE_BGR, TYPE_INT_RGB; what is transparent becomes white. */
    static BufferedImage plain(BufferedImage image) {
        boolean whole = image.getRaster().getParent() == null;
        int type = image.getType();
        if (whole
                && (type == BufferedImage.TYPE_BYTE_GRAY
                        || type == BufferedImage.TYPE_3BYTE_BGR
                        || type == BufferedImage.TYPE_INT_RGB)) {
            return image;
        }
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return ofPalette(image, palette);
        }
        return image.getRaster().getNumBands() <= 2 ? ofGrey(image.getRaster()) : ofColour(image);
    }

    private static BufferedImage ofPalette(BufferedImage image, IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        boolean grey = true;
        for (int i = 0; i < colours.length; i++) {
            colours[i] = onWhite(palette.getRGB(i));
            grey &= ((colours[i] >> 16) & 255) == ((colours[i] >> 8) & 255)
                    && (colours[i] & 255) == ((colours[i] >> 8) & 255);
        }
        if (grey && packed(image)) {
            return ofBits(image, (byte) colours[0], (byte) colours[colours.length - 1]);
        }
        int w = image.getWidth();
        Raster raster = image.getRaster();
        BufferedImage out = new BufferedImage(
                w, image.getHeight(), grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        int[] row = new int[w];
        byte[] greys = new byte[w];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, w, 1, 0, row);
            for (int x = 0; x < w; x++) {
                row[x] = colours[Math.min(row[x], colours.length - 1)];
                greys[x] = (byte) row[x];
            }
            out.getRaster().setDataElements(0, y, w, 1, grey ? greys : row);
        }
        return out;
    }

    /** Whether the pixels are bits in whole bytes, as fax pages come. */
    private static boolean packed(BufferedImage image) {
        return image.getRaster().getParent() == null
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getOffset() == 0
                && image.getRaster().getSampleModel() instanceof MultiPixelPackedSampleModel model
                && model.getPixelBitStride() == 1
                && model.getDataBitOffset() == 0;
    }

    /** Eight pixels at a time. */
    private static BufferedImage ofBits(BufferedImage image, byte zero, byte one) {
        byte[][] eight = new byte[256][8];
        for (int bits = 0; bits < 256; bits++) {
            for (int i = 0; i < 8; i++) {
                eight[bits][i] = (bits & (0x80 >> i)) == 0 ? zero : one;
            }
        }
        int w = image.getWidth();
        int stride = ((MultiPixelPackedSampleModel) image.getRaster().getSampleModel()).getScanlineStride();
        BufferedImage out = new BufferedImage(w, image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] from = bytes(image);
        byte[] to = bytes(out);
        for (int y = 0; y < image.getHeight(); y++) {
            int p = y * stride;
            for (int x = 0; x < w; x += 8) {
                System.arraycopy(eight[from[p++] & 255], 0, to, y * w + x, Math.min(8, w - x));
            }
        }
        return out;
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            out = (out << 8) | blend((argb >> shift) & 255, alpha);
        }
        return out;
    }

    private static int blend(int value, int alpha) {
        return alpha == OPAQUE ? value : (value * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
    }

    /** One band, or two of which the second is opacity; 8 or 16 bits. */
    private static BufferedImage ofGrey(Raster raster) {
        int w = raster.getWidth();
        int h = raster.getHeight();
        int down = raster.getTransferType() == DataBuffer.TYPE_BYTE ? 0 : 8;
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = bytes(out);
        int[] row = new int[w];
        int[] alpha = new int[w];
        for (int y = 0; y < h; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, w, 1, 0, row);
            if (raster.getNumBands() == 2) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, w, 1, 1, alpha);
            }
            for (int x = 0; x < w; x++) {
                int v = row[x] >> down;
                to[y * w + x] = (byte) (raster.getNumBands() == 2 ? blend(v, alpha[x] >> down) : v);
            }
        }
        return out;
    }

    private static BufferedImage ofColour(BufferedImage image) {
        int w = image.getWidth();
        BufferedImage out = new BufferedImage(w, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[w];
        if (threeBytes(image)) {
            int[] samples = new int[3 * w];
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRaster().getPixels(0, y, w, 1, samples);
                for (int x = 0; x < w; x++) {
                    row[x] = (samples[3 * x] << 16) | (samples[3 * x + 1] << 8) | samples[3 * x + 2];
                }
                out.getRaster().setDataElements(0, y, w, 1, row);
            }
            return out;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, w, 1, row, 0, w);
            for (int x = 0; x < w; x++) {
                row[x] = onWhite(row[x]);
            }
            out.getRaster().setDataElements(0, y, w, 1, row);
        }
        return out;
    }

    /** Red, green, blue under a scanner's own colour profile: looking each pixel up in that would take a minute a page. */
    private static boolean threeBytes(BufferedImage image) {
        return image.getRaster().getNumBands() == 3
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE
                && image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && model.getComponentSize(0) == 8;
    }

    /** A CMYK JPEG as its decoder leaves it; inverted as Adobe writes it. Good enough to be read, not to be printed. */
    static BufferedImage ofInks(Raster raster, boolean inverted) {
        int w = raster.getWidth();
        BufferedImage out = new BufferedImage(w, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[4 * w];
        int[] rgb = new int[w];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, w, 1, row);
            for (int x = 0; x < w; x++) {
                int light = inverted ? row[4 * x + 3] : OPAQUE - row[4 * x + 3];
                rgb[x] = 0;
                for (int c = 0; c < 3; c++) {
                    int ink = inverted ? row[4 * x + c] : OPAQUE - row[4 * x + c];
                    rgb[x] = (rgb[x] << 8) | (ink * light / OPAQUE);
                }
            }
            out.getRaster().setDataElements(0, y, w, 1, rgb);
        }
        return out;
    }

    /** The red channel of a plain picture: red ink (seals) is as bright in it as paper, black and blue ink stay dark. */
    static PageImage red(BufferedImage plain, double dpi) {
        int w = plain.getWidth();
        int h = plain.getHeight();
        byte[] out = new byte[w * h];
        switch (plain.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> System.arraycopy(bytes(plain), 0, out, 0, out.length);
            case BufferedImage.TYPE_3BYTE_BGR -> {
                byte[] from = bytes(plain);
                for (int i = 0, j = 2; i < out.length; i++, j += 3) {
                    out[i] = from[j];
                }
            }
            case BufferedImage.TYPE_INT_RGB -> {
                int[] from = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
                for (int i = 0; i < out.length; i++) {
                    out[i] = (byte) (from[i] >> 16);
                }
            }
            default -> throw new IllegalArgumentException("not a plain picture: type " + plain.getType());
        }
        return new PageImage(w, h, out, dpi);
    }

    /** The bytes behind a picture that is kept in bytes. */
    static byte[] bytes(BufferedImage plain) {
        return ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
    }
}
