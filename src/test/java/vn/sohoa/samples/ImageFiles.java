package vn.sohoa.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Image files as scanners write them, with their resolution inside. */
public final class ImageFiles {
    private static final String STANDARD = "javax_imageio_1.0";
    private static final String JFIF = "javax_imageio_jpeg_image_1.0";

    private ImageFiles() {}

    /** Eight bits of light, mixed as scanners do (the JDK's own conversion makes ink pale). */
    public static BufferedImage grey(BufferedImage im) {
        BufferedImage out = new BufferedImage(im.getWidth(), im.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < im.getHeight(); y++) {
            for (int x = 0; x < im.getWidth(); x++) {
                out.getRaster().setSample(x, y, 0, light(im.getRGB(x, y)));
            }
        }
        return out;
    }

    private static int light(int rgb) {
        return (30 * (rgb >> 16 & 255) + 59 * (rgb >> 8 & 255) + 11 * (rgb & 255)) / 100;
    }

    /** One bit, cut at a fixed brightness as office copiers do. */
    public static BufferedImage bilevel(BufferedImage im, int threshold) {
        BufferedImage out = new BufferedImage(im.getWidth(), im.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < im.getHeight(); y++) {
            for (int x = 0; x < im.getWidth(); x++) {
                out.setRGB(x, y, light(im.getRGB(x, y)) < threshold ? 0 : 0xFFFFFF);
            }
        }
        return out;
    }

    /** dpi 0: no resolution stated. */
    public static byte[] jpeg(BufferedImage im, int dpi, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(im), param);
        if (dpi > 0) {
            IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JFIF);
            IIOMetadataNode app0 =
                    (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
            app0.setAttribute("resUnits", "1");
            app0.setAttribute("Xdensity", Integer.toString(dpi));
            app0.setAttribute("Ydensity", Integer.toString(dpi));
            metadata.setFromTree(JFIF, root);
        }
        return write(writer, im, metadata, param);
    }

    /** PNG with its pixels per metre. */
    public static byte[] png(BufferedImage im, int dpi) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(im), param);
        // the PNG writer takes the standard value for pixels per millimetre
        mergeResolution(metadata, dpi / 25.4);
        return write(writer, im, metadata, param);
    }

    /** Several pages in one TIFF; compression as ImageIO names it: "CCITT T.6", "LZW", "JPEG". */
    public static byte[] tiff(List<BufferedImage> pages, int dpi, String compression, float quality)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        if (compression.equals("JPEG")) {
            param.setCompressionQuality(quality);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), param);
                mergeResolution(metadata, 25.4 / dpi);
                writer.writeToSequence(new IIOImage(page, null, metadata), param);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    private static void mergeResolution(IIOMetadata metadata, double pixelSize) throws IOException {
        IIOMetadataNode root = new IIOMetadataNode(STANDARD);
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String way : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
            IIOMetadataNode node = new IIOMetadataNode(way);
            node.setAttribute("value", Double.toString(pixelSize));
            dimension.appendChild(node);
        }
        root.appendChild(dimension);
        metadata.mergeTree(STANDARD, root);
    }

    private static byte[] write(ImageWriter writer, BufferedImage im, IIOMetadata metadata, ImageWriteParam param)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(im, null, metadata), param);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
