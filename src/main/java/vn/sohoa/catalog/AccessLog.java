package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;

/**
 * The log of looks at personal data (nhật ký truy cập), append-only, hash-chained as the history is.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface AccessLog {

    /**
     * One link of the chain.
     *
     * @param facts what the hash is taken over: canonical JSON with the number and the hash of the entry before
     */
    record Link(long seq, String previous, String hash, Look look, String facts) {}

    /** Enters looks in one transaction. Once it has returned they stay; what is looked at may be shown only then. */
    void enter(List<Look> looks);

    /** Every link, the oldest first. */
    void read(Consumer<Link> action);

    /** The newest first, all or those at one paper. @param limit 1 to 10,000 */
    List<Link> newest(Optional<DocumentId> document, int limit);

    /** Walks the chain. @return one line for each fault; empty if all is well */
    List<String> violations();
}
