package vn.sohoa.reuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;

/** Says which paper on file may be used again, from the catalogue; a verdict on a signature that is too old is renewed first. */
public final class FindReusable {
    private final Catalog catalog;
    private final ReusePolicy policy;
    private final Renewal renewal;

    /** Judges signatures anew whose verdicts no longer stand. */
    interface Renewal {
        /** Whether there was one to be judged anew; then the catalogue says something new. */
        boolean renew(Document paper);
    }

    FindReusable(Catalog catalog, ReusePolicy policy) {
        this(catalog, policy, paper -> false);
    }

    FindReusable(Catalog catalog, ReusePolicy policy, Renewal renewal) {
        this.catalog = catalog;
        this.policy = policy;
        this.renewal = renewal;
    }

    /** The best paper for a request: a reusable one if there is any, else the newest, with all reasons. */
    public ReuseDecision check(ReuseRequest request) {
        ReuseDecision decision = best(request);
        boolean stale = decision.answer() != ReuseDecision.Answer.NOT_REUSABLE
                && decision.document().map(renewal::renew).orElse(false);
        return stale ? best(request) : decision;
    }

    private ReuseDecision best(ReuseRequest request) {
        List<Document> all = everywhere(request.owner());
        List<Document> ofKind = all.stream()
                .filter(paper -> paper.type().code().equals(request.type()))
                .toList();
        Set<DocumentId> seen = catalog.stored(ofKind.stream().map(Document::id).toList());
        List<Document> held =
                ofKind.stream().filter(paper -> seen.contains(paper.id())).toList();
        if (held.isEmpty()) {
            return ReuseDecision.of(null, List.of(ReuseReason.NOT_FOUND), Map.of());
        }
        List<ReuseDecision> decisions =
                held.stream().map(paper -> policy.judge(request, paper, all)).toList();
        return first(decisions, ReuseDecision.Answer.REUSABLE)
                .or(() -> first(decisions, ReuseDecision.Answer.NEEDS_OFFICER))
                .orElseGet(() -> policy.judge(request, PaperDates.newest(held), all));
    }

    /** Judges one paper for a request. */
    ReuseDecision check(ReuseRequest request, Document paper) {
        return policy.judge(request, paper, everywhere(request.owner()));
    }

    /** A newer paper or an event counts wherever it is kept, also where the one who asks sees nothing of it. */
    private List<Document> everywhere(OwnerId owner) {
        return CurrentScope.unbounded(() -> catalog.documents(DocumentFilter.ofOwner(owner, Optional.empty()))).stream()
                .filter(paper -> paper.status() == DigitisationStatus.STORED)
                .toList();
    }

    private static Optional<ReuseDecision> first(List<ReuseDecision> decisions, ReuseDecision.Answer answer) {
        return decisions.stream()
                .filter(decision -> decision.answer() == answer)
                .findFirst();
    }
}
