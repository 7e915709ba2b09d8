package vn.sohoa.signing;

import java.io.ByteArrayOutputStream;
import vn.sohoa.signing.PdfSyntax.Malformed;

/**
 * A string as a PDF writes it, in parentheses or in hex: what two writers write differently is one value here.
 *
 * @param end just behind its closing sign
 */
record PdfString(byte[] value, int end) {

    /** @param start at the opening parenthesis */
    static PdfString literal(byte[] file, int start) throws Malformed {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int open = 1;
        for (int at = start + 1; at < file.length; at++) {
            int b = file[at];
            if (b == '\\') {
                at = escape(file, at + 1, text);
                continue;
            }
            open += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (open == 0) {
                return new PdfString(text.toByteArray(), at + 1);
            }
            text.write(b);
        }
        throw new Malformed("string without end", start);
    }

    /** @param at behind the backslash. @return the last byte of what is escaped */
    private static int escape(byte[] file, int at, ByteArrayOutputStream text) {
        int b = at < file.length ? file[at] : -1;
        if (b >= '0' && b <= '7') {
            int code = 0;
            int last = at;
            for (int i = at; i < at + 3 && i < file.length && file[i] >= '0' && file[i] <= '7'; i++) {
                code = code * 8 + file[i] - '0';
                last = i;
            }
            text.write(code);
            return last;
        }
        if (b == '\r' || b == '\n') { // the line goes on
            return b == '\r' && at + 1 < file.length && file[at + 1] == '\n' ? at + 1 : at;
        }
        int known = "nrtbf".indexOf(b);
        text.write(known < 0 ? b : "\n\r\t\b\f".charAt(known));
        return at;
    }

    /** @param start at the opening bracket */
    static PdfString hex(byte[] file, int start) throws Malformed {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int at = start + 1; at < file.length; at++) {
            int b = file[at] & 0xFF;
            if (b == '>') {
                if (high >= 0) {
                    bytes.write(high * 16);
                }
                return new PdfString(bytes.toByteArray(), at + 1);
            }
            int digit = Character.digit(b, 16);
            if (digit < 0 && !PdfSyntax.isSpace(b)) {
                throw new Malformed("no hex string", start);
            }
            if (digit >= 0 && high >= 0) {
                bytes.write(high * 16 + digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        throw new Malformed("no hex string", start);
    }
}
