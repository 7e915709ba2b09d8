package vn.sohoa.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.KeepLedger;

/**
 * Whether a run may begin another paper: asked to stop, from here or from another process, or its window has closed. Another
 * process leaves word in a folder of this machine, or in the catalogue where several may open it.
 */
final class RunControl {
    private static final Logger log = LoggerFactory.getLogger(RunControl.class);

    private final Path folder;
    private final Clock clock;
    private final LongPredicate asked;
    private volatile boolean stopping;
    private volatile Optional<JobDefinition.Schedule> window = Optional.empty();

    /** @param asked whether the catalogue says that a run was asked to stop */
    RunControl(Path folder, Clock clock, LongPredicate asked) {
        this.folder = folder;
        this.clock = clock;
        this.asked = asked;
    }

    /** A fresh run begins; an old request to stop it is forgotten. */
    void begin(long run, Optional<JobDefinition.Schedule> schedule) {
        stopping = false;
        window = schedule;
        try {
            Files.deleteIfExists(marker(folder, run));
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }

    boolean mayGoOn(long run) {
        boolean open = window.map(schedule -> schedule.open(LocalTime.now(clock.withZone(KeepLedger.ZONE))))
                .orElse(true);
        return open && !stopping && !Files.exists(marker(folder, run)) && !asked(run);
    }

    /** A catalogue that is away asks nobody to stop; whoever goes on will find out. */
    private boolean asked(long run) {
        try {
            return asked.test(run);
        } catch (DigitisationException away) {
            log.warn("run {}: {}", run, away.problem());
            return false;
        }
    }

    void stop() {
        stopping = true;
    }

    /** Leaves word for the process that runs it. */
    static void requestStop(Path folder, long run) {
        try {
            Files.createDirectories(folder);
            Files.writeString(marker(folder, run), "");
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }

    private static Path marker(Path folder, long run) {
        return folder.resolve("stop-" + run);
    }
}
