package vn.sohoa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;

/**
 * The book of reuse (sổ tái sử dụng), append-only, with the recalls that follow from it and the papers asked for again.
 * A recall is raised by whoever withdraws a paper, in the same transaction.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface ReuseBook {

    /** An act of reuse and its number in the book. */
    record Entered(long id, ReuseEntry entry) {}

    /**
     * Enters an act and its history entry in one transaction. The same document, dossier and officer on one day: once.
     *
     * @return its number in the book
     * @throws vn.sohoa.dossier.DigitisationException NOT_REUSABLE if the paper has been withdrawn meanwhile
     */
    long enter(ReuseEntry entry);

    /** Who used a paper, the oldest first. */
    List<ReuseEntry> of(DocumentId document);

    /** The book, the newest first. @param document, forDossier empty for any */
    List<Entered> entries(Optional<DocumentId> document, Optional<DossierCode> forDossier);

    /** Recalls, the oldest first. @param open those that nobody has settled; else the settled ones */
    List<Recall> recalls(boolean open);

    /** Settles a recall. @return false if there is no such open recall */
    boolean settle(long recall, String officer, String note, Instant at);

    /** Keeps why a component was asked for again; in the history of the paper that is held, too. */
    void askedAgain(AskedAgain asked);

    /** Every such case, the newest first. */
    List<AskedAgain> askedAgain();
}
