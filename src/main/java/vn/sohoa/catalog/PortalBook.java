package vn.sohoa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Sha256;

/**
 * How the national portal takes our dossiers (đồng bộ hồ sơ, R-58). Every method may be repeated.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface PortalBook {

    /** A dossier that has something to tell. @param upTo its last outbox row, 0 if only its handling or reuse has changed */
    record Due(DossierCode dossier, long upTo, int attempts) {}

    /** What the portal says is wrong. @param field name in the national contract, or empty */
    record Fault(String field, String code, String message) {}

    /**
     * A dossier that the portal does not have as it is now.
     *
     * @param since the oldest change that it was not told
     * @param notBefore when it is tried again; null: at the next opportunity, or, if {@code refused}, after a change
     */
    record Unsynced(
            DossierCode dossier,
            String unit,
            Instant since,
            int attempts,
            boolean refused,
            @Nullable Instant triedAt,
            @Nullable Instant notBefore,
            List<Fault> faults) {}

    /** Dossiers that may be sent now, those that have waited longest first. */
    List<Due> due(Instant now, int limit);

    /** The papers of other dossiers that were used again in this one, by the book of reuse. */
    List<DocumentId> takenFor(DossierCode dossier);

    /** The portal has taken a dossier: its outbox rows up to the one named are sent, in the same transaction. */
    void accepted(Due dossier, Sha256 payload, Instant now);

    /**
     * The portal has not taken a dossier.
     *
     * @param again when it is tried again, or empty: the data have to change first
     */
    void failed(Due dossier, List<Fault> faults, Optional<Instant> again, Instant now);

    /** All that the portal does not have, the oldest first. */
    List<Unsynced> unsynced();
}
