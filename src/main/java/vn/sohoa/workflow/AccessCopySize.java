package vn.sohoa.workflow;

import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/** How large the pictures of an access copy (bản khai thác) are. The master is never touched by it. */
public enum AccessCopySize {
    /** The scan's own bytes. */
    UNTOUCHED(Part.PAGE_FILES),
    /** 150 dpi, or black and white where the page is nothing but dark ink on paper. */
    SMALL(Part.SMALL_PAGE_FILES);

    private final Part part;

    AccessCopySize(Part part) {
        this.part = part;
    }

    Part part() {
        return part;
    }

    /** Pictures alone; a reduced one needs the size of the page beside it. */
    ReadingRequest pictures() {
        return this == SMALL ? ReadingRequest.of(part, Part.MEASUREMENTS) : ReadingRequest.of(part);
    }
}
