package vn.sohoa.workflow.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.sohoa.catalog.NamedObject;
import vn.sohoa.catalog.TableFacts;
import vn.sohoa.catalog.TableTransfer;
import vn.sohoa.catalog.Tables;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.transfer.CopyProgress.Stage;

/**
 * Brings everything into an installation: objects first, then the rows that name them, then the index, then every object is read
 * once more where it now lies, then masters of stored papers are
 * locked. Cut off at any point it may be started again: what is there is not copied twice.
 */
final class Arrival {
    private final Installation target;
    private final Consumer<CopyProgress> progress;
    private final Clock clock;
    private final Object oneLargeAtATime = new Object();

    Arrival(Installation target, Consumer<CopyProgress> progress, Clock clock) {
        this.target = target;
        this.progress = progress;
        this.clock = clock;
    }

    /** Objects as somebody lists them, as often as is asked. */
    interface Named {
        void each(Consumer<NamedObject> action);
    }

    /** Problem, besides those of the parts: ANOTHER_RUN if somebody works in the target. */
    CopyReport take(Tables tables, Named objects, ObjectSource source) {
        if (!target.door().enter()) {
            throw new DigitisationException(Problem.ANOTHER_RUN, "target");
        }
        try {
            return takeAlone(tables, objects, source);
        } finally {
            target.door().leave();
        }
    }

    private CopyReport takeAlone(Tables tables, Named objects, ObjectSource source) {
        Instant began = clock.instant();
        AtomicLong total = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        objects.each(object -> {
            total.incrementAndGet();
            bytes.addAndGet(object.object().bytes());
        });
        long copied = copy(objects, source, total.get());
        target.tables().load(tables, rows -> progress.accept(new CopyProgress(Stage.ROWS, rows, 0)));
        progress.accept(new CopyProgress(Stage.INDEX, 0, 0));
        int indexed = target.rebuildIndex();
        verify(objects, total.get());
        progress.accept(new CopyProgress(Stage.LOCKS, 0, 0));
        int retained = target.retainMasters();
        List<TableFacts> facts = target.tables().snapshot(Tables::facts);
        TableTransfer.ChainEnd end = target.tables().snapshot(TableTransfer.Snapshot::chainEnd);
        List<String> violations = target.rows().violations();
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        return new CopyReport(
                total.get(),
                copied,
                bytes.get(),
                facts,
                end.entries(),
                end.hash(),
                indexed,
                retained,
                violations,
                seconds);
    }

    private long copy(Named objects, ObjectSource source, long total) {
        AtomicLong copied = new AtomicLong();
        ObjectStore store = target.store();
        forAll(objects, Stage.OBJECTS, total, object -> {
            // an object is in a store whole or not at all; whether it is the right one is seen in the end
            if (!store.contains(new ObjectKey(object.key()))) {
                source.deliver(object, store);
                copied.incrementAndGet();
            }
        });
        return copied.get();
    }

    private void verify(Named objects, long total) {
        forAll(objects, Stage.VERIFY, total, object -> {
            if (object.bytes() <= ObjectSource.IN_MEMORY) {
                read(object);
            } else {
                synchronized (oneLargeAtATime) {
                    read(object);
                }
            }
        });
    }

    private void read(StoredObject object) {
        target.store().read(new ObjectKey(object.key()), object.sha256());
    }

    private void forAll(Named objects, Stage stage, long total, Consumer<StoredObject> work) {
        AtomicLong done = new AtomicLong();
        try (ManyAtOnce many = new ManyAtOnce()) {
            objects.each(object -> many.add(() -> {
                synchronized (many.lock(object.object().key())) {
                    work.accept(object.object());
                }
                progress.accept(new CopyProgress(stage, done.incrementAndGet(), total));
            }));
            many.finish();
        }
    }
}
