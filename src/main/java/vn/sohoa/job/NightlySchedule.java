package vn.sohoa.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import vn.sohoa.workflow.RunSummary;

/**
 * Starts the jobs that have a schedule, once in each window, by the clock of Asia/Ho_Chi_Minh. A window that was missed
 * because nobody was up is made up for as soon as the service runs within it; papers wait in the catalogue meanwhile. A run that
 * failed, or that another process leads, is tried again while the window is open: so a second service takes over from a dead one.
 */
public final class NightlySchedule {
    private static final Logger log = LoggerFactory.getLogger(NightlySchedule.class);
    private static final String FAILED = "FAILED";
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final JobDefinitions definitions;
    private final JobRuns runs;
    private final Function<JobDefinition, Path> inbox;
    private final Clock clock;
    private final Map<String, LocalDate> started = new HashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();

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
                run(job);
            }
        }
    }

    private void run(JobDefinition job) {
        try {
            RunSummary summary = runs.runInWindow(job, inbox.apply(job), p -> {});
            log.info("job {} run {} {}", job.name(), summary.run(), summary.status());
            if (summary.status().equals(FAILED)) {
                failed(job);
            }
        } catch (DigitisationException failure) {
            log.error("job {}: {}", job.name(), failure.getMessage());
            failed(job);
        }
    }

    /** The window still owes this job a run, but not at once. */
    void failed(JobDefinition job) {
        started.remove(job.name());
        notBefore.put(job.name(), clock.instant().plus(RETRY));
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
        if (!open || clock.instant().isBefore(notBefore.getOrDefault(job.name(), Instant.MIN))) {
            return false;
        }
        // a window that crosses midnight belongs to the day it began
        LocalDate night = job.window().map(w -> w.start().isAfter(now)).orElse(false) ? today.minusDays(1) : today;
        return !night.equals(started.put(job.name(), night));
    }
}
