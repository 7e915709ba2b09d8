package vn.sohoa.reading.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** A PDF written object by object, without anybody who would refuse to. Object 1 is the catalog, 2 the page tree, 3 the page. */
final class RawPdf {
    static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
    static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private static final String BOX = "/MediaBox [0 0 595 842]";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final java.util.TreeMap<Integer, Integer> places = new java.util.TreeMap<>();

    RawPdf() {
        text("%PDF-1.7\n");
    }

    /** Catalog, tree and one page with these entries; its contents are object 4. */
    static RawPdf onePage(String entries) {
        return new RawPdf()
                .object(1, CATALOG)
                .object(2, PAGES)
                .object(
                        3,
                        "<< /Type /Page /Parent 2 0 R " + (entries.contains("/MediaBox") ? "" : BOX)
                                + " /Contents 4 0 R " + entries + " >>");
    }

    RawPdf object(int number, String body) {
        places.put(number, out.size());
        text(number + " 0 obj\n" + body + "\nendobj\n");
        return this;
    }

    /** entries: of the dictionary, without the length. */
    RawPdf stream(int number, String entries, byte[] body) {
        places.put(number, out.size());
        text(number + " 0 obj\n<< " + entries + " /Length " + body.length + " >>\nstream\n");
        out.writeBytes(body);
        text("\nendstream\nendobj\n");
        return this;
    }

    RawPdf stream(int number, String entries, String body) {
        return stream(number, entries, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawPdf packed(int number, String entries, byte[] body) {
        return stream(number, entries + " /Filter /FlateDecode", deflated(body));
    }

    byte[] end() {
        return end("");
    }

    /** trailer: further entries. */
    byte[] end(String trailer) {
        int at = out.size();
        int size = places.lastKey() + 1;
        StringBuilder table = new StringBuilder("xref\n0 " + size + "\n0000000000 65535 f \n");
        for (int i = 1; i < size; i++) {
            table.append(
                    places.containsKey(i) ? String.format("%010d 00000 n \n", places.get(i)) : "0000000000 65535 f \n");
        }
        text(table + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + at + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] deflated(byte[] body) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(body);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
