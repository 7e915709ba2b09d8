package vn.sohoa.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best hits first.
 *
 * @param total number of all hits, 0 to {@value #COUNTED}; that many or more than that are not told apart, since counting them
 *     takes longer than finding the best
 */
public record SearchHits(long total, List<Hit> hits) {
    /** So many hits are counted. */
    public static final int COUNTED = 10_000;

    /**
     * @param snippets passages with the words found between {@code ⟦} and {@code ⟧}, at most three
     * @param score only to be compared within one answer
     */
    public record Hit(
            String document,
            String dossier,
            String type,
            String typeName,
            String title,
            @Nullable String issuedDate,
            @Nullable String agency,
            String ownerMasked,
            String status,
            @Nullable String validUntil,
            List<String> snippets,
            double score) {

        public Hit {
            snippets = List.copyOf(snippets);
        }
    }

    public SearchHits {
        total = Math.min(total, COUNTED);
        hits = List.copyOf(hits);
    }
}
