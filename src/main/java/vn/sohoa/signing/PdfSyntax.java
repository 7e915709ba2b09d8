package vn.sohoa.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads PDF values from raw bytes, strictly: what does not parse is refused and never repaired, since a repair is what an
 * attacker hopes for. Values are {@code Long}, {@code Double}, {@code Boolean}, {@code byte[]} (a string), {@link Name},
 * {@link Ref}, {@code List}, {@code Map} and {@link Nothing}. For one thread.
 */
final class PdfSyntax {

    record Name(String value) {}

    record Ref(int number, int generation) {}

    /** The null object. */
    enum Nothing {
        NULL
    }

    /** Not PDF syntax. */
    static class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String what, int at) {
            super(what + " at byte " + at);
        }
    }

    private static final int DEPTH = 64;

    private final byte[] file;
    private int at;
    private boolean duplicateKey;

    PdfSyntax(byte[] file, int at) {
        this.file = file;
        this.at = at;
    }

    int position() {
        return at;
    }

    /** Some dictionary read so far names a key twice. */
    boolean duplicateKey() {
        return duplicateKey;
    }

    static boolean isSpace(int b) {
        return b == 0 || b == 9 || b == 10 || b == 12 || b == 13 || b == 32;
    }

    private static boolean isRegular(int b) {
        return !isSpace(b) && "()<>[]{}/%".indexOf(b) < 0;
    }

    private int peek() {
        return at < file.length ? file[at] & 0xFF : -1;
    }

    /** Passes white-space and comments; a comment that might be taken for an object is refused. */
    void skip() throws Malformed {
        while (at < file.length) {
            if (isSpace(peek())) {
                at++;
            } else if (peek() == '%') {
                int start = at;
                while (at < file.length && peek() != '\n' && peek() != '\r') {
                    at++;
                }
                String comment = new String(file, start, at - start, StandardCharsets.ISO_8859_1);
                if (comment.contains("obj") || comment.contains("startxref")) {
                    throw new Malformed("an object in a comment", start);
                }
            } else {
                return;
            }
        }
    }

    /** Takes the word if it stands here as a whole. */
    boolean take(String word) throws Malformed {
        skip();
        if (!startsWith(file, at, word)) {
            return false;
        }
        int next = at + word.length();
        if (next < file.length && isRegular(file[next] & 0xFF)) {
            return false;
        }
        at = next;
        return true;
    }

    void expect(String word) throws Malformed {
        if (!take(word)) {
            throw new Malformed("no " + word, at);
        }
    }

    /** Takes {@code %%EOF}. */
    void expectEnd() throws Malformed {
        while (at < file.length && isSpace(peek())) {
            at++;
        }
        if (!startsWith(file, at, "%%EOF")) {
            throw new Malformed("no %%EOF", at);
        }
        at += 5;
    }

    /** The first byte of stream data: after the keyword stand CR LF or LF. */
    int streamStart() throws Malformed {
        if (peek() == '\r') {
            at++;
        }
        if (peek() != '\n') {
            throw new Malformed("no line end after stream", at);
        }
        return ++at;
    }

    void moveTo(int position) {
        at = position;
    }

    static boolean startsWith(byte[] file, int at, String word) {
        if (at < 0 || at > file.length - word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (file[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A whole number that is not negative, up to 10 digits. */
    long number() throws Malformed {
        skip();
        int start = at;
        long number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = number * 10 + (peek() - '0');
            if (++at - start > 10) {
                throw new Malformed("too many digits", start);
            }
        }
        if (at == start || (at < file.length && isRegular(peek()))) {
            throw new Malformed("no number", start);
        }
        return number;
    }

    int smallNumber() throws Malformed {
        long number = number();
        if (number > Integer.MAX_VALUE) {
            throw new Malformed("number too large", at);
        }
        return (int) number;
    }

    Object value() throws Malformed {
        return value(0);
    }

    private Object value(int depth) throws Malformed {
        skip();
        if (depth > DEPTH) {
            throw new Malformed("nested too deeply", at);
        }
        int b = peek();
        return switch (b) {
            case '/' -> name();
            case '(' -> literal();
            case '[' -> array(depth);
            case '<' -> startsWith(file, at, "<<") ? dictionary(depth) : hex();
            default -> (b >= '0' && b <= '9') || b == '+' || b == '-' || b == '.' ? numeric() : word();
        };
    }

    private Object word() throws Malformed {
        if (take("true") || take("false")) {
            return file[at - 2] == 'u';
        }
        expect("null");
        return Nothing.NULL;
    }

    /** A number, or a reference {@code n g R}. */
    private Object numeric() throws Malformed {
        int start = at;
        while (at < file.length && isRegular(peek())) {
            at++;
        }
        String text = new String(file, start, at - start, StandardCharsets.ISO_8859_1);
        if (!text.matches("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})")) {
            throw new Malformed("no number", start);
        }
        if (text.indexOf('.') >= 0) {
            return Double.valueOf(text);
        }
        int afterFirst = at;
        if (text.length() <= 9 && Character.isDigit(text.charAt(0))) {
            try {
                long generation = number();
                if (generation <= 65_535 && take("R")) {
                    return new Ref(Integer.parseInt(text), (int) generation);
                }
            } catch (Malformed plainNumber) {
                at = afterFirst;
            }
        }
        at = afterFirst;
        return Long.valueOf(text);
    }

    private Name name() throws Malformed {
        int start = ++at;
        StringBuilder name = new StringBuilder();
        while (at < file.length && isRegular(peek())) {
            int b = peek();
            if (b == '#') {
                int high = at + 2 < file.length ? Character.digit(file[at + 1], 16) : -1;
                int low = at + 2 < file.length ? Character.digit(file[at + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new Malformed("bad escape", start);
                }
                b = high * 16 + low;
                at += 2;
            }
            name.append((char) b);
            at++;
        }
        return new Name(name.toString());
    }

    private List<Object> array(int depth) throws Malformed {
        at++;
        List<Object> values = new ArrayList<>();
        for (skip(); peek() != ']'; skip()) {
            values.add(value(depth + 1));
        }
        at++;
        return values;
    }

    private Map<String, Object> dictionary(int depth) throws Malformed {
        at += 2;
        Map<String, Object> values = new LinkedHashMap<>();
        for (skip(); !startsWith(file, at, ">>"); skip()) {
            if (peek() != '/') {
                throw new Malformed("no key", at);
            }
            duplicateKey |= values.put(name().value(), value(depth + 1)) != null;
        }
        at += 2;
        return values;
    }

    private byte[] literal() throws Malformed {
        PdfString string = PdfString.literal(file, at);
        at = string.end();
        return string.value();
    }

    private byte[] hex() throws Malformed {
        PdfString string = PdfString.hex(file, at);
        at = string.end();
        return string.value();
    }
}
