package vn.sohoa.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an officer looks for; every filter may be null.
 *
 * @param words free text, may be empty; with or without accents, codes in any form
 * @param validOn only papers not known to have expired by that day
 * @param limit 1 to 1,000 hits
 */
public record SearchQuery(
        String words,
        @Nullable String ownerId,
        @Nullable String type,
        @Nullable String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate validOn,
        int limit) {

    public SearchQuery {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("limit not within 1 to 1000: " + limit);
        }
    }
}
