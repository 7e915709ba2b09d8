package vn.sohoa.reading;

/** What may be asked of a reading. The law signs before extraction: capture asks for neither words nor pictures. */
public enum Part {
    /** Sizes, resolution, skew, colour of each page. */
    MEASUREMENTS,
    /** The signature report. */
    SIGNATURES,
    /** Words with boxes: from the text layer where it is real Vietnamese text, else recognised. */
    WORDS,
    /** QR payloads. */
    QR,
    /** Page pictures for the access copy: the scan's own JPEG bytes where there are any, else encoded by us. */
    PAGE_FILES,
    /** Page pictures as small as they stay legible, instead. */
    SMALL_PAGE_FILES,
    /** One part of one page as a picture, for a person who has to compare it with what was read. */
    CROP,
    /** The pages asked for as a PDF of their own, cut out of the file with nothing coded anew. */
    PIECE
}
