package vn.sohoa.imaging;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Java's own picture decoders, made strict: half a picture is no picture. */
final class ImageDecoder {
    private static final int FIRST_SEGMENT = 0xC0;
    private static final int SCAN = 0xDA;
    private static final int APP2 = 0xE2;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    static {
        // its files on disk make every JPEG a tenth of a second slower
        ImageIO.setUseCache(false);
    }

    private ImageDecoder() {}

    static BufferedImage jpeg(byte[] bytes) {
        JpegHeader header = JpegHeader.of(bytes);
        return Foreign.read("JPEG not decodable", () -> {
            ImageReader reader = reader("jpeg");
            AtomicBoolean broken = new AtomicBoolean();
            try (ImageInputStream in =
                    new MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(withoutProfile(bytes)))) {
                reader.addIIOReadWarningListener((source, warning) -> broken.compareAndSet(false, serious(warning)));
                reader.setInput(in, true, true);
                BufferedImage out = header.channels() == 4
                        ? Pixels.ofInks(reader.readRaster(0, null), header.adobe())
                        : header.channels() == 3 ? colour(reader, header.picture()) : Pixels.plain(reader.read(0));
                if (broken.get()) {
                    throw new IOException("the JPEG is cut short or has holes");
                }
                return out;
            } finally {
                reader.dispose();
            }
        });
    }

    /** Java would turn every pixel into another colour space, which takes three times as long as decoding. */
    private static byte[] withoutProfile(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(0);
        int kept = 0;
        int at = 2;
        while (at + 4 <= jpeg.length
                && (jpeg[at] & 255) == 0xFF
                && (jpeg[at + 1] & 255) >= FIRST_SEGMENT
                && (jpeg[at + 1] & 255) != SCAN) {
            int next = at + 2 + ((jpeg[at + 2] & 255) << 8 | (jpeg[at + 3] & 255));
            if ((jpeg[at + 1] & 255) == APP2 && next < jpeg.length && starts(jpeg, at + 4, PROFILE)) {
                out.write(jpeg, kept, at - kept);
                kept = next;
            }
            at = next;
        }
        if (kept == 0) {
            return jpeg;
        }
        out.write(jpeg, kept, jpeg.length - kept);
        return out.toByteArray();
    }

    private static boolean starts(byte[] bytes, int at, byte[] with) {
        return at + with.length <= bytes.length && Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
    }

    /**
     * Into bytes in the decoder's own order, which it copies row by row, and these then turned round: in the usual order it
     * would copy byte by byte. The scanner's colour profile is left aside, as for every picture.
     */
    private static BufferedImage colour(ImageReader reader, PictureHeader header) throws IOException {
        int w = header.width();
        int h = header.height();
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        DataBufferByte pixels = new DataBufferByte(3 * w * h);
        ImageReadParam into = reader.getDefaultReadParam();
        into.setDestination(new BufferedImage(
                model, Raster.createInterleavedRaster(pixels, w, h, 3 * w, 3, new int[] {0, 1, 2}, null), false, null));
        reader.read(0, into);
        byte[] bytes = pixels.getData();
        for (int i = 0; i < bytes.length; i += 3) {
            byte red = bytes[i];
            bytes[i] = bytes[i + 2];
            bytes[i + 2] = red;
        }
        return new BufferedImage(
                model, Raster.createInterleavedRaster(pixels, w, h, 3 * w, 3, new int[] {2, 1, 0}, null), false, null);
    }

    /** libjpeg fills what is missing with grey and only warns; bytes too many before a marker are harmless. */
    private static boolean serious(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end") || (text.contains("corrupt jpeg data") && !text.contains("extraneous"));
    }

    /** format: png or tiff; index of the picture from 0. */
    static BufferedImage read(String format, ImageInputStream in, int index) {
        return Foreign.read(format.toUpperCase(Locale.ROOT) + " not decodable", () -> {
            ImageReader reader = reader(format);
            try {
                in.seek(0);
                reader.setInput(in, false, true);
                return Pixels.plain(reader.read(index));
            } finally {
                reader.dispose();
            }
        });
    }

    private static ImageReader reader(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }
}
