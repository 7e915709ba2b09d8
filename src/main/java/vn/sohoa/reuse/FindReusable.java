package vn.sohoa.reuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.SearchHits;
import vn.sohoa.search.SearchQuery;

/** Finds papers on file and says which may be used again. The index finds, the catalogue decides. */
public final class FindReusable {
    private final Catalog catalog;
    private final DocumentIndex index;
    private final ReusePolicy policy;

    FindReusable(Catalog catalog, DocumentIndex index, ReusePolicy policy) {
        this.catalog = catalog;
        this.index = index;
        this.policy = policy;
    }

    /** The best paper for a request: a reusable one if there is any, else the newest, with all reasons. */
    public ReuseDecision check(ReuseRequest request) {
        List<Document> held = stored(request);
        if (held.isEmpty()) {
            return ReuseDecision.of(null, List.of(ReuseReason.NOT_FOUND), Map.of());
        }
        List<ReuseDecision> decisions =
                held.stream().map(paper -> policy.judge(request, paper, held)).toList();
        Document newest = ReusePolicy.newest(held);
        return first(decisions, ReuseDecision.Answer.REUSABLE)
                .or(() -> first(decisions, ReuseDecision.Answer.NEEDS_OFFICER))
                .orElseGet(() -> policy.judge(request, newest, held));
    }

    /** Judges one paper for a request. */
    ReuseDecision check(ReuseRequest request, Document paper) {
        return policy.judge(request, paper, stored(request));
    }

    /** Searches papers; hits whose row is no longer stored are left out. */
    public SearchHits search(SearchQuery query) {
        SearchHits hits = index.search(query);
        List<SearchHits.Hit> live = hits.hits().stream()
                .filter(hit -> catalog.document(DocumentId.parse(hit.document()))
                        .map(paper -> paper.status() == DigitisationStatus.STORED)
                        .orElse(false))
                .toList();
        return new SearchHits(hits.total() - (hits.hits().size() - live.size()), live);
    }

    private List<Document> stored(ReuseRequest request) {
        return catalog.documents(DocumentFilter.ofOwner(request.owner(), Optional.of(request.type()))).stream()
                .filter(paper -> paper.status() == DigitisationStatus.STORED)
                .toList();
    }

    private static Optional<ReuseDecision> first(List<ReuseDecision> decisions, ReuseDecision.Answer answer) {
        return decisions.stream().filter(decision -> decision.answer() == answer).findFirst();
    }
}
