package vn.sohoa.reuse;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.Recall;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.Sha256;

/** Shows who has used what, and whom to tell since a paper was withdrawn afterwards (sổ tái sử dụng; R-53). */
public final class ReuseLedger {
    private final ReuseBook book;
    private final Clock clock;

    ReuseLedger(ReuseBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** An act of reuse. @param sha256 of the very bytes that were handed out @param basis the rule that allowed it */
    public record Use(
            long id,
            DocumentId document,
            Sha256 sha256,
            DossierCode forDossier,
            String officer,
            String purpose,
            String basis,
            Instant at) {

        static Use of(ReuseBook.Entered entered) {
            return new Use(
                    entered.id(),
                    entered.entry().document(),
                    entered.entry().sha256(),
                    entered.entry().forDossier(),
                    entered.entry().officer(),
                    entered.entry().purpose(),
                    entered.entry().basis(),
                    entered.entry().at());
        }
    }

    /** Somebody to be told. @param standing what became of the paper @param settledBy null while nobody has seen to it */
    public record Notice(
            long id,
            Use use,
            ReuseStanding standing,
            Instant raised,
            @Nullable String settledBy,
            @Nullable String note,
            @Nullable Instant settledAt) {

        static Notice of(Recall recall) {
            return new Notice(
                    recall.id(),
                    Use.of(recall.entry()),
                    recall.standing(),
                    recall.raised(),
                    recall.officer(),
                    recall.note(),
                    recall.done());
        }
    }

    /** The newest first. @param document, forDossier empty for any */
    public List<Use> uses(Optional<DocumentId> document, Optional<DossierCode> forDossier) {
        return book.entries(document, forDossier).stream().map(Use::of).toList();
    }

    /** The oldest first. @param open those that nobody has seen to; else the settled ones */
    public List<Notice> recalls(boolean open) {
        return book.recalls(open).stream().map(Notice::of).toList();
    }

    /**
     * Somebody has seen to a recall: the other dossier was looked at anew, the citizen was told.
     *
     * @param note what was done, at least one word
     * @throws DigitisationException USAGE without a note, NOT_FOUND if no such recall is open
     */
    public void settle(long recall, String officer, String note) {
        if (note.isBlank() || officer.isBlank()) {
            throw new DigitisationException(Problem.USAGE, "--note, --as");
        }
        if (!book.settle(recall, officer, note.strip(), clock.instant())) {
            throw new DigitisationException(Problem.NOT_FOUND, "recall " + recall);
        }
    }
}
