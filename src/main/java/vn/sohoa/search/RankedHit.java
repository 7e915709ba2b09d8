package vn.sohoa.search;

import java.util.Comparator;
import java.util.List;

/**
 * A paper found and what it is ranked by: score, then the newest, then the document's id.
 *
 * @param place where the index holds the paper
 * @param issuedOn days since 1970-01-01; 0 where no date is known
 */
record RankedHit<T>(T place, float score, long issuedOn, String document) {
    /** So many of the best are looked at once more for what else counts, if not more are to be shown. */
    private static final int LOOKED_AT_TWICE = 40;

    private static final Comparator<RankedHit<?>> BY_RANK = Comparator.<RankedHit<?>>comparingDouble(RankedHit::score)
            .thenComparingLong(RankedHit::issuedOn)
            .reversed()
            .thenComparing(RankedHit::document);

    /** How many hits an index is to be asked for. */
    static int asked(SearchQuery query) {
        return Math.max(query.limit(), LOOKED_AT_TWICE);
    }

    /** The ones to show, best first. */
    static <T> List<RankedHit<T>> best(List<RankedHit<T>> hits, SearchQuery query) {
        return hits.stream().sorted(BY_RANK).limit(query.limit()).toList();
    }
}
