package vn.sohoa.intake;

/**
 * A place where a mixed batch may have to be cut (điểm tách, R-06).
 *
 * @param page the first page of the paper that begins there, from 2
 * @param certainty 0 to 100
 */
public record BatchCut(int page, Reason reason, int certainty) {

    /** Why. */
    public enum Reason {
        /** A separator sheet lies before it: nothing to doubt. */
        SEPARATOR_SHEET,
        /** It looks like the first page of a paper: Quốc hiệu, Tiêu ngữ, number and date at its top. */
        FIRST_PAGE,
        /** Blank sheets lie before it. */
        BLANK_SHEET,
        /** An officer said so. */
        OFFICER
    }

    public BatchCut {
        if (page < 2 || certainty < 0 || certainty > 100) {
            throw new IllegalArgumentException("cut before page " + page + " with certainty " + certainty);
        }
    }
}
