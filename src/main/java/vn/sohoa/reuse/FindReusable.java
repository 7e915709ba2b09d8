package vn.sohoa.reuse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;

/** Says which paper on file may be used again, from the catalogue; a verdict on a signature that is too old is renewed first. */
public final class FindReusable {
    private final Catalog catalog;
    private final ReusePolicy policy;
    private final Renewal renewal;
    private final OwnerNumbers numbers;

    /** Judges signatures anew whose verdicts no longer stand. */
    interface Renewal {
        /** Whether there was one to be judged anew; then the catalogue says something new. */
        boolean renew(Document paper);
    }

    FindReusable(Catalog catalog, OwnerNumbers numbers, ReusePolicy policy) {
        this(catalog, numbers, policy, paper -> false);
    }

    FindReusable(Catalog catalog, OwnerNumbers numbers, ReusePolicy policy, Renewal renewal) {
        this.numbers = numbers;
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
        OwnerNumbers.Known owner = numbers.of(request.owner());
        List<Document> all = everywhere(owner);
        List<Document> ofKind = all.stream()
                .filter(paper -> paper.type().code().equals(request.type()))
                .toList();
        Set<DocumentId> seen = catalog.stored(ofKind.stream().map(Document::id).toList());
        List<Document> held =
                ofKind.stream().filter(paper -> seen.contains(paper.id())).toList();
        if (held.isEmpty()) {
            Findings none = new Findings();
            none.add(ReuseReason.NOT_FOUND);
            ReusePolicy.links(owner, Optional.empty(), none);
            return ReuseDecision.of(null, none.reasons(), none.evidence());
        }
        List<ReuseDecision> decisions = held.stream()
                .map(paper -> policy.judge(request, owner, paper, all))
                .toList();
        return first(decisions, ReuseDecision.Answer.REUSABLE)
                .or(() -> first(decisions, ReuseDecision.Answer.NEEDS_OFFICER))
                .orElseGet(() -> policy.judge(request, owner, PaperDates.newest(held), all));
    }

    /** Judges one paper for a request. */
    ReuseDecision check(ReuseRequest request, Document paper) {
        OwnerNumbers.Known owner = numbers.of(request.owner());
        return policy.judge(request, owner, paper, everywhere(owner));
    }

    /** A newer paper or an event counts wherever it is kept, also where the one who asks sees nothing of it. */
    private List<Document> everywhere(OwnerNumbers.Known owner) {
        return owner.all().stream()
                .flatMap(number ->
                        CurrentScope.unbounded(
                                () -> catalog.documents(DocumentFilter.ofOwner(number, Optional.empty())))
                                .stream())
                .filter(paper -> paper.status() == DigitisationStatus.STORED)
                .toList();
    }

    private static Optional<ReuseDecision> first(List<ReuseDecision> decisions, ReuseDecision.Answer answer) {
        return decisions.stream()
                .filter(decision -> decision.answer() == answer)
                .findFirst();
    }
}
