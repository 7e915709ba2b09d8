package vn.sohoa.reading;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is wanted of a file.
 *
 * @param parts at least one
 * @param firstPage from 1
 * @param lastPage not before {@code firstPage}; {@link Integer#MAX_VALUE} for all
 */
public record ReadingRequest(Set<Part> parts, int firstPage, int lastPage) {

    public ReadingRequest {
        parts = Set.copyOf(parts);
        if (parts.isEmpty() || firstPage < 1 || lastPage < firstPage) {
            throw new IllegalArgumentException("nothing asked: " + parts + " of pages " + firstPage + "-" + lastPage);
        }
    }

    /** Those parts of all pages. */
    public static ReadingRequest of(Part first, Part... more) {
        return new ReadingRequest(EnumSet.of(first, more), 1, Integer.MAX_VALUE);
    }

    public boolean wants(Part part) {
        return parts.contains(part);
    }
}
