package vn.sohoa.samples;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that a careless or hostile sender puts into an inbox. */
public final class BadFiles {
    private static final int MIB = 1 << 20;

    private BadFiles() {}

    /** The first part of a good file: a copy that broke off. */
    public static byte[] truncated(byte[] good) {
        return Arrays.copyOf(good, good.length * 3 / 5);
    }

    /** A word-processor file of about a megabyte that unpacks to more than a gigabyte. */
    public static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            DocxFile.put(zip, "[Content_Types].xml", DocxFile.TYPES.getBytes(StandardCharsets.UTF_8));
            DocxFile.put(zip, "_rels/.rels", DocxFile.RELATIONS.getBytes(StandardCharsets.UTF_8));
            ZipEntry entry = new ZipEntry("word/document.xml");
            entry.setTime(1_793_584_800_000L);
            zip.putNextEntry(entry);
            zip.write(DocxFile.OPEN.getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[MIB];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 1040; i++) {
                zip.write(blanks);
            }
            zip.write(DocxFile.CLOSE.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** A PNG of a few bytes whose header claims 60,000 by 60,000 pixels. */
    public static byte[] hugePng() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream h = new DataOutputStream(header);
        h.writeInt(60_000);
        h.writeInt(60_000);
        h.write(new byte[] {8, 2, 0, 0, 0});
        PngChunks.write(out, "IHDR", header.toByteArray());
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[64 * 1024]);
        deflater.finish();
        byte[] data = new byte[1024];
        int length = deflater.deflate(data);
        deflater.end();
        PngChunks.write(out, "IDAT", Arrays.copyOf(data, length));
        PngChunks.write(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** The head of a Linux program followed by nothing that could run. */
    public static byte[] program() {
        byte[] bytes = new byte[4096];
        new Random(4).nextBytes(bytes);
        Arrays.fill(bytes, 0, 64, (byte) 0);
        byte[] head = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0};
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[16] = 2; // an executable
        bytes[18] = 62; // x86-64
        bytes[20] = 1;
        bytes[52] = 64; // size of this header
        return bytes;
    }
}
