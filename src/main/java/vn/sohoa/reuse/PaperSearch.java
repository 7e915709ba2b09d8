package vn.sohoa.reuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.SearchHits;
import vn.sohoa.search.SearchQuery;

/** Searches stored papers: the index finds, the catalogue confirms each hit before it is shown. */
public final class PaperSearch {
    private final DocumentIndex index;
    private final Catalog catalog;
    private final OwnerNumbers numbers;

    PaperSearch(DocumentIndex index, Catalog catalog, OwnerNumbers numbers) {
        this.numbers = numbers;
        this.index = index;
        this.catalog = catalog;
    }

    /**
     * What is looked for; filters may be null.
     *
     * @param words with or without accents, codes in any form
     * @param ownerId digits; papers under the person's other numbers are found too, where a link is proven
     * @param type type code
     * @param validOn only papers not known to have expired by then
     * @param limit 1 to 1,000
     * @param quotedFrom first place, from 0, of the hits that get snippets
     * @param quotedTo the place after the last of these
     */
    public record Wanted(
            String words,
            @Nullable String ownerId,
            @Nullable String type,
            @Nullable String agency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate validOn,
            int limit,
            int quotedFrom,
            int quotedTo) {

        /** Every hit gets snippets. */
        public Wanted(
                String words,
                @Nullable String ownerId,
                @Nullable String type,
                @Nullable String agency,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable LocalDate validOn,
                int limit) {
            this(words, ownerId, type, agency, from, to, validOn, limit, 0, limit);
        }
    }

    /** The published shape of {@code search --json}. */
    public record Found(long total, List<Hit> hits) {

        /** What is shown, for the log of looks. */
        public List<DocumentId> documents() {
            return hits.stream().map(hit -> DocumentId.parse(hit.document())).toList();
        }

        /** Whether there are just {@code total} papers, not that many or more. */
        public boolean exact() {
            return total < SearchHits.COUNTED;
        }
    }

    /**
     * @param title with numbers of persons masked, as in the snippets
     * @param snippets the words found stand between {@code ⟦} and {@code ⟧}
     * @param validity last day if the paper states one
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
            @Nullable String validity,
            List<String> snippets,
            double score) {}

    /** Problem: INDEX_UNAVAILABLE. */
    public Found search(Wanted wanted) {
        SearchHits found = index.search(new SearchQuery(
                wanted.words(),
                owners(wanted.ownerId()),
                wanted.type(),
                wanted.agency(),
                wanted.from(),
                wanted.to(),
                wanted.validOn(),
                wanted.limit(),
                new SearchQuery.Quoted(wanted.quotedFrom(), wanted.quotedTo()),
                CurrentScope.get()));
        Set<DocumentId> stored = catalog.stored(found.hits().stream()
                .map(hit -> DocumentId.parse(hit.document()))
                .toList());
        List<Hit> live = found.hits().stream()
                .filter(hit -> stored.contains(DocumentId.parse(hit.document())))
                .map(PaperSearch::hit)
                .toList();
        long total = found.total() < SearchHits.COUNTED
                ? found.total() - (found.hits().size() - live.size())
                : found.total();
        return new Found(total, live);
    }

    /** With the other numbers of the same person, where papers prove them; null for anybody. */
    private @Nullable List<String> owners(@Nullable String number) {
        return number == null
                ? null
                : OwnerId.find(number)
                        .map(id -> numbers.of(id).all().stream()
                                .map(OwnerId::value)
                                .toList())
                        .orElse(List.of(number));
    }

    private static Hit hit(SearchHits.Hit hit) {
        return new Hit(
                hit.document(),
                hit.dossier(),
                hit.type(),
                hit.typeName(),
                OwnerId.maskedIn(hit.title()),
                hit.issuedDate(),
                hit.agency(),
                hit.ownerMasked(),
                hit.status(),
                hit.validUntil(),
                hit.snippets().stream().map(OwnerId::maskedIn).toList(),
                hit.score());
    }
}
