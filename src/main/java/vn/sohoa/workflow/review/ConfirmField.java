package vn.sohoa.workflow.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.ReviewBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;

/**
 * Confirms one field of many waiting papers at once: values of which the machine is sure enough and that contradict nothing. Each
 * is a decision of its own in the book of review.
 */
@Component
public class ConfirmField {
    private final Catalog catalog;
    private final ReviewBook book;
    private final DecideReview decide;

    ConfirmField(Catalog catalog, ReviewBook book, DecideReview decide) {
        this.catalog = catalog;
        this.book = book;
        this.decide = decide;
    }

    /**
     * Which values.
     *
     * @param above least confidence, 0 to 100
     * @param type code of the kind of paper, or null for all
     * @param limit papers at most
     */
    public record Choice(
            String field, double above, @Nullable String type, int limit) {}

    /** A value that is, or would be, confirmed. */
    public record Confirmed(
            DocumentId document, String type, String value, double confidence, DigitisationStatus status) {}

    /** What would be confirmed; changes nothing. */
    public List<Confirmed> preview(Choice choice) {
        List<Confirmed> all = new ArrayList<>();
        Map<DocumentId, List<ReviewDecision>> decided = book.of(DigitisationStatus.IN_REVIEW);
        for (Document paper : catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.IN_REVIEW))) {
            boolean settled =
                    Doubts.settled(decided.getOrDefault(paper.id(), List.of())).contains(choice.field());
            boolean wanted = choice.type() == null || paper.type().code().equals(choice.type());
            if (!settled && wanted && all.size() < choice.limit()) {
                sure(paper, choice).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Confirms them; a paper that somebody else has decided meanwhile is left out. */
    public List<Confirmed> confirm(Choice choice, String officer) {
        List<Confirmed> done = new ArrayList<>();
        for (Confirmed each : preview(choice)) {
            ReviewOrder order =
                    new ReviewOrder(each.document(), choice.field(), Verdict.CONFIRMED, null, null, officer);
            try {
                DigitisationStatus status = decide.decide(order).status();
                done.add(new Confirmed(each.document(), each.type(), each.value(), each.confidence(), status));
            } catch (DigitisationException late) {
                if (late.problem() != Problem.ALREADY_DECIDED && late.problem() != Problem.WRONG_STATUS) {
                    throw late;
                }
            }
        }
        return done;
    }

    private static Optional<Confirmed> sure(Document paper, Choice choice) {
        boolean conflict =
                paper.values().stream().anyMatch(value -> value.field().equals(choice.field() + FieldName.CONFLICT));
        return conflict
                ? Optional.empty()
                : paper.values().stream()
                        .filter(value -> value.field().equals(choice.field())
                                && value.method() != ExtractedValue.Method.KEYED
                                && value.confidence() >= choice.above())
                        .findFirst()
                        .map(value -> new Confirmed(
                                paper.id(), paper.type().code(), value.value(), value.confidence(), paper.status()));
    }
}
