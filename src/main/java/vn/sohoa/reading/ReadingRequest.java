package vn.sohoa.reading;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is wanted of a file.
 *
 * @param parts at least one; {@link Part#PIECE} comes alone
 * @param firstPage from 1
 * @param lastPage not before {@code firstPage}; {@link Integer#MAX_VALUE} for all
 */
public record ReadingRequest(Set<Part> parts, int firstPage, int lastPage) {

    public ReadingRequest {
        parts = Set.copyOf(parts);
        if (parts.contains(Part.PIECE) && parts.size() > 1) {
            throw new IllegalArgumentException("a piece is asked for alone: " + parts);
        }
        if (parts.isEmpty() || firstPage < 1 || lastPage < firstPage) {
            throw new IllegalArgumentException("nothing asked: " + parts + " of pages " + firstPage + "-" + lastPage);
        }
    }

    /** Those pages as a file of their own. */
    public static ReadingRequest piece(int firstPage, int lastPage) {
        return new ReadingRequest(EnumSet.of(Part.PIECE), firstPage, lastPage);
    }

    /** Those parts of all pages. */
    public static ReadingRequest of(Part first, Part... more) {
        return new ReadingRequest(EnumSet.of(first, more), 1, Integer.MAX_VALUE);
    }

    public boolean wants(Part part) {
        return parts.contains(part);
    }
}
