package vn.sohoa.workflow.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.ReviewBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.workflow.Change;

/**
 * An officer decides on doubts (kiểm tra, hiệu đính; Circular 01/2023/TT-VPCP, Article 9; ). The machine's reading stays in
 * the book of review; with the last doubt the paper goes on by itself, to CAP_MA. The same decision twice is one; of two officers at
 * once the second is told.
 */
@Component
public class DecideReview {
    static final String STEP = "KIEM_TRA";
    private static final int TRIES = 3;

    private final Catalog catalog;
    private final ReviewBook book;
    private final Corrections corrections;
    private final Doubts doubts;
    private final ReviewTexts texts;
    private final Clock clock;

    DecideReview(
            Catalog catalog, ReviewBook book, Corrections corrections, Doubts doubts, ReviewTexts texts, Clock clock) {
        this.catalog = catalog;
        this.book = book;
        this.corrections = corrections;
        this.doubts = doubts;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Settles one doubt: as read, as keyed in, or "the paper bears no such value".
     *
     * @throws DigitisationException NOT_FOUND (no such paper or doubt), WRONG_STATUS, ALREADY_DECIDED, VALUE_INVALID
     */
    public ReviewOutcome decide(ReviewOrder order) {
        return decide(order, paper -> settled(paper, order));
    }

    /**
     * The paper is not digitised, or not this scan of it.
     *
     * @throws DigitisationException NOT_FOUND, WRONG_STATUS, ALREADY_DECIDED
     */
    public ReviewOutcome dismiss(DocumentId paper, ScopeReason reason, @Nullable Long seen, String officer) {
        ReviewOrder order =
                new ReviewOrder(paper, ReviewDecision.PAPER, Verdict.REJECTED, reason.name(), seen, officer);
        return decide(
                order,
                before ->
                        new Draft(Change.of(before).outOfScope(reason).done(), decision(before, order, reason.name())));
    }

    /**
     * The paper is to be scanned again; the new scan comes as a new paper.
     *
     * @param why for whoever scans it; numbers of persons are masked
     * @throws DigitisationException NOT_FOUND, WRONG_STATUS, ALREADY_DECIDED
     */
    public ReviewOutcome rescan(DocumentId paper, String why, @Nullable Long seen, String officer) {
        ReviewOrder order = new ReviewOrder(paper, ReviewDecision.PAPER, Verdict.RESCAN, null, seen, officer);
        return decide(order, before -> {
            Problem problem = Objects.requireNonNullElse(before.problem(), Problem.TEXT_UNSURE);
            String detail = why.isBlank() ? before.problemDetail() : OwnerId.maskedIn(why.strip());
            Change change =
                    Change.of(before).status(DigitisationStatus.NEEDS_RESCAN).problem(problem, detail);
            return new Draft(change.done(), decision(before, order, null));
        });
    }

    /** What is to be written. */
    private record Draft(Document changed, ReviewDecision decision) {}

    private interface Drafting {
        Draft of(Document paper);
    }

    private ReviewOutcome decide(ReviewOrder order, Drafting drafting) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Document paper = catalog.document(order.document())
                    .orElseThrow(() -> new DigitisationException(
                            Problem.NOT_FOUND, order.document().toString()));
            List<ReviewDecision> decided = book.of(paper.id());
            Optional<ReviewDecision> before = last(decided, order.subject());
            if (before.filter(earlier -> same(earlier, order, paper)).isPresent()) {
                return outcome(false, paper, decided);
            }
            refuseIfLate(order, paper, decided, before);
            Draft draft = drafting.of(paper);
            ProvenanceEvent event = new ProvenanceEvent(
                    clock.instant(),
                    order.officer(),
                    STEP,
                    draft.changed().status().name(),
                    order.subject() + " " + order.verdict());
            if (book.decide(draft.changed(), List.of(draft.decision()), event)) {
                return outcome(true, catalog.document(paper.id()).orElseThrow(), book.of(paper.id()));
            }
        }
        throw new DigitisationException(
                Problem.ALREADY_DECIDED, order.document().toString());
    }

    private boolean same(ReviewDecision earlier, ReviewOrder order, Document paper) {
        String value = order.verdict() == Verdict.CORRECTED
                ? corrections.kept(paper, order.subject(), order.value()).orElse("")
                : order.value();
        return earlier.sameAs(order.verdict(), value)
                && (!order.subject().equals(ReviewDecision.PAPER) || Objects.equals(earlier.decided(), value));
    }

    private static void refuseIfLate(
            ReviewOrder order, Document paper, List<ReviewDecision> decided, Optional<ReviewDecision> before) {
        String where = paper.id() + " " + paper.status().vietnamese();
        if (paper.status() != DigitisationStatus.IN_REVIEW) {
            throw new DigitisationException(decided.isEmpty() ? Problem.WRONG_STATUS : Problem.ALREADY_DECIDED, where);
        }
        Long seen = order.seen();
        if (seen == null ? before.isPresent() : seen != paper.version()) {
            String what = before.map(d -> " " + d.subject() + " " + d.verdict() + " " + d.at())
                    .orElse("");
            throw new DigitisationException(Problem.ALREADY_DECIDED, paper.id() + what);
        }
    }

    private static Optional<ReviewDecision> last(List<ReviewDecision> decided, String subject) {
        return Doubts.settled(decided).contains(subject)
                ? decided.stream()
                        .filter(decision -> decision.subject().equals(subject))
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    private Draft settled(Document paper, ReviewOrder order) {
        List<ReviewDecision> decided = book.of(paper.id());
        List<Doubt> open = doubts.all(paper, texts.of(paper), decided);
        Corrections.Correction correction = corrections.of(paper, order, open);
        ReviewDecision decision = decision(paper, order, correction.decided().orElse(null));
        if (correction.scope().isPresent()) {
            Change out = correction.edit().apply(Change.of(paper));
            return new Draft(out.outOfScope(correction.scope().get()).done(), decision);
        }
        List<ReviewDecision> all = new ArrayList<>(decided);
        all.add(decision);
        return new Draft(next(paper, correction, all), decision);
    }

    /** The paper waits with what is still open, or goes on. */
    private Document next(Document paper, Corrections.Correction correction, List<ReviewDecision> decided) {
        Change restated = correction.edit().apply(Change.of(paper));
        Problem before = paper.problem();
        boolean over = before != null && correction.anew() && Doubts.ofReading(before);
        Problem recorded = over ? null : before;
        if (recorded != null) {
            restated.problem(recorded, paper.problemDetail());
        }
        Document waiting = restated.done();
        List<Doubt> left = doubts.all(waiting, texts.of(paper), decided);
        Change change = correction.edit().apply(Change.of(paper));
        if (left.isEmpty()) {
            return change.status(DigitisationStatus.EXTRACTED).done();
        }
        if (recorded != null && left.stream().anyMatch(doubt -> doubt.problem() == recorded)) {
            return waiting;
        }
        Doubt first = left.get(0);
        String detail = first.ofField() ? first.subject() : first.detail();
        return change.problem(first.problem(), detail).done();
    }

    private ReviewDecision decision(Document paper, ReviewOrder order, @Nullable String decided) {
        return new ReviewDecision(
                paper.id(),
                paper.version() + 1,
                order.subject(),
                order.verdict(),
                paper.type().code(),
                corrections.machine(paper, order.subject()).orElse(null),
                decided,
                order.officer(),
                clock.instant());
    }

    private ReviewOutcome outcome(boolean changed, Document paper, List<ReviewDecision> decided) {
        List<Doubt> left = paper.status() == DigitisationStatus.IN_REVIEW
                ? doubts.all(paper, texts.of(paper), decided)
                : List.of();
        return new ReviewOutcome(changed, paper.version(), paper.status(), left, OwnerWarnings.of(paper));
    }
}
