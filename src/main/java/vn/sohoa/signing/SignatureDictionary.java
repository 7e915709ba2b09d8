package vn.sohoa.signing;

import java.util.Arrays;
import java.util.List;

/**
 * A signature or document time-stamp dictionary as PDFBox reads it.
 *
 * @param field name of the form field that holds it, empty if none does
 * @param timeStamp a document time-stamp: it proves a time and nobody's will
 * @param offset of the indirect object that holds it; -1 if it lies in an object stream or cannot be told
 * @param range the four numbers of {@code /ByteRange}; empty if there are not exactly four whole numbers
 * @param contents of {@code /Contents}, empty if there is none
 */
record SignatureDictionary(String field, boolean timeStamp, long offset, List<Long> range, byte[] contents) {

    /** The range is a range of this file: from its start, a gap, and a second part that ends in the file. */
    boolean sane(long fileLength) {
        return range.size() == 4
                && range.get(0) == 0
                && range.get(1) > 0
                && range.get(2) > range.get(1)
                && range.get(3) > 0
                && range.get(3) <= fileLength - range.get(2);
    }

    int gapStart() {
        return range.get(1).intValue();
    }

    int gapEnd() {
        return range.get(2).intValue();
    }

    /** Just behind the last signed byte. */
    int end() {
        return (int) (range.get(2) + range.get(3));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignatureDictionary that
                && offset == that.offset
                && range.equals(that.range)
                && Arrays.equals(contents, that.contents);
    }

    @Override
    public int hashCode() {
        return range.hashCode();
    }
}
