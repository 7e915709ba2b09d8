package vn.sohoa.reading.hostile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.sohoa.samples.BadFiles;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PngChunks;

/** JPEG, PNG and TIFF files with a trap. */
final class CraftedPictures {
    private static final int GREY = 0;
    private static final int PALETTE = 3;

    private CraftedPictures() {}

    static List<HostileFiles.Craft> all() {
        List<HostileFiles.Craft> all = new ArrayList<>();
        png(all);
        jpeg(all);
        tiff(all);
        return all;
    }

    private static void png(List<HostileFiles.Craft> all) {
        all.add(() -> new HostileFile("png-huge", BadFiles.hugePng()));
        all.add(() -> png("size-negative", -1, -1, 8, GREY, new byte[9]));
        all.add(() -> png("size-none", 0, 0, 8, GREY, new byte[9]));
        all.add(() -> png("just-allowed", 5000, 3900, 8, GREY, new byte[5001 * 3900]));
        all.add(() -> png("more-than-it-says", 500, 500, 8, GREY, new byte[300 << 20]));
        all.add(() -> png("less-than-it-says", 3000, 3000, 8, GREY, new byte[99]));
        all.add(() -> png("palette-missing", 500, 500, 8, PALETTE, new byte[501 * 500]));
        all.add(() -> png("depth-odd", 500, 500, 77, GREY, new byte[501 * 500]));
        all.add(() -> png("thin", 1, 19_000_000, 1, GREY, new byte[38_000_000]));
        all.add(() -> png("wide", 19_000_000, 1, 1, GREY, new byte[2_400_000]));
        all.add(() -> png(
                "text-bomb",
                500,
                260,
                8,
                GREY,
                new byte[501 * 260],
                "zTXt",
                joined("a\0\0".getBytes(StandardCharsets.US_ASCII), RawPdf.deflated(new byte[200 << 20]))));
        all.add(() -> png(
                "profile-bomb",
                500,
                260,
                8,
                GREY,
                new byte[501 * 260],
                "iCCP",
                joined("a\0\0".getBytes(StandardCharsets.US_ASCII), RawPdf.deflated(new byte[200 << 20]))));
        all.add(() -> png("chunks-unknown", 500, 260, 8, GREY, new byte[501 * 260], "quAx", new byte[5 << 20]));
    }

    private static void jpeg(List<HostileFiles.Craft> all) {
        all.add(() -> new HostileFile(
                "jpeg-size-lies", CraftedStreams.withSize(ImageFiles.jpeg(GoodFiles.page(), 100, 0.5f), 65_000)));
        all.add(() -> new HostileFile(
                "jpeg-size-lies-within-limits",
                CraftedStreams.withSize(ImageFiles.jpeg(GoodFiles.page(), 100, 0.5f), 4400)));
        all.add(() -> new HostileFile("jpeg-scans", scans(2000)));
        all.add(() -> new HostileFile("jpeg-segments", segments(100_000)));
        all.add(() -> new HostileFile("jpeg-arithmetic", withFrame((byte) 0xC9)));
        all.add(() -> new HostileFile("jpeg-lossless", withFrame((byte) 0xC3)));
        all.add(() ->
                new HostileFile("jpeg-without-end", Arrays.copyOf(ImageFiles.jpeg(GoodFiles.page(), 100, 0.9f), 3000)));
        all.add(() -> new HostileFile("jpeg-exif-loop", exif()));
        all.add(() -> new HostileFile("jpeg-ff", filled(2_000_000)));
    }

    private static void tiff(List<HostileFiles.Craft> all) {
        all.add(() -> tiff("directory-of-itself", 8, 500, 260, 1, 8, 500 * 260));
        all.add(() -> tiff("size-huge", 0, 65_000, 65_000, 1, 8, 500));
        all.add(() -> tiff("size-overflows", 0, -1, -1, 1, 8, 500));
        all.add(() -> tiff("strips-beyond-the-end", 0, 500, 260, 1, 8, 1_000_000_000));
        all.add(() -> tiff("compression-unknown", 0, 500, 260, 9999, 8, 500));
        all.add(() -> tiff("bits-odd", 0, 500, 260, 1, 63, 500));
        all.add(() -> tiff("g4-nonsense", 0, 3000, 3000, 4, 1, 20_000));
        all.add(() -> tiff("g3-nonsense", 0, 3000, 3000, 3, 1, 20_000));
        all.add(() -> tiff("lzw-nonsense", 0, 3000, 3000, 5, 8, 20_000));
        all.add(() -> tiff("jpeg-nonsense", 0, 3000, 3000, 7, 8, 20_000));
        all.add(() -> tiff("old-jpeg-nonsense", 0, 3000, 3000, 6, 8, 20_000));
        all.add(() -> tiff("deflate-nonsense", 0, 3000, 3000, 8, 8, 20_000));
        all.add(() -> tiff("pack-bits-nonsense", 0, 3000, 3000, 32_773, 8, 20_000));
        all.add(() -> new HostileFile("tiff-entries", entries(65_000)));
        all.add(() -> new HostileFile("tiff-directories", directories(30_000)));
        all.add(() -> new HostileFile("tiff-big", new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0}));
    }

    private static HostileFile png(String name, int width, int height, int depth, int kind, byte[] rows)
            throws IOException {
        return png(name, width, height, depth, kind, rows, "", new byte[0]);
    }

    private static HostileFile png(
            String name, int width, int height, int depth, int kind, byte[] rows, String chunk, byte[] content)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) kind);
        PngChunks.write(out, "IHDR", header.array());
        if (!chunk.isEmpty()) {
            PngChunks.write(out, chunk, content);
        }
        PngChunks.write(out, "IDAT", RawPdf.deflated(rows));
        PngChunks.write(out, "IEND", new byte[0]);
        return new HostileFile("png-" + name, file.toByteArray());
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    /** A progressive JPEG of 16 million pixels whose last scan comes again and again. */
    private static byte[] scans(int times) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(GoodFiles.page(), null, null), param);
        }
        writer.dispose();
        byte[] jpeg = CraftedStreams.withSize(bytes.toByteArray(), 4000);
        int last = jpeg.length - 2;
        while ((jpeg[last] & 255) != 0xFF || (jpeg[last + 1] & 255) != 0xDA) {
            last--;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, last);
        for (int i = 0; i < times; i++) {
            out.write(jpeg, last, jpeg.length - 2 - last);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    private static byte[] segments(int count) throws IOException {
        byte[] jpeg = ImageFiles.jpeg(GoodFiles.page(), 100, 0.5f);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        for (int i = 0; i < count; i++) {
            out.write(new byte[] {(byte) 0xFF, (byte) 0xED, 0, 4, 1, 2});
        }
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] withFrame(byte marker) throws IOException {
        byte[] jpeg = ImageFiles.jpeg(GoodFiles.page(), 100, 0.5f);
        for (int i = 2; i < jpeg.length; i++) {
            if ((jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == 0xC0) {
                jpeg[i + 1] = marker;
                return jpeg;
            }
        }
        throw new IOException("no frame");
    }

    /** The second directory of the EXIF data is the first. */
    private static byte[] exif() throws IOException {
        byte[] jpeg = ImageFiles.jpeg(GoodFiles.page(), 100, 0.5f);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xFFE1)
                .putShort((short) (exif.capacity() - 2))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] filled(int count) {
        byte[] out = new byte[count];
        Arrays.fill(out, (byte) 0xFF);
        out[1] = (byte) 0xD8;
        return out;
    }

    /** One page; next: where the next directory lies. What should be packed is noise. */
    private static HostileFile tiff(
            String name, int next, int width, int height, int compression, int bits, int stripBytes) {
        byte[] noise = CraftedStreams.random(Math.min(stripBytes, 500 * 260));
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4 + noise.length);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 9);
        int[][] fields = {
            {256, width},
            {257, height},
            {258, bits},
            {259, compression},
            {262, 1},
            {273, out.capacity() - noise.length},
            {277, 1},
            {278, height},
            {279, stripBytes}
        };
        for (int[] field : fields) {
            out.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        return new HostileFile("tiff-" + name, out.putInt(next).put(noise).array());
    }

    private static byte[] entries(int count) {
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + count * 12 + 4);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) count);
        for (int i = 0; i < count; i++) {
            out.putShort((short) 273).putShort((short) 4).putInt(0x7FFFFFFF).putInt(8);
        }
        return out.array();
    }

    private static byte[] directories(int count) {
        ByteBuffer out = ByteBuffer.allocate(8 + count * 30);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        for (int i = 1; i <= count; i++) {
            out.putShort((short) 2);
            out.putShort((short) 256).putShort((short) 4).putInt(1).putInt(1);
            out.putShort((short) 257).putShort((short) 4).putInt(1).putInt(1);
            out.putInt(i == count ? 0 : 8 + i * 30);
        }
        return out.array();
    }
}
