package vn.sohoa.forger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the last signature that is no time-stamp lies in a file.
 *
 * @param range first and last byte of {@code /ByteRange […]}
 * @param gap from {@code <} to just behind {@code >}
 * @param end just behind the last signed byte
 */
record Target(int range, int rangeEnd, int gap, int gapEnd, int end) {

    private static final Pattern RANGE =
            Pattern.compile("/ByteRange ?\\[ ?(\\d+) (\\d+) (\\d+) (\\d+) *\\]", Pattern.DOTALL);

    static Target of(byte[] file) {
        String text = Bytes.text(file);
        Target last = null;
        for (Matcher matcher = RANGE.matcher(text); matcher.find(); ) {
            int gap = Integer.parseInt(matcher.group(2));
            int gapEnd = Integer.parseInt(matcher.group(3));
            String object = text.substring(
                    Math.max(0, text.lastIndexOf(" obj", matcher.start())), text.indexOf("endobj", gapEnd));
            if (object.contains("/Sig") && !object.contains("/DocTimeStamp")) {
                last = new Target(
                        matcher.start(), matcher.end(), gap, gapEnd, gapEnd + Integer.parseInt(matcher.group(4)));
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("no signature in the file");
        }
        return last;
    }
}
