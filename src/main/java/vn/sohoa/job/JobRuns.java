package vn.sohoa.job;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.LogTrail;
import vn.sohoa.workflow.RunSummary;

/**
 * Starts, goes on with and stops runs. Only one process on a database leads runs; what the batch engine still calls running when
 * it begins was left by a dead predecessor and is recovered. Each beginning is a job instance of its own: what is to be done is
 * asked of the catalogue anew, so that nothing an earlier execution left in the batch tables can stand in its way.
 */
@Component
public class JobRuns {
    static final String RUN = "run";
    static final String JOB = "job";
    static final String INBOX = "inbox";
    private static final String BEGUN = "begun";
    private static final int RECOVERIES = 200;
    private static final Logger log = LoggerFactory.getLogger(JobRuns.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final Map<String, Job> jobs;
    private final KeepLedger ledger;
    private final RunControl control;
    private final Progress progress;
    private final Spans spans;
    private final Clock clock;

    JobRuns(
            JobOperator operator,
            JobRepository repository,
            Map<String, Job> jobs,
            KeepLedger ledger,
            RunControl control,
            Progress progress,
            Spans spans,
            Clock clock) {
        this.operator = operator;
        this.repository = repository;
        this.jobs = Map.copyOf(jobs);
        this.ledger = ledger;
        this.control = control;
        this.progress = progress;
        this.spans = spans;
        this.clock = clock;
    }

    /**
     * Runs a job to its end, or goes on with today's run of that job that did not end. One run at a time.
     *
     * @param inbox folder of deliveries
     */
    public synchronized RunSummary run(JobDefinition job, Path inbox, Consumer<RunProgress> listener) {
        return run(job, Optional.empty(), inbox, listener);
    }

    /** Runs within the window of the job's schedule: no paper is begun after its end. */
    public synchronized RunSummary runInWindow(JobDefinition job, Path inbox, Consumer<RunProgress> listener) {
        return run(job, job.window(), inbox, listener);
    }

    private RunSummary run(
            JobDefinition job, Optional<JobDefinition.Schedule> window, Path inbox, Consumer<RunProgress> listener) {
        return leading(() -> {
            long run = ledger.begin(job.name());
            control.begin(run, window);
            return execute(job, inbox, run, listener);
        });
    }

    /** Problem: ANOTHER_RUN. */
    private RunSummary leading(Supplier<RunSummary> work) {
        ledger.enter();
        try {
            recover();
            return work.get();
        } finally {
            progress.end();
            ledger.leave();
        }
    }

    /** Returns when no run is at work in this process. */
    synchronized void awaitEnd() {
        log.debug("no run at work");
    }

    public List<RunSummary> recent(int limit) {
        return ledger.recent(limit);
    }

    public Optional<RunSummary> find(long run) {
        return ledger.summary(run);
    }

    /** Asks whoever leads a run, on whatever machine, to stop after the papers in hand. */
    public void requestStop(long run) {
        ledger.requestStop(run);
    }

    /**
     * The same for a process of this machine that holds the database for itself.
     *
     * @param control folder of {@code sohoa.job.control}
     */
    public static void requestStop(Path control, long run) {
        RunControl.requestStop(control, run);
    }

    /** Goes on with a run that was stopped or has failed. Problem: WRONG_STATUS if it has ended well. */
    public synchronized RunSummary restart(long run, JobDefinition job, Path inbox, Consumer<RunProgress> listener) {
        return leading(() -> {
            ledger.resume(run);
            control.begin(run, Optional.empty());
            return execute(job, inbox, run, listener);
        });
    }

    private RunSummary execute(JobDefinition job, Path inbox, long run, Consumer<RunProgress> listener) {
        progress.listen(listener);
        JobParameters parameters = new JobParametersBuilder()
                .addLong(RUN, run)
                .addLong(BEGUN, clock.millis())
                .addString(JOB, job.file().toString(), false)
                .addString(INBOX, inbox.toString(), false)
                .toJobParameters();
        try {
            JobExecution execution = start(job, run, parameters);
            RunSummary summary =
                    switch (execution.getStatus()) {
                        case COMPLETED -> ledger.complete(run);
                        case STOPPED, STOPPING -> ledger.stop(run);
                        case FAILED, ABANDONED, UNKNOWN, STARTING, STARTED -> failed(run, execution);
                    };
            return PreserveJob.kept(execution).map(summary::with).orElse(summary);
        } catch (JobExecutionException refused) {
            ledger.fail(run);
            throw new DigitisationException(Problem.INTERNAL, "run " + run, refused);
        }
    }

    /** Every line of the log that is written meanwhile names the run. */
    private JobExecution start(JobDefinition job, long run, JobParameters parameters) throws JobExecutionException {
        Job work = Objects.requireNonNull(jobs.get(job.kind()), job.kind());
        try {
            return LogTrail.ofRun(run, () -> {
                try {
                    return spans.span("run", Map.of("run", Long.toString(run)), () -> operator.start(work, parameters));
                } catch (JobExecutionException refused) {
                    throw new CompletionException(refused);
                }
            });
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof JobExecutionException refused) {
                throw refused;
            }
            throw wrapped;
        }
    }

    private RunSummary failed(long run, JobExecution execution) {
        execution.getAllFailureExceptions().forEach(failure -> log.error("run {} failed", run, failure));
        return ledger.fail(run);
    }

    private void recover() {
        for (Job job : jobs.values()) {
            for (JobExecution left : repository.findRunningJobExecutions(job.getName())) {
                recover(left.getId());
                log.info("execution {} of a process that died was recovered", left.getId());
            }
        }
    }

    /** A worker that still lives may write between our read and our write; a fresh read and another try get through. */
    private void recover(long execution) {
        for (int attempt = 1; ; attempt++) {
            try {
                operator.recover(Objects.requireNonNull(repository.getJobExecution(execution)));
                return;
            } catch (OptimisticLockingFailureException living) {
                if (attempt == RECOVERIES) {
                    throw new DigitisationException(
                            Problem.INTERNAL, "execution " + execution + " not recovered", living);
                }
            }
        }
    }
}
