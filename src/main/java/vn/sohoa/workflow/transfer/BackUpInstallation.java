package vn.sohoa.workflow.transfer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.workflow.transfer.CopyProgress.Stage;

/**
 * Makes a back-up (sao lưu) while people go on working: the tables at one instant, and every object that they name. Objects that
 * an earlier back-up holds are not copied again.
 */
@Component
public class BackUpInstallation {
    private static final int TRIES = 3;

    private final Installation installation;
    private final Clock clock;

    BackUpInstallation(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * A back-up that is whole.
     *
     * @param snapshot its folder's name
     * @param copied objects that were new to the pool
     * @param copiedBytes of them
     */
    public record Report(String snapshot, BackupManifest manifest, long copied, long copiedBytes, double seconds) {}

    /**
     * Makes one.
     *
     * @param full with a fresh copy of every object, in a new pool
     * @throws DigitisationException ANOTHER_RUN if another back-up writes there, STORE_CORRUPT if an object is not intact
     */
    public Report backUp(Path folder, boolean full, Consumer<CopyProgress> progress) {
        Instant began = clock.instant();
        try (BackupFolder backups = BackupFolder.lock(folder)) {
            Instant at = free(backups, began);
            String name = backups.choosePool(full, at, pool -> isNamed(backups, pool));
            ObjectPool pool = new ObjectPool(BackupFiles.folder(backups.pool(name)));
            pool.tidy();
            for (int attempt = 1; ; attempt++) {
                Path draft = backups.draft(at);
                SnapshotFiles files = new SnapshotFiles(draft);
                BackupManifest manifest = installation
                        .tables()
                        .snapshot(tables -> files.write(tables, clock.instant().toString(), name));
                Optional<Kept> kept = keep(files, manifest, pool, attempt == TRIES, progress);
                if (kept.isPresent()) {
                    BackupFiles.sync(folder);
                    files.seal(manifest);
                    String snapshot = BackupFolder.name(backups.publish(draft));
                    double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
                    return new Report(
                            snapshot, manifest, kept.get().objects(), kept.get().bytes(), seconds);
                }
            }
        }
    }

    private record Kept(long objects, long bytes) {}

    /** Empty if an object was set apart (a secret paper's ordinary copy) after the tables were read: they are read again. */
    private Optional<Kept> keep(
            SnapshotFiles files,
            BackupManifest manifest,
            ObjectPool pool,
            boolean last,
            Consumer<CopyProgress> progress) {
        AtomicLong done = new AtomicLong();
        AtomicLong copied = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        try (ManyAtOnce many = new ManyAtOnce()) {
            files.objects(named -> many.add(() -> {
                synchronized (many.lock(named.object().key())) {
                    if (pool.keep(named.object(), installation.store())) {
                        copied.incrementAndGet();
                        bytes.addAndGet(named.object().bytes());
                    }
                }
                progress.accept(new CopyProgress(Stage.OBJECTS, done.incrementAndGet(), manifest.objects()));
            }));
            many.finish();
            pool.sync();
            return Optional.of(new Kept(copied.get(), bytes.get()));
        } catch (DigitisationException failure) {
            if (last || failure.problem() != Problem.STORE_CORRUPT || stillNamed(files)) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /** Whether the catalogue as it is now still names every object of the list that the store lacks. */
    private boolean stillNamed(SnapshotFiles files) {
        Set<String> gone = new HashSet<>();
        files.objects(named -> {
            StoredObject object = named.object();
            if (!installation.store().contains(new ObjectKey(object.key()))) {
                gone.add(object.key());
            }
        });
        return gone.isEmpty()
                || installation.tables().snapshot(tables -> {
                    boolean[] found = new boolean[1];
                    tables.objects(
                            named -> found[0] |= gone.contains(named.object().key()));
                    return found[0];
                });
    }

    private static boolean isNamed(BackupFolder backups, String pool) {
        return backups.snapshots().stream()
                .anyMatch(snapshot ->
                        new SnapshotFiles(snapshot).manifest().pool().equals(pool));
    }

    /** Snapshots are named by the second: one that is taken is not used again. */
    private static Instant free(BackupFolder backups, Instant at) {
        Instant free = at.truncatedTo(ChronoUnit.SECONDS);
        while (backups.has(free)) {
            free = free.plusSeconds(1);
        }
        return free;
    }
}
