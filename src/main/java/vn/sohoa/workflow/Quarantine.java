package vn.sohoa.workflow;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Finishes the move of papers with a secrecy mark: their bytes already lie in the restricted part of the store, named by the
 * catalogue, so the ordinary copy may go. This is the only place where the software takes an object away.
 */
@Component
public class Quarantine {
    private final Catalog catalog;
    private final ObjectStore store;
    private final Clock clock;

    Quarantine(Catalog catalog, ObjectStore store, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
    }

    /** May be repeated; gives the number of papers moved. */
    public int finish() {
        int moved = 0;
        for (Document paper : catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.QUARANTINED))) {
            if (paper.problem() == Problem.SECRET_MARK && isHalfMoved(paper)) {
                moved += finish(paper) ? 1 : 0;
            }
        }
        return moved;
    }

    private static boolean isHalfMoved(Document paper) {
        return paper.object(ObjectRole.MASTER.name()).isPresent()
                && paper.object(ObjectRole.RESTRICTED.name()).isPresent();
    }

    private boolean finish(Document paper) {
        ObjectKey ordinary = new ObjectKey(
                paper.object(ObjectRole.MASTER.name()).orElseThrow().key());
        boolean shared = catalog.documents(DocumentFilter.ofBytes(paper.source().sha256())).stream()
                .filter(other -> !other.id().equals(paper.id()))
                .flatMap(other -> other.object(ObjectRole.MASTER.name()).stream())
                .anyMatch(object -> object.key().equals(ordinary.value()));
        if (!shared) {
            store.discard(ordinary);
        }
        Document changed = Change.of(paper)
                .withoutObject(ObjectRole.MASTER.name())
                .problem(Problem.SECRET_MARK, paper.problemDetail())
                .done();
        return catalog.change(
                changed,
                new ProvenanceEvent(
                        clock.instant(), "system", "CACH_LY", paper.status().name(), "restricted"));
    }
}
