package vn.sohoa.catalog;

import java.util.List;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.ProvenanceEvent;

/**
 * Which papers say that two numbers are of one person. Every method may be repeated.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface OwnerLinkBook {

    /** Keeps what a paper says, in the place of what it said before; what an officer has decided on stays. */
    void keep(DocumentId paper, List<OwnerLink> sayings);

    /** All sayings on that number and, by way of the persons named, on their other old numbers; the oldest first. */
    List<OwnerLink> of(OwnerId number);

    /** What papers say that the present thread may see, the oldest first. */
    List<OwnerLink> all();

    /** What one paper says; nothing if the present thread may not see it. */
    List<OwnerLink> of(DocumentId paper);

    /**
     * Those of {@link #all()} that are not refused and on whose old number nothing stands ({@link OwnerLink#standing}), because nothing
     * that is said of it is sure, or two personal ids are named with it. What papers of other agencies say counts.
     */
    List<Waiting> waiting();

    /** @param persons how many personal ids are named with the old number */
    record Waiting(OwnerLink link, int persons) {}

    /**
     * One transaction: an officer's word on all that a paper says.
     *
     * @param event for the history of the paper
     * @return false if nothing was left to be decided; nothing has changed then
     */
    boolean decide(DocumentId paper, OwnerLink.State as, ProvenanceEvent event);
}
