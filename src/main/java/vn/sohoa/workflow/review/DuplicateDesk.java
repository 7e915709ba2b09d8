package vn.sohoa.workflow.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DuplicateBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.DuplicatePair.Verdict;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.workflow.Change;

/**
 * Officers decide on papers that seem to be one: two papers, one paper twice, or a newer one in the place of an older. What is
 * replaced is never offered for reuse again; nothing is deleted.
 */
@Component
public class DuplicateDesk {
    private static final String STEP = "TRUNG_LAP";
    private static final int LONGEST_CHAIN = 1_000;

    private final Catalog catalog;
    private final DuplicateBook book;
    private final AuditTrail audit;
    private final Clock clock;

    DuplicateDesk(Catalog catalog, DuplicateBook book, AuditTrail audit, Clock clock) {
        this.catalog = catalog;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** Two papers side by side. */
    public record SideBySide(Document left, Document right, Optional<DuplicatePair> pair) {}

    /** Pairs, the oldest first. @param verdict those decided so; empty for those that are open */
    public List<DuplicatePair> pairs(Optional<Verdict> verdict) {
        return book.pairs(verdict);
    }

    /**
     * Two papers side by side; each look is an entry in the history of both. Problems: NOT_FOUND, WRONG_STATUS if one of them is in
     * quarantine, where nobody looks at it from here.
     */
    public SideBySide show(DocumentId left, DocumentId right, String officer) {
        SideBySide both = new SideBySide(paper(left), paper(right), pair(left, right));
        for (Document each : List.of(both.left(), both.right())) {
            if (each.status() == DigitisationStatus.QUARANTINED) {
                throw new DigitisationException(
                        Problem.WRONG_STATUS, each.id() + " " + each.status().vietnamese());
            }
        }
        for (DocumentId each : List.of(left, right)) {
            audit.append(each, new ProvenanceEvent(clock.instant(), officer, STEP, "XEM", ""));
        }
        return both;
    }

    /**
     * Decides on a pair, proposed or not. The same verdict twice is one.
     *
     * @param older for {@link Verdict#NEWER} the paper that is replaced
     * @param newer for {@link Verdict#NEWER} the paper that stands from then on
     * @throws DigitisationException NOT_FOUND, ALREADY_DECIDED, USAGE if both are one paper, WRONG_STATUS if one of them is not stored or is
     *     replaced or withdrawn itself
     */
    public DuplicatePair decide(DocumentId older, DocumentId newer, Verdict verdict, String officer) {
        if (older.equals(newer)) {
            throw new DigitisationException(Problem.USAGE, older.toString());
        }
        Document replaced = paper(older);
        Document standing = paper(newer);
        Optional<DuplicatePair> known = pair(older, newer);
        DuplicatePair decided = known.orElseGet(() -> DuplicatePair.of(older, newer, 0, false, clock.instant()))
                .decided(verdict, newer, officer, clock.instant());
        if (known.flatMap(DuplicatePair::outcome).isPresent()) {
            boolean same = known.get().outcome().equals(decided.outcome())
                    && known.get().standing().equals(decided.standing());
            if (same) {
                return known.get();
            }
            throw new DigitisationException(
                    Problem.ALREADY_DECIDED,
                    known.get().outcome().orElseThrow() + " " + known.get().decided());
        }
        Optional<Document> changed =
                verdict == Verdict.NEWER ? Optional.of(superseded(replaced, standing)) : Optional.empty();
        ProvenanceEvent event = new ProvenanceEvent(
                clock.instant(),
                officer,
                STEP,
                verdict == Verdict.NEWER ? ReuseStanding.SUPERSEDED.name() : verdict.name(),
                (verdict == Verdict.NEWER ? newer : decided.first()).toString());
        if (!book.decide(decided, changed, event)) {
            throw new DigitisationException(Problem.ALREADY_DECIDED, older + " " + newer);
        }
        return decided;
    }

    private static Document superseded(Document replaced, Document standing) {
        for (Document each : List.of(replaced, standing)) {
            boolean offered = each.standing() != ReuseStanding.SUPERSEDED && each.standing() != ReuseStanding.REVOKED;
            if (each.status() != DigitisationStatus.STORED || !offered) {
                throw new DigitisationException(
                        Problem.WRONG_STATUS, each.id() + " " + each.status() + ", " + each.standing());
            }
        }
        return Change.of(replaced).standing(ReuseStanding.SUPERSEDED).done();
    }

    /** The papers of which each takes the place of the one before, the oldest first; the paper itself is among them. Problem: NOT_FOUND. */
    public List<Document> chain(DocumentId id) {
        Set<DocumentId> chain = new LinkedHashSet<>();
        before(paper(id).id(), chain);
        DocumentId last = id;
        chain.add(last);
        for (Optional<DocumentId> next = successor(last);
                next.isPresent() && chain.size() < LONGEST_CHAIN && chain.add(next.get()); ) {
            next = successor(next.get());
        }
        return chain.stream().map(this::paper).toList();
    }

    private void before(DocumentId id, Set<DocumentId> chain) {
        List<DocumentId> replaced = replacedBy(id).toList();
        List<DocumentId> fresh = new ArrayList<>(replaced);
        fresh.removeAll(chain);
        if (chain.size() < LONGEST_CHAIN) {
            for (DocumentId each : fresh) {
                before(each, chain);
                chain.add(each);
            }
        }
    }

    private Stream<DocumentId> replacedBy(DocumentId id) {
        return book.of(id).stream()
                .filter(pair -> pair.standing().filter(id::equals).isPresent())
                .map(pair -> pair.first().equals(id) ? pair.second() : pair.first());
    }

    private Optional<DocumentId> successor(DocumentId id) {
        return book.of(id).stream()
                .flatMap(pair -> pair.standing().stream())
                .filter(standing -> !standing.equals(id))
                .findFirst();
    }

    private Optional<DuplicatePair> pair(DocumentId one, DocumentId other) {
        return book.of(one).stream()
                .filter(pair -> pair.first().equals(other) || pair.second().equals(other))
                .findFirst();
    }

    private Document paper(DocumentId id) {
        return catalog.document(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id.toString()));
    }
}
