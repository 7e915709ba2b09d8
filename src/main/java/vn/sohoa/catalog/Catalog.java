package vn.sohoa.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ProvenanceEvent;

/**
 * The truth about dossiers and papers. Each method is one transaction; nothing is promised to anyone before it has ended.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface Catalog {

    /**
     * Takes a delivery in: dossier, papers as RECEIVED, a receipt for each (hash, length, time), history. Papers already known
     * by their id are left alone, so that the same delivery may be repeated.
     *
     * @return the papers that were new
     */
    List<DocumentId> receive(Dossier dossier, List<Document> papers, ProvenanceEvent event);

    Optional<Document> document(DocumentId id);

    /** Those of the papers that are stored and may be seen. @param papers up to 1,000 */
    Set<DocumentId> stored(Collection<DocumentId> papers);

    /** Papers of a status with their versions, as far as they may be seen; cheap also for many thousands. */
    Map<DocumentId, Long> versions(DigitisationStatus status);

    Optional<Dossier> dossier(DossierCode code);

    /** Papers in the order of dossier and ordinal. */
    List<Document> documents(DocumentFilter filter);

    /** Dossiers that hold a paper which matches, by code. */
    List<Dossier> dossiers(DocumentFilter filter);

    /** Dossiers of an owner, and those that hold a paper of his, by code. */
    List<Dossier> dossiersOf(OwnerId owner);

    /**
     * Changes a paper outside a run (review, approval): optimistic, by the version read. Writes the history and, for a paper
     * that is or was stored, an outbox row, in the same transaction.
     *
     * @param changed with the version that was read
     * @return false if somebody else was faster; nothing has changed then
     * @throws IllegalStateException if the table of {@link vn.sohoa.dossier.DigitisationStatus} forbids the move
     */
    boolean change(Document changed, ProvenanceEvent event);
}
