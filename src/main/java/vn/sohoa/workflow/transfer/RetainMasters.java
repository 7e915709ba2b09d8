package vn.sohoa.workflow.transfer;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** Lays the locks of stored papers (thời hạn bảo quản) on masters that came from elsewhere: a lock is not among the bytes. */
@Component
class RetainMasters {
    private final Catalog catalog;
    private final ObjectStore store;
    private final RetentionSchedule schedule;

    RetainMasters(Catalog catalog, ObjectStore store, RetentionSchedule schedule) {
        this.catalog = catalog;
        this.store = store;
        this.schedule = schedule;
    }

    /** Gives the number of masters. May be repeated: a lock is never shortened. */
    int retain() {
        AtomicInteger retained = new AtomicInteger();
        try (ManyAtOnce many = new ManyAtOnce()) {
            for (Document paper : catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))) {
                paper.object(ObjectRole.MASTER.name())
                        .ifPresent(master -> many.add(() -> {
                            synchronized (many.lock(master.key())) {
                                store.retain(new ObjectKey(master.key()), schedule.of(dossier(paper), paper));
                            }
                            retained.incrementAndGet();
                        }));
            }
            many.finish();
        }
        return retained.get();
    }

    private Dossier dossier(Document paper) {
        return catalog.dossier(paper.dossier())
                .orElseThrow(() -> new DigitisationException(Problem.INTERNAL, "no dossier of " + paper.id()));
    }
}
