package vn.sohoa.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.MachineReading;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReviewDecision;

/**
 * The book of review (sổ kiểm tra, hiệu đính), append-only: who decided what, beside what the machine had read. A decision counts
 * until the machine reads the paper anew.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface ReviewBook {

    /**
     * One transaction: the paper's new state, history, the decisions, and before the first of them the machine's reading.
     *
     * @param changed with the version that was read
     * @param decisions their version is set here
     * @return false if somebody else was faster; nothing has changed then
     * @throws IllegalStateException if the table of {@link DigitisationStatus} forbids the move
     */
    boolean decide(Document changed, List<ReviewDecision> decisions, ProvenanceEvent event);

    /** What counts for a paper, the oldest first. */
    List<ReviewDecision> of(DocumentId document);

    /** The same for every paper in a status that has any. */
    Map<DocumentId, List<ReviewDecision>> of(DigitisationStatus status);

    /** What the machine had read last before an officer touched it. */
    Optional<MachineReading> reading(DocumentId document);

    /** Every decision ever made, the oldest first. */
    List<ReviewDecision> all();
}
