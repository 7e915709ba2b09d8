package vn.sohoa.dossier;

import vn.sohoa.page.Box;

/**
 * One value read from a paper, with where and how.
 *
 * @param field name, see {@link FieldName}
 * @param raw as it stands on the paper
 * @param value normalised
 * @param page from 1; 0 where it comes from no page (manifest)
 * @param box in pixels of that page, {@link Box#NONE} where there is none
 * @param confidence 0 to 100
 */
public record ExtractedValue(
        String field, String raw, String value, int page, Box box, double confidence, Method method) {

    /** How a value was obtained. */
    public enum Method {
        QR,
        /** From machine readable lines whose check digits hold (ICAO 9303). */
        MRZ,
        OCR,
        /** From the text layer of the file. */
        TEXT,
        KEYED
    }

    public ExtractedValue {
        if (field.isBlank() || page < 0 || !(confidence >= 0 && confidence <= 100)) {
            throw new IllegalArgumentException(
                    "value of " + field + " on page " + page + " with confidence " + confidence);
        }
    }
}
