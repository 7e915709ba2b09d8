package vn.sohoa.workflow.review;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.ReviewBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.page.PageText;

/** Shows an officer what is doubtful on one paper and nothing else. Each look is an entry in the paper's history. */
@Component
public class ShowReview {
    private static final int CANDIDATES = 5;

    private final Catalog catalog;
    private final ReviewBook book;
    private final AuditTrail audit;
    private final Doubts doubts;
    private final ReviewTexts texts;
    private final Extraction extraction;
    private final Clock clock;

    ShowReview(
            Catalog catalog,
            ReviewBook book,
            AuditTrail audit,
            Doubts doubts,
            ReviewTexts texts,
            Extraction extraction,
            Clock clock) {
        this.catalog = catalog;
        this.book = book;
        this.audit = audit;
        this.doubts = doubts;
        this.texts = texts;
        this.extraction = extraction;
        this.clock = clock;
    }

    /** A kind of paper that it may be. @param sure whether the desk would not ask about a paper so sure of its kind */
    public record Guess(DocumentType type, double confidence, boolean sure) {}

    /**
     * One paper on the desk.
     *
     * @param candidates where the kind is doubtful, the likeliest first
     * @param decided what counts so far, the oldest first
     */
    public record Item(
            Document paper,
            List<Doubt> open,
            List<Guess> candidates,
            List<ReviewDecision> decided,
            List<String> warnings) {}

    /** Problems: NOT_FOUND, WRONG_STATUS if it does not wait for review. */
    public Item item(DocumentId id, String officer) {
        Document paper =
                catalog.document(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id.toString()));
        if (paper.status() != DigitisationStatus.IN_REVIEW) {
            throw new DigitisationException(
                    Problem.WRONG_STATUS, id + " " + paper.status().vietnamese());
        }
        List<PageText> read = texts.of(paper);
        List<ReviewDecision> decided = book.of(id);
        List<Doubt> open = doubts.all(paper, read, decided);
        boolean type = open.stream().anyMatch(Doubt::ofType);
        String what = open.stream().map(Doubt::subject).collect(Collectors.joining(" "));
        audit.append(id, new ProvenanceEvent(clock.instant(), officer, DecideReview.STEP, "XEM", what));
        return new Item(paper, open, type ? candidates(read) : List.of(), decided, OwnerWarnings.of(paper));
    }

    private List<Guess> candidates(List<PageText> read) {
        return extraction.classify(read).candidates().stream()
                .limit(CANDIDATES)
                .map(candidate -> new Guess(
                        candidate.type(),
                        candidate.confidence(),
                        doubts.isSure(candidate.type(), candidate.confidence())))
                .toList();
    }
}
