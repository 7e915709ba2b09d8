package vn.sohoa.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.KeepLedger;

/** Whether a run may begin another paper: asked to stop, from here or from another process, or its window has closed. */
@Component
class RunControl {
    private final Path folder;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile Optional<JobDefinition.Schedule> window = Optional.empty();

    RunControl(JobSettings settings, Clock clock) {
        this.folder = settings.control();
        this.clock = clock;
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
        return open && !stopping && !Files.exists(marker(folder, run));
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
