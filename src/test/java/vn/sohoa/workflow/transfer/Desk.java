package vn.sohoa.workflow.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.TableFacts;
import vn.sohoa.catalog.Tables;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.ObjectStores;

/** A small installation, wired by hand, on a folder of its own. */
final class Desk implements AutoCloseable {
    static final Clock CLOCK = Clock.systemUTC();

    final Path folder;
    final TestCatalog rows;
    final ObjectStore store;

    /** @param key secret of this store; two desks have two */
    Desk(Path folder, int key) {
        this.folder = made(folder);
        this.rows = TestCatalog.open(folder);
        byte[] secret = new byte[32];
        secret[0] = (byte) key;
        this.store = ObjectStores.folder(folder.resolve("objects"), secret);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    void fill(int papers) {
        new GeneratedPapers(rows.catalog(), rows.workList(), rows.runLedger(), rows.reuseBook(), store, 7)
                .write(papers);
    }

    Installation installation() {
        return installation(store);
    }

    /** With another store in its place, such as one that fails. */
    Installation installation(ObjectStore instead) {
        return new Installation(
                instead,
                rows.transfer(),
                rows.check(),
                rows.runLedger(),
                rows.runDoor(),
                rows.workList(),
                new RetainMasters(
                        rows.catalog(),
                        instead,
                        RetentionSchedule.load(Path.of("jobs/reference").resolve("retention.yml")))::retain,
                () -> rows.catalog()
                        .documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))
                        .size(),
                made(folder.resolve("work")));
    }

    /** The store, which dies when a method was called so many times. */
    ObjectStore dying(String method, int after) {
        AtomicInteger left = new AtomicInteger(after);
        return (ObjectStore) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && left.getAndDecrement() <= 0) {
                        throw new DigitisationException(Problem.STORE_UNAVAILABLE, "dead");
                    }
                    try {
                        return called.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    List<TableFacts> facts() {
        return rows.transfer().snapshot(Tables::facts);
    }

    /** Key → hash of the bytes, of every object that papers name. */
    Map<String, Sha256> objects() {
        Map<String, Sha256> objects = new TreeMap<>();
        for (Document paper : rows.catalog().documents(DocumentFilter.ALL)) {
            for (StoredObject object : paper.objects()) {
                objects.put(object.key(), Sha256.of(store.read(new ObjectKey(object.key()), object.sha256())));
            }
        }
        return objects;
    }

    Path file(StoredObject object) {
        return folder.resolve("objects").resolve(object.key());
    }

    @Override
    public void close() {
        rows.close();
    }
}
