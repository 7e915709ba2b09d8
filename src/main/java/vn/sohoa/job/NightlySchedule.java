package vn.sohoa.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.workflow.KeepLedger;

/**
 * Starts the jobs that have a schedule, once in each window, by the clock of Asia/Ho_Chi_Minh. A window that was missed
 * because nobody was up is made up for as soon as the service runs within it; papers wait in the catalogue meanwhile.
 */
public final class NightlySchedule {
    private static final Logger log = LoggerFactory.getLogger(NightlySchedule.class);

    private final JobDefinitions definitions;
    private final JobRuns runs;
    private final Function<JobDefinition, Path> inbox;
    private final Clock clock;
    private final Map<String, LocalDate> started = new HashMap<>();

    /** @param inbox where the deliveries of a job lie */
    public NightlySchedule(JobDefinitions definitions, JobRuns runs, Function<JobDefinition, Path> inbox, Clock clock) {
        this.definitions = definitions;
        this.runs = runs;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** To be called about once a minute: runs what is due, and returns when it is done. */
    public synchronized void tick() {
        for (JobDefinition job : jobs()) {
            if (isDue(job)) {
                try {
                    log.info(
                            "job {} run {}",
                            job.name(),
                            runs.runInWindow(job, inbox.apply(job), p -> {}).run());
                } catch (DigitisationException failure) {
                    log.error("job {}: {}", job.name(), failure.getMessage());
                }
            }
        }
    }

    /** None while a file is wrong: somebody is at work on it, and the service is not to end of it. */
    private List<JobDefinition> jobs() {
        try {
            return definitions.all();
        } catch (DigitisationException wrong) {
            log.error("no job is started: {}", wrong.getMessage());
            return List.of();
        }
    }

    boolean isDue(JobDefinition job) {
        LocalTime now = LocalTime.now(clock.withZone(KeepLedger.ZONE));
        LocalDate today = LocalDate.now(clock.withZone(KeepLedger.ZONE));
        boolean open = job.window().map(window -> window.open(now)).orElse(false);
        if (!open) {
            return false;
        }
        // a window that crosses midnight belongs to the day it began
        LocalDate night = job.window().map(w -> w.start().isAfter(now)).orElse(false) ? today.minusDays(1) : today;
        return !night.equals(started.put(job.name(), night));
    }
}
