package vn.sohoa.catalog;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;

/**
 * A status is a queue: who works on which paper. Claims end by the database's clock; every later write carries the claim's
 * epoch, and a write that changes no row means that another has the paper: leave it (reliability rule R4).
 */
public interface WorkList {

    /**
     * Papers that wait in a status, unclaimed and due now. Each receiving unit has its turn: first the soonest due paper of
     * every unit, then the next of every unit, so that a large delivery of one does not keep the others waiting.
     */
    List<DocumentId> pending(DigitisationStatus status, int limit);

    /** How many papers stand in a status, in hand or not. */
    long count(DigitisationStatus status);

    /** Whether papers of a status are in somebody's hands: under a lease that has not run out. */
    boolean inHand(DigitisationStatus status);

    /**
     * Claims a paper; empty if another has it or it has moved on. {@code SELECT … FOR UPDATE SKIP LOCKED}. A lease that ran out
     * instead of being given back counts as a death.
     */
    Optional<Claim> claim(DocumentId id, DigitisationStatus expected, Duration lease);

    /** Keeps claims from running out; those that are no longer ours are left alone. */
    void renew(Collection<Claim> claims, Duration lease);

    /**
     * One transaction: the paper's new state, history, ledger row of the run, outbox rows, lease given back.
     *
     * @return false if the claim is no longer ours; nothing has changed then
     * @throws IllegalStateException if the status table forbids the move
     */
    boolean record(Claim claim, Document changed, ProvenanceEvent event, long run);

    /**
     * Gives back every claim. Only for the one process that owns the database, before it begins to work: whoever held them is
     * dead.
     */
    void takeOver();

    /**
     * Gives a paper back after a failure that may pass: counts an attempt, sets the time before which it is not pending.
     *
     * @return false if the claim is no longer ours
     */
    boolean postpone(Claim claim, Problem problem, Duration wait, long run);
}
