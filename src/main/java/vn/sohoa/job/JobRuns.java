package vn.sohoa.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.RunSummary;

/**
 * Starts, restarts and stops runs. This process owns the database (one process per data folder), so what the batch engine still
 * calls running at the start was left by a dead predecessor and is recovered.
 */
@Component
public class JobRuns {
    static final String RUN = "run";
    static final String JOB = "job";
    static final String INBOX = "inbox";
    private static final Logger log = LoggerFactory.getLogger(JobRuns.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job digitise;
    private final KeepLedger ledger;
    private final RunControl control;
    private final Progress progress;

    JobRuns(
            JobOperator operator,
            JobRepository repository,
            Job digitise,
            KeepLedger ledger,
            RunControl control,
            Progress progress) {
        this.operator = operator;
        this.repository = repository;
        this.digitise = digitise;
        this.ledger = ledger;
        this.control = control;
        this.progress = progress;
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
        recover();
        long run = ledger.begin(job.name());
        control.begin(run, window);
        return execute(job, inbox, run, listener);
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

    /**
     * Asks the process that does a run to stop after the papers in hand; works while that process holds the database.
     *
     * @param control folder of {@code sohoa.job.control}
     */
    public static void requestStop(Path control, long run) {
        RunControl.requestStop(control, run);
    }

    /** Goes on with a run that was stopped or has failed. Problem: WRONG_STATUS if it has ended well. */
    public synchronized RunSummary restart(long run, JobDefinition job, Path inbox, Consumer<RunProgress> listener) {
        recover();
        ledger.resume(run);
        control.begin(run, Optional.empty());
        return execute(job, inbox, run, listener);
    }

    private RunSummary execute(JobDefinition job, Path inbox, long run, Consumer<RunProgress> listener) {
        progress.listen(listener);
        JobParameters parameters = new JobParametersBuilder()
                .addLong(RUN, run)
                .addString(JOB, job.file().toString(), false)
                .addString(INBOX, inbox.toString(), false)
                .toJobParameters();
        try {
            JobExecution execution = launch(parameters);
            return switch (execution.getStatus()) {
                case COMPLETED -> ledger.complete(run);
                case STOPPED, STOPPING -> ledger.stop(run);
                case FAILED, ABANDONED, UNKNOWN, STARTING, STARTED -> failed(run, execution);
            };
        } catch (JobExecutionException refused) {
            ledger.fail(run);
            throw new DigitisationException(Problem.INTERNAL, "run " + run, refused);
        }
    }

    private JobExecution launch(JobParameters parameters) throws JobExecutionException {
        JobExecution last = repository.getLastJobExecution(DigitisationJob.NAME, parameters);
        return last == null ? operator.start(digitise, parameters) : operator.restart(last);
    }

    private RunSummary failed(long run, JobExecution execution) {
        execution.getAllFailureExceptions().forEach(failure -> log.error("run {} failed", run, failure));
        return ledger.fail(run);
    }

    private void recover() {
        for (JobExecution left : repository.findRunningJobExecutions(DigitisationJob.NAME)) {
            JobExecution recovered = operator.recover(left);
            if (recovered.getStatus() != BatchStatus.FAILED) {
                throw new DigitisationException(Problem.INTERNAL, "execution " + left.getId() + " not recovered");
            }
            log.info("execution {} of a process that died was recovered", left.getId());
        }
    }
}
