package vn.sohoa.forger;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Appends an update to a PDF by hand, as honest or as crooked as the attack wants it. */
public final class Increment {

    private final byte[] base;
    private final StringBuilder body = new StringBuilder("\n");
    private final Map<Integer, long[]> entries = new TreeMap<>(); // type, a, b
    private final int free;
    private long previous;
    private long target = -1;
    private String root;
    private String trailer = "";

    public Increment(byte[] base) {
        this.base = base;
        previous = startxref(base);
        free = Bytes.size(base) + 1;
        root = Bytes.root(base);
    }

    /** What the last startxref of a file says. */
    public static long startxref(byte[] file) {
        return Bytes.startxref(file, file.length);
    }

    /** A number no object has. */
    public int free(int i) {
        return free + i;
    }

    /** A body, with its entry. */
    public Increment object(int number, String value) {
        entries.put(number, new long[] {1, unlisted(number, value), 0});
        return this;
    }

    /** A body without an entry. @return its offset */
    public long unlisted(int number, String value) {
        long offset = base.length + body.length();
        body.append(number).append(" 0 obj\n").append(value).append("\nendobj\n");
        return offset;
    }

    public Increment raw(String text) {
        body.append(text);
        return this;
    }

    public Increment entry(int number, int type, long a, long b) {
        entries.put(number, new long[] {type, a, b});
        return this;
    }

    public Increment previous(long offset) {
        previous = offset;
        return this;
    }

    public Increment target(long offset) {
        target = offset;
        return this;
    }

    public Increment root(String reference) {
        root = reference;
        return this;
    }

    public Increment trailer(String more) {
        trailer = more;
        return this;
    }

    byte[] end(boolean table) {
        return table ? table() : stream();
    }

    /** Ends in a classic table. */
    public byte[] table() {
        long at = base.length + body.length();
        body.append("xref\n");
        entries.forEach((number, entry) -> body.append(number)
                .append(" 1\n")
                .append(String.format("%010d %05d %s \n", entry[1], entry[2], entry[0] == 0 ? "f" : "n")));
        body.append("trailer\n<< /Size ").append(free + 9).append(" /Root ").append(root);
        body.append(" /Prev ").append(previous).append(trailer).append(" >>\n");
        return finish(at);
    }

    /** Ends in a cross-reference stream, unpacked. */
    public byte[] stream() {
        long at = base.length + body.length();
        int own = free + 8;
        entries.put(own, new long[] {1, at, 0});
        ByteBuffer rows = ByteBuffer.allocate(entries.size() * 7);
        StringBuilder index = new StringBuilder();
        entries.forEach((number, entry) -> {
            rows.put((byte) entry[0]).putInt((int) entry[1]).putShort((short) entry[2]);
            index.append(number).append(" 1 ");
        });
        body.append(own)
                .append(" 0 obj\n<< /Type /XRef /Size ")
                .append(free + 9)
                .append(" /W [1 4 2] /Index [");
        body.append(index)
                .append("] /Root ")
                .append(root)
                .append(" /Prev ")
                .append(previous)
                .append(trailer);
        body.append(" /Length ").append(rows.capacity()).append(" >>\nstream\n");
        body.append(Bytes.text(rows.array())).append("\nendstream\nendobj\n");
        return finish(at);
    }

    /** The bodies alone: no section, no end. */
    byte[] bodies() {
        return Bytes.appended(base, body.toString());
    }

    private byte[] finish(long section) {
        body.append("startxref\n").append(target < 0 ? section : target).append("\n%%EOF\n");
        return Bytes.appended(base, body.toString());
    }
}
