package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.ProvenanceEvent;

/**
 * How papers look and which of them seem to be one. Every method may be repeated.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface DuplicateBook {

    /** A paper that may be the same, and its print. */
    record Akin(Document paper, String print) {}

    /** Keeps how the first page of a paper looks, in the place of what was kept before. @param print of {@code page.ScanMarks} */
    void keepPrint(DocumentId paper, String print);

    /** Takes the print and key of a paper away, as if it had never been looked at. */
    void forget(DocumentId paper);

    /** The print kept; empty text where there is none. */
    String print(DocumentId paper);

    /**
     * Keeps a paper's key and gives the papers that share it, then those that look alike in part, 200 at most;
     * those that were sent back or set aside are not among them. Of two papers stored at once at least one finds the other.
     *
     * @param key hash of what the paper says of itself, or empty
     */
    List<Akin> akin(DocumentId paper, Optional<String> key);

    /** Enters a pair unless it is known. */
    void propose(DuplicatePair pair);

    /** Pairs, the oldest first. @param verdict those decided so; empty for those that are open */
    List<DuplicatePair> pairs(Optional<DuplicatePair.Verdict> verdict);

    /** All pairs of a paper. */
    List<DuplicatePair> of(DocumentId paper);

    /**
     * One transaction: the verdict on a pair, and the change of the paper that another replaces.
     *
     * @param decided with a verdict
     * @param changed a paper with the version that was read, or empty if none changes
     * @param event for the history of {@code changed}, else of {@code decided.second()}
     * @return false if somebody else was faster; nothing has changed then
     */
    boolean decide(DuplicatePair decided, Optional<Document> changed, ProvenanceEvent event);
}
