package vn.sohoa.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.RunSummary;
import vn.sohoa.workflow.WorkflowSettings;

/** Starts and watches runs for somebody who does not wait for their end: one at a time, in the background of this process. */
@Component
public class RunDesk implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(RunDesk.class);

    private final JobRuns runs;
    private final JobDefinitions definitions;
    private final Progress progress;
    private final Path data;
    private final ExecutorService background = Executors.newSingleThreadExecutor(new RunThreads("run-desk"));
    private boolean inHand;
    private @Nullable DigitisationException failure;

    RunDesk(JobRuns runs, JobSettings settings, Progress progress, WorkflowSettings workflow) {
        this.runs = runs;
        this.definitions = new JobDefinitions(settings.definitions());
        this.progress = progress;
        this.data = workflow.data();
    }

    /** The jobs that may be started. Problem: CONFIGURATION_INVALID. */
    public List<JobDefinition> jobs() {
        return definitions.all();
    }

    /** Starts a job, or goes on with today's run of it, and returns at once. Problems: NOT_FOUND, CONFIGURATION_INVALID, ANOTHER_RUN. */
    public void start(String name) {
        JobDefinition job = definitions.find(name);
        begin(job.name(), () -> runs.run(job, data.resolve(job.inbox()), p -> {}));
    }

    /** Goes on with a run that was stopped or has failed. Problems: NOT_FOUND, WRONG_STATUS, ANOTHER_RUN. */
    public void restart(long run) {
        RunSummary before =
                runs.find(run).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "run " + run));
        if (before.status().equals("COMPLETED")) {
            throw new DigitisationException(Problem.WRONG_STATUS, "run " + run + " " + before.status());
        }
        JobDefinition job = definitions.find(before.job());
        begin(job.name(), () -> runs.restart(run, job, data.resolve(job.inbox()), p -> {}));
    }

    private synchronized void begin(String job, Supplier<RunSummary> work) {
        if (isBusy()) {
            throw new DigitisationException(Problem.ANOTHER_RUN, job);
        }
        inHand = true;
        failure = null;
        background.execute(() -> {
            try {
                RunSummary ended = work.get();
                log.info("job {} run {} {}", job, ended.run(), ended.status());
            } catch (DigitisationException cannot) {
                log.error("job {}: {}", job, cannot.getMessage());
                end(cannot);
            } finally {
                inHand(false);
            }
        });
    }

    private synchronized void end(@Nullable DigitisationException cannot) {
        failure = cannot;
    }

    private synchronized void inHand(boolean now) {
        inHand = now;
    }

    /** Whether a run is at work in this process, started from here or by the clock. */
    public synchronized boolean isBusy() {
        return inHand || progress.now().isPresent();
    }

    /** How far the run at work in this process has come. */
    public Optional<RunProgress> progress() {
        return progress.now();
    }

    /** Why the last start from here came to nothing. */
    public synchronized Optional<DigitisationException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void destroy() {
        background.shutdown();
    }
}
