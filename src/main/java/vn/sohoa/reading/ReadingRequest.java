package vn.sohoa.reading;

import java.util.EnumSet;
import java.util.Set;
import vn.sohoa.page.Box;

/**
 * What is wanted of a file.
 *
 * @param parts at least one; {@link Part#PIECE} and {@link Part#CROP} come alone
 * @param firstPage from 1
 * @param lastPage not before {@code firstPage}; {@link Integer#MAX_VALUE} for all
 * @param box what part of the page is wanted, for {@link Part#CROP}; {@link Box#NONE} for all of it
 */
public record ReadingRequest(Set<Part> parts, int firstPage, int lastPage, Box box) {
    private static final Set<Part> ALONE = EnumSet.of(Part.PIECE, Part.CROP);

    public ReadingRequest {
        parts = Set.copyOf(parts);
        if (parts.size() > 1 && parts.stream().anyMatch(ALONE::contains)) {
            throw new IllegalArgumentException("asked for alone: " + parts);
        }
        if (parts.isEmpty() || firstPage < 1 || lastPage < firstPage) {
            throw new IllegalArgumentException("nothing asked: " + parts + " of pages " + firstPage + "-" + lastPage);
        }
    }

    /** Those parts of some pages. */
    public ReadingRequest(Set<Part> parts, int firstPage, int lastPage) {
        this(parts, firstPage, lastPage, Box.NONE);
    }

    /** A part of a page as a picture; {@link Box#NONE} for the whole page. */
    public static ReadingRequest crop(int page, Box box) {
        return new ReadingRequest(EnumSet.of(Part.CROP), page, page, box);
    }

    /** The same of other pages and perhaps fewer parts. */
    ReadingRequest narrowed(Set<Part> fewer, int first, int last) {
        return new ReadingRequest(fewer, first, last, box);
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
