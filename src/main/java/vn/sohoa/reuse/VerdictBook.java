package vn.sohoa.reuse;

import java.time.Clock;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.SignatureReport;

/** Enters what a fresh check of a signature says, so that it counts for everybody and not only for whoever happened to look. */
final class VerdictBook {
    private final Catalog catalog;
    private final Clock clock;

    VerdictBook(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The paper as it stands then. Problem: WRONG_STATUS if it was changed meanwhile. */
    Document enter(Document paper, SignatureReport now) {
        if (!catalog.change(paper.judgedAnew(now), ProvenanceEvent.judgedAnew(clock.instant(), paper, now))) {
            throw new DigitisationException(Problem.WRONG_STATUS, "changed meanwhile");
        }
        return catalog.document(paper.id()).orElseThrow();
    }

    /** The same where it says something else than before. */
    Document enterIfOther(Document paper, SignatureReport now) {
        SignatureReport earlier = paper.signature();
        boolean same = earlier != null && earlier.verdict() == now.verdict();
        return same ? paper : enter(paper, now);
    }
}
