package vn.sohoa.workflow;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.DuplicateBook;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.StoredObject;
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
    private final DuplicateBook prints;
    private final Clock clock;

    Quarantine(Catalog catalog, ObjectStore store, DuplicateBook prints, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.prints = prints;
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
        return paper.object(ObjectRole.RESTRICTED.name()).isPresent()
                && paper.objects().size() > 1;
    }

    private boolean finish(Document paper) {
        prints.forget(paper.id()); // a print is a small picture
        restrictTwins(paper);
        Change change = Change.of(paper).problem(Problem.SECRET_MARK, paper.problemDetail());
        for (StoredObject object : paper.objects()) {
            if (!object.role().equals(ObjectRole.RESTRICTED.name())) {
                if (!isShared(paper, object)) {
                    store.discard(new ObjectKey(object.key()));
                }
                change.withoutObject(object.role());
            }
        }
        return catalog.change(
                change.done(),
                new ProvenanceEvent(
                        clock.instant(), "system", "CACH_LY", paper.status().name(), "restricted"));
    }

    /** The same file twice in a delivery is read once only: what the reading found holds for its twin as well. */
    private void restrictTwins(Document paper) {
        StoredObject restricted = paper.object(ObjectRole.RESTRICTED.name()).orElseThrow();
        for (Document twin :
                catalog.documents(DocumentFilter.ofBytes(paper.source().sha256()))) {
            if (twin.scope() == ScopeReason.DUPLICATE_IN_BATCH
                    && twin.object(ObjectRole.MASTER.name()).isPresent()) {
                prints.forget(twin.id());
                catalog.change(
                        Change.of(twin)
                                .withoutObject(ObjectRole.MASTER.name())
                                .object(restricted)
                                .done(),
                        new ProvenanceEvent(
                                clock.instant(),
                                "system",
                                "CACH_LY",
                                twin.status().name(),
                                "restricted"));
            }
        }
    }

    /** Whether another paper names the object too; equal texts or access copies may come from different files. */
    private boolean isShared(Document paper, StoredObject object) {
        DocumentFilter others = object.role().equals(ObjectRole.MASTER.name())
                ? DocumentFilter.ofBytes(paper.source().sha256())
                : DocumentFilter.ALL;
        return catalog.documents(others).stream()
                .filter(other -> !other.id().equals(paper.id()))
                .flatMap(other -> other.objects().stream())
                .anyMatch(other -> other.key().equals(object.key()));
    }
}
