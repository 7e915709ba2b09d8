package vn.sohoa.imaging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A black-and-white page as PNG, packed quickly rather than small: it is unpacked again at once, by whoever writes it into a
 * PDF. The JDK's own writer takes five times as long.
 */
final class BilevelPng {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER_BYTES = 13;

    private BilevelPng() {}

    /** grey: what is darker than the middle becomes black. */
    static byte[] of(byte[] grey, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(SIGNATURE);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(width)
                .putInt(height)
                .put((byte) 1) // bits of a pixel, of light
                .array();
        chunk(out, "IHDR", header, header.length);
        byte[] rows = rows(grey, width, height);
        byte[] packed = new byte[rows.length + rows.length / 1000 + 100];
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(rows);
            deflater.finish();
            int length = deflater.deflate(packed);
            if (!deflater.finished()) {
                throw new IOException("page does not pack");
            }
            chunk(out, "IDAT", packed, length);
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0], 0);
        return bytes.toByteArray();
    }

    /** Each row after a byte that says: not filtered. */
    private static byte[] rows(byte[] grey, int width, int height) {
        int stride = (width + 7) / 8 + 1;
        byte[] rows = new byte[stride * height];
        int whole = width & ~7;
        for (int y = 0; y < height; y++) {
            int p = y * width;
            int to = y * stride + 1;
            for (int x = 0; x < whole; x += 8, p += 8) {
                rows[to++] = (byte) ((grey[p] & 0x80)
                        | (grey[p + 1] & 0x80) >> 1
                        | (grey[p + 2] & 0x80) >> 2
                        | (grey[p + 3] & 0x80) >> 3
                        | (grey[p + 4] & 0x80) >> 4
                        | (grey[p + 5] & 0x80) >> 5
                        | (grey[p + 6] & 0x80) >> 6
                        | (grey[p + 7] & 0x80) >> 7);
            }
            for (int x = whole; x < width; x++, p++) {
                rows[to] |= (byte) ((grey[p] & 0x80) >> (x & 7));
            }
        }
        return rows;
    }

    private static void chunk(DataOutputStream out, String name, byte[] content, int length) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(content, 0, length);
        out.writeInt(length);
        out.write(type);
        out.write(content, 0, length);
        out.writeInt((int) check.getValue());
    }
}
