package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Java's own picture decoders, made strict: half a picture is no picture. */
final class ImageDecoder {
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
            try (ImageInputStream in = new MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(bytes))) {
                reader.addIIOReadWarningListener((source, warning) -> broken.compareAndSet(false, serious(warning)));
                reader.setInput(in, true, true);
                BufferedImage out = header.channels() == 4
                        ? Pixels.ofInks(reader.readRaster(0, null), header.adobe())
                        : Pixels.plain(reader.read(0));
                if (broken.get()) {
                    throw new IOException("the JPEG is cut short or has holes");
                }
                return out;
            } finally {
                reader.dispose();
            }
        });
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
