package vn.sohoa.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyScope;

/**
 * What an officer looks for; every filter may be null.
 *
 * @param words free text, may be empty; with or without accents, codes in any form
 * @param owners numbers of one owner, of which a paper bears one
 * @param validOn only papers not known to have expired by that day
 * @param limit 1 to 1,000 hits
 * @param quoted which of them get snippets; cutting these takes longer than finding the papers
 * @param scope whose papers may be found
 */
public record SearchQuery(
        String words,
        @Nullable List<String> owners,
        @Nullable String type,
        @Nullable String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate validOn,
        int limit,
        Quoted quoted,
        AgencyScope scope) {

    /** Places among the hits, from 0; {@code to} not included. */
    public record Quoted(int from, int to) {
        /** Every hit. */
        public static final Quoted ALL = new Quoted(0, Integer.MAX_VALUE);

        boolean has(int place) {
            return place >= from && place < to;
        }

        boolean meets(int first, int behind) {
            return from < behind && to > first;
        }
    }

    /** A question of the house itself. */
    public SearchQuery(
            String words,
            @Nullable String ownerId,
            @Nullable String type,
            @Nullable String agency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate validOn,
            int limit) {
        this(
                words,
                ownerId == null ? null : List.of(ownerId),
                type,
                agency,
                from,
                to,
                validOn,
                limit,
                Quoted.ALL,
                AgencyScope.ALL);
    }

    public SearchQuery {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("limit not within 1 to 1000: " + limit);
        }
    }
}
