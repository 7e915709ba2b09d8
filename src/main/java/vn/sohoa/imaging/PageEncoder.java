package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageFile.Encoding;

/** Codes a page anew: black and white without loss as PNG, everything else as JPEG. */
final class PageEncoder {
    private static final float QUALITY = 0.9f;

    private PageEncoder() {}

    /** bits: of the stored picture; 1 keeps the page black and white. */
    static PageFile encode(BufferedImage upright, int bits, double dpi) {
        boolean grey = upright.getType() == BufferedImage.TYPE_BYTE_GRAY;
        boolean bilevel = bits == 1 && grey;
        if (!bilevel) {
            return jpeg(upright, QUALITY, dpi);
        }
        int width = upright.getWidth();
        int height = upright.getHeight();
        byte[] bytes = Foreign.read(
                "page not codable", () -> BilevelPng.of(Pixels.bytes(upright), width, height));
        return new PageFile(Encoding.PNG, bytes, width, height, false, dpi);
    }

    /** quality: 0 to 1. */
    static PageFile jpeg(BufferedImage upright, float quality, double dpi) {
        boolean grey = upright.getType() == BufferedImage.TYPE_BYTE_GRAY;
        byte[] bytes = write(upright, quality);
        return new PageFile(Encoding.JPEG, bytes, upright.getWidth(), upright.getHeight(), !grey, dpi);
    }

    private static byte[] write(BufferedImage image, float quality) {
        return Foreign.read("page not codable", () -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), param);
            } finally {
                writer.dispose();
            }
            return bytes.toByteArray();
        });
    }
}
