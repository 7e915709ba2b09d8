package vn.sohoa.workflow.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.transfer.CopyProgress.Stage;

/** Reads every byte of a folder of back-ups again. Needs no installation, so that any machine can do it. */
public final class CheckBackup {
    private CheckBackup() {}

    /**
     * What was found.
     *
     * @param objects read, each once however many snapshots name it
     * @param damages one line for each file or object that is missing or changed
     */
    public record Report(int snapshots, long objects, long bytes, List<String> damages) {}

    /** Problem: NOT_FOUND if there is no back-up. */
    public static Report check(Path folder, Consumer<CopyProgress> progress) {
        BackupFolder backups = BackupFolder.of(folder);
        List<Path> snapshots = backups.snapshots();
        if (snapshots.isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, folder.toString());
        }
        List<String> damages = Collections.synchronizedList(new ArrayList<>());
        Set<String> seen = new HashSet<>();
        AtomicLong bytes = new AtomicLong();
        for (Path each : snapshots) {
            SnapshotFiles files = new SnapshotFiles(each);
            noting(BackupFolder.name(each), damages, () -> {
                BackupManifest manifest = files.manifest();
                files.verify(manifest);
                objects(backups, files, manifest, seen, bytes, damages, progress);
            });
        }
        return new Report(snapshots.size(), seen.size(), bytes.get(), List.copyOf(damages));
    }

    private static void objects(
            BackupFolder backups,
            SnapshotFiles files,
            BackupManifest manifest,
            Set<String> seen,
            AtomicLong bytes,
            List<String> damages,
            Consumer<CopyProgress> progress) {
        ObjectPool pool = new ObjectPool(backups.pool(manifest.pool()));
        AtomicLong done = new AtomicLong();
        try (ManyAtOnce many = new ManyAtOnce()) {
            files.objects(named -> {
                long now = done.incrementAndGet();
                String what = manifest.pool() + '/' + named.object().key();
                if (seen.add(what + ' ' + named.object().sha256())) {
                    many.add(() -> {
                        noting(manifest.pool(), damages, () -> pool.verify(named.object()));
                        bytes.addAndGet(named.object().bytes());
                        progress.accept(new CopyProgress(Stage.VERIFY, now, manifest.objects()));
                    });
                }
            });
            many.finish();
        }
    }

    private static void noting(String where, List<String> damages, Runnable reading) {
        try {
            reading.run();
        } catch (DigitisationException damaged) {
            if (damaged.problem() != Problem.BACKUP_DAMAGED) {
                throw damaged;
            }
            damages.add(where + ": " + damaged.detail());
        }
    }
}
