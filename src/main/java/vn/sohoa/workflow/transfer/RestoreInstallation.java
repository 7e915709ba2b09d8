package vn.sohoa.workflow.transfer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Run;

/**
 * Brings a back-up into this installation, which must be empty, or hold nothing but a part of that same back-up: then an
 * interrupted restore goes on. Either profile, whichever the back-up came from.
 */
@Component
public class RestoreInstallation {
    private static final int RECENT = 1000;

    private final Installation installation;
    private final Clock clock;

    RestoreInstallation(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    /** @param closedRuns runs that were open when the back-up was made; they are stopped and can be restarted */
    public record Report(String snapshot, BackupManifest manifest, CopyReport copy, int closedRuns) {}

    /**
     * Restores.
     *
     * @param at name of a snapshot; the newest if empty
     * @throws vn.sohoa.dossier.DigitisationException NOT_FOUND; BACKUP_DAMAGED before a row is written, or when an object is reached
     *     that is not intact; TARGET_DIFFERS if this installation holds anything else
     */
    public Report restore(Path folder, Optional<String> at, Consumer<CopyProgress> progress) {
        BackupFolder backups = BackupFolder.of(folder);
        Path snapshot = backups.snapshot(at);
        SnapshotFiles files = new SnapshotFiles(snapshot);
        BackupManifest manifest = files.manifest();
        files.verify(manifest);
        ObjectPool pool = new ObjectPool(backups.pool(manifest.pool()));
        CopyReport copy = new Arrival(installation, progress, clock).take(files.tables(manifest), files::objects, pool);
        return new Report(BackupFolder.name(snapshot), manifest, copy, closeRuns());
    }

    /** Nobody works on what was in hand when the back-up was made. */
    private int closeRuns() {
        int closed = 0;
        for (Run run : installation.ledger().recent(RECENT)) {
            if (run.status() == Run.Status.RUNNING) {
                installation.ledger().close(run.id(), Run.Status.STOPPED, clock.instant());
                closed++;
            }
        }
        installation.work().takeOver();
        return closed;
    }
}
