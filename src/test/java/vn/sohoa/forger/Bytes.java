package vn.sohoa.forger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and changes bytes of a PDF as an attacker would, without a PDF library. */
final class Bytes {

    private static final Pattern SIZE = Pattern.compile("/Size (\\d{1,7})");
    private static final Pattern ROOT = Pattern.compile("/Root (\\d+ \\d+ R)");

    private Bytes() {}

    static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @return -1 if it is not there */
    static int indexOf(byte[] file, String word, int from) {
        return text(file).indexOf(word, from);
    }

    static int lastIndexOf(byte[] file, String word) {
        return text(file).lastIndexOf(word);
    }

    /** Overwrites bytes in place: the length stays. */
    static byte[] patched(byte[] file, int at, String patch) {
        byte[] changed = file.clone();
        byte[] bytes = of(patch);
        System.arraycopy(bytes, 0, changed, at, bytes.length);
        return changed;
    }

    static byte[] appended(byte[] file, String more) {
        return appended(file, of(more));
    }

    static byte[] appended(byte[] file, byte[] more) {
        byte[] longer = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, longer, file.length, more.length);
        return longer;
    }

    /** What the last startxref in front of a byte says. */
    static long startxref(byte[] file, int before) {
        int at = text(file).lastIndexOf("startxref", before) + 9;
        String number = new String(file, at, Math.min(20, file.length - at), StandardCharsets.ISO_8859_1);
        return Long.parseLong(number.strip().split("\\s")[0]);
    }

    /** The largest number of objects that any trailer states. */
    static int size(byte[] file) {
        int size = 0;
        for (Matcher matcher = SIZE.matcher(text(file)); matcher.find(); ) {
            size = Math.max(size, Integer.parseInt(matcher.group(1)));
        }
        return size;
    }

    /** The catalogue as the last trailer names it. */
    static String root(byte[] file) {
        String root = "";
        for (Matcher matcher = ROOT.matcher(text(file)); matcher.find(); ) {
            root = matcher.group(1);
        }
        return root;
    }
}
