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

/** Codes a page anew: black and white, and what is calm enough, without loss as PNG, everything else as JPEG. */
final class PageEncoder {
    private static final float QUALITY = 0.9f;
    /** Of the PNG writer: the least effort. */
    private static final float FAST = 0.9f;
    /** Real scans that were cleaned by their device: 0.05 and 0.06; any scanner's noise: 0.3 and more. */
    private static final double MOST_CHANGES = 0.08;

    private static final int EACH_ROW = 7;

    private PageEncoder() {}

    /** bits: of the stored picture; 1 keeps the page black and white. */
    static PageFile encode(BufferedImage upright, int bits, double dpi) {
        boolean grey = upright.getType() == BufferedImage.TYPE_BYTE_GRAY;
        boolean bilevel = bits == 1 && grey;
        if (!bilevel && calm(upright)) {
            byte[] png = write("png", upright, FAST);
            return new PageFile(Encoding.PNG, png, upright.getWidth(), upright.getHeight(), !grey, dpi);
        }
        if (!bilevel) {
            return jpeg(upright, QUALITY, dpi);
        }
        int width = upright.getWidth();
        int height = upright.getHeight();
        byte[] bytes = Foreign.read("page not codable", () -> BilevelPng.of(Pixels.bytes(upright), width, height));
        return new PageFile(Encoding.PNG, bytes, width, height, false, dpi);
    }

    /** Whether neighbours are alike almost everywhere: then coding without loss takes half the bytes of a JPEG. */
    private static boolean calm(BufferedImage image) {
        int w = image.getWidth();
        int[] row = new int[w];
        long seen = 0;
        long changes = 0;
        for (int y = 0; y < image.getHeight(); y += EACH_ROW) {
            image.getRGB(0, y, w, 1, row, 0, w);
            for (int x = 1; x < w; x++) {
                changes += row[x] == row[x - 1] ? 0 : 1;
            }
            seen += w;
        }
        return changes < MOST_CHANGES * seen;
    }

    /** quality: 0 to 1. */
    static PageFile jpeg(BufferedImage upright, float quality, double dpi) {
        boolean grey = upright.getType() == BufferedImage.TYPE_BYTE_GRAY;
        byte[] bytes = write("jpeg", upright, quality);
        return new PageFile(Encoding.JPEG, bytes, upright.getWidth(), upright.getHeight(), !grey, dpi);
    }

    private static byte[] write(String format, BufferedImage image, float quality) {
        return Foreign.read("page not codable", () -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
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
