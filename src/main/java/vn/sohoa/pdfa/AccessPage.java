package vn.sohoa.pdfa;

import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;

/**
 * One page of an access copy.
 *
 * @param file the picture that people see
 * @param text the words that searching and copying find; words without a place are left out
 * @param scale pixels of {@code file} for each pixel that the boxes of {@code text} are measured in: less than 1 where the picture
 *     was reduced
 */
public record AccessPage(PageFile file, PageText text, double scale) {

    public AccessPage {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale is not positive: " + scale);
        }
    }

    /** A picture in the size in which the text was read. */
    public AccessPage(PageFile file, PageText text) {
        this(file, text, 1);
    }
}
