package vn.sohoa.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best hits first.
 *
 * @param total number of all hits
 */
public record SearchHits(long total, List<Hit> hits) {

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
        hits = List.copyOf(hits);
    }
}
