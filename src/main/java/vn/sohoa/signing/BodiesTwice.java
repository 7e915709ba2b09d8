package vn.sohoa.signing;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether an object number has two bodies within one revision: the table names one, and a reader that repairs picks the other. Looks
 * at the bytes alone, for a library would choose silently.
 */
final class BodiesTwice {

    private static final int LONGEST_NUMBER = 10;

    private final byte[] file;
    private final Set<Long> seen = new HashSet<>();

    private BodiesTwice(byte[] file) {
        this.file = file;
    }

    static boolean any(byte[] file) {
        return new BodiesTwice(file).find();
    }

    private boolean find() {
        for (int at = 3; at + 3 < file.length; at++) {
            if (file[at] == 'o' && file[at + 1] == 'b' && file[at + 2] == 'j' && !isLetter(file[at + 3])) {
                long number = numberBefore(at);
                if (number >= 0 && !seen.add(number)) {
                    return true;
                }
            } else if (file[at] == '%' && startsWith(at, "%%EOF")) {
                seen.clear(); // the next revision may give an object a new body
            }
        }
        return false;
    }

    /** Of {@code number generation obj} at the beginning of a line, else -1. */
    private long numberBefore(int obj) {
        int generation = back(obj);
        int number = generation < 0 ? -1 : back(generation);
        if (number < 0 || (number > 0 && !isEnd(file[number - 1]))) {
            return -1;
        }
        long value = 0;
        for (int at = number; file[at] >= '0' && file[at] <= '9'; at++) {
            value = value * 10 + (file[at] - '0');
        }
        return value;
    }

    /** Where the number begins that stands, after white space, before a place; -1 if there is none. */
    private int back(int place) {
        int at = place - 1;
        while (at >= 0 && PdfSyntax.isSpace(file[at])) {
            at--;
        }
        int end = at;
        while (at >= 0 && end - at <= LONGEST_NUMBER && file[at] >= '0' && file[at] <= '9') {
            at--;
        }
        return at == end || end == place - 1 ? -1 : at + 1;
    }

    private static boolean isEnd(byte character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isLetter(byte character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private boolean startsWith(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= file.length || file[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
