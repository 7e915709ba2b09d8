package vn.sohoa.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Appends an update to a PDF by hand, as honest or as crooked as a test wants it. */
final class Increment {

    private final byte[] base;
    private final StringBuilder body = new StringBuilder("\n");
    private final Map<Integer, long[]> entries = new TreeMap<>(); // type, a, b
    private long previous;
    private long target = -1;

    Increment(byte[] base) {
        this.base = base;
        previous = startxref(base);
    }

    /** What the last startxref of a file says. */
    static long startxref(byte[] file) {
        int at = Signed.lastIndexOf(file, "startxref") + 9;
        String number = new String(file, at, Math.min(20, file.length - at), StandardCharsets.ISO_8859_1);
        return Long.parseLong(number.strip().split("\\s")[0]);
    }

    /** A body, with its entry. */
    Increment object(int number, String value) {
        entries.put(number, new long[] {1, unlisted(number, value), 0});
        return this;
    }

    /** A body without an entry. @return its offset */
    long unlisted(int number, String value) {
        long offset = base.length + body.length();
        body.append(number).append(" 0 obj\n").append(value).append("\nendobj\n");
        return offset;
    }

    /** Bytes as they are. */
    Increment raw(String text) {
        body.append(text);
        return this;
    }

    Increment entry(int number, int type, long a, long b) {
        entries.put(number, new long[] {type, a, b});
        return this;
    }

    Increment previous(long offset) {
        previous = offset;
        return this;
    }

    Increment target(long offset) {
        target = offset;
        return this;
    }

    /** Ends in a classic table. */
    byte[] table() {
        long at = base.length + body.length();
        body.append("xref\n");
        entries.forEach((number, entry) -> body.append(number)
                .append(" 1\n")
                .append(String.format("%010d %05d %s \n", entry[1], entry[2], entry[0] == 0 ? "f" : "n")));
        body.append("trailer\n<< /Size 900 /Root ").append(root()).append(" /Prev ");
        body.append(previous).append(" >>\n");
        return end(at);
    }

    /** Ends in a cross-reference stream, unpacked. */
    byte[] stream() {
        long at = base.length + body.length();
        entries.put(899, new long[] {1, at, 0});
        ByteBuffer rows = ByteBuffer.allocate(entries.size() * 7);
        StringBuilder index = new StringBuilder();
        entries.forEach((number, entry) -> {
            rows.put((byte) entry[0]).putInt((int) entry[1]).putShort((short) entry[2]);
            index.append(number).append(" 1 ");
        });
        body.append("899 0 obj\n<< /Type /XRef /Size 900 /W [1 4 2] /Index [").append(index);
        body.append("] /Root ").append(root()).append(" /Prev ").append(previous);
        body.append(" /Length ").append(rows.capacity()).append(" >>\nstream\n");
        body.append(new String(rows.array(), StandardCharsets.ISO_8859_1)).append("\nendstream\nendobj\n");
        return end(at);
    }

    private byte[] end(long section) {
        body.append("startxref\n").append(target < 0 ? section : target).append("\n%%EOF\n");
        return Signed.appended(base, body.toString());
    }

    private String root() {
        int at = Signed.lastIndexOf(base, "/Root ") + 6;
        return new String(base, at, 12, StandardCharsets.ISO_8859_1)
                .replaceAll("(?s)R.*", "R")
                .strip();
    }
}
