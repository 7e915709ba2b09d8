package vn.sohoa.reuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;

/** Says which paper on file may be used again, from the catalogue alone. */
public final class FindReusable {
    private final Catalog catalog;
    private final ReusePolicy policy;

    FindReusable(Catalog catalog, ReusePolicy policy) {
        this.catalog = catalog;
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

    private List<Document> stored(ReuseRequest request) {
        return catalog.documents(DocumentFilter.ofOwner(request.owner(), Optional.of(request.type()))).stream()
                .filter(paper -> paper.status() == DigitisationStatus.STORED)
                .toList();
    }

    private static Optional<ReuseDecision> first(List<ReuseDecision> decisions, ReuseDecision.Answer answer) {
        return decisions.stream()
                .filter(decision -> decision.answer() == answer)
                .findFirst();
    }
}
