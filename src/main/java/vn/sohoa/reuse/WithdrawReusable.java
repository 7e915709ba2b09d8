package vn.sohoa.reuse;

import java.time.Clock;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;

/** An officer takes a paper out of reuse: in doubt, or revoked by its agency (thu hồi). Everybody who has used it is recalled. */
public final class WithdrawReusable {
    private final Catalog catalog;
    private final Clock clock;

    WithdrawReusable(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * @param revoked whether its agency has revoked it; else it is only in doubt
     * @throws DigitisationException NOT_FOUND; USAGE without a reason; WRONG_STATUS if it is not stored, stands so already or worse,
     *     or was changed meanwhile
     */
    public void withdraw(DocumentId id, boolean revoked, String officer, String reason) {
        if (reason.isBlank() || officer.isBlank()) {
            throw new DigitisationException(Problem.USAGE, "--reason, --as");
        }
        Document paper =
                catalog.document(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id.toString()));
        ReuseStanding now = revoked ? ReuseStanding.REVOKED : ReuseStanding.SUSPECT;
        boolean already = revoked
                ? paper.standing() == ReuseStanding.REVOKED
                : paper.standing().isWithdrawn();
        ProvenanceEvent event =
                new ProvenanceEvent(clock.instant(), officer, "RUT_LAI", now.name(), OwnerId.maskedIn(reason.strip()));
        if (paper.status() != DigitisationStatus.STORED || already || !catalog.change(paper.withdrawn(now), event)) {
            throw new DigitisationException(Problem.WRONG_STATUS, paper.status() + ", " + paper.standing());
        }
    }
}
