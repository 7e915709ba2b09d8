package vn.sohoa.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.sohoa.forger.Increment;

/** PDFs put together by hand, so small that each rule about what follows a signature can be seen alone. Nothing in them is signed. */
final class HandMade {

    private static final String[] OBJECTS = {
        "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [6 0 R] >>",
        "<< /Title (Giay phep) /Width 2.5 /Marked true /Parts [1 2 3] >>",
        "<< /Fields [6 0 R] /SigFlags 3 >>",
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (A) /Rect [0 0 0 0] /V 7 0 R >>",
        "<< /Type /Sig >>",
        "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>",
        "3",
        "<< /Length 9 0 R >>\nstream\nabc\nendstream",
        "[6 0 R]",
        "[0 0 0 0]"
    };

    /** With a classic table; object 9 is a number, 10 a stream, 11 and 12 arrays. */
    static final byte[] TABLE = table(OBJECTS);

    /** The same, all but the stream in an object stream, with a cross-reference stream. */
    static final byte[] PACKED = packed(OBJECTS);

    private HandMade() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    static byte[] appended(byte[] file, String more) {
        return bytes(text(file) + more);
    }

    /** Objects 1, 2, …, a table, its trailer. */
    static byte[] table(String... bodies) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder rows = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < bodies.length; i++) {
            rows.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(bodies[i]).append("\nendobj\n");
        }
        int section = file.length();
        int size = bodies.length + 1;
        file.append("xref\n0 ").append(size).append('\n').append(rows);
        file.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R /Info 4 0 R >>\nstartxref\n");
        return bytes(file.append(section).append("\n%%EOF").toString());
    }

    private static byte[] packed(String... bodies) {
        int container = bodies.length + 1;
        int own = bodies.length + 2;
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder head = new StringBuilder();
        StringBuilder values = new StringBuilder();
        ByteBuffer rows = ByteBuffer.allocate((own + 1) * 7);
        rows.put((byte) 0).putInt(0).putShort((short) 0xFFFF);
        int index = 0;
        for (int i = 0; i < bodies.length; i++) {
            if (bodies[i].endsWith("endstream")) {
                rows.put((byte) 1).putInt(file.length()).putShort((short) 0);
                file.append(i + 1)
                        .append(" 0 obj\n")
                        .append(bodies[i].replace("9 0 R", "3"))
                        .append("\nendobj\n");
            } else {
                rows.put((byte) 2).putInt(container).putShort((short) index++);
                head.append(i + 1).append(' ').append(values.length()).append(' ');
                values.append(bodies[i]).append(' ');
            }
        }
        rows.put((byte) 1).putInt(file.length()).putShort((short) 0);
        file.append(container).append(" 0 obj\n").append(objectStream(index, head.toString(), values.toString()));
        file.append("\nendobj\n");
        int section = file.length();
        rows.put((byte) 1).putInt(section).putShort((short) 0);
        file.append(own).append(" 0 obj\n<< /Type /XRef /Size ").append(own + 1).append(" /W [1 4 2] /Root 1 0 R");
        file.append(" /Info 4 0 R /Length ")
                .append(rows.capacity())
                .append(" >>\nstream\n")
                .append(text(rows.array()));
        file.append("\nendstream\nendobj\nstartxref\n").append(section).append("\n%%EOF");
        return bytes(file.toString());
    }

    /** @param head pairs of number and place */
    static String objectStream(int count, String head, String values) {
        return "<< /Type /ObjStm /N " + count + " /First " + head.length() + " /Length "
                + (head.length() + values.length()) + " >>\nstream\n" + head + values + "\nendstream";
    }

    static String stream(String dictionary) {
        return "<< " + dictionary + " /Length 3 >>\nstream\nabc\nendstream";
    }

    /** An honest update to begin with: it names the catalogue and the information that were there. */
    static Increment update(byte[] base) {
        return new Increment(base).trailer(" /Info 4 0 R");
    }

    /** What the walker says of everything behind the base. */
    static List<TailWalker.Found> found(byte[] base, byte[] file) {
        return TailWalker.walk(file, base.length).found();
    }
}
