package vn.sohoa.job;

import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.FeedIndex;
import vn.sohoa.workflow.PreserveProof;
import vn.sohoa.workflow.RunSummary;

/**
 * Upkeep of proof: signatures first, for the evidence covers what they have become; then what lapses; then the index. A paper that
 * fails holds up no other; a run that left any ends as failed.
 */
@Configuration(proxyBeanMethods = false)
class PreserveJob {
    private static final String RAISED = "raised";
    private static final String RECORDED = "recorded";
    private static final String RENEWED = "renewed";
    private static final String LEFT = "left";

    @Bean
    Job preserve(
            JobRepository repository,
            StepFactory steps,
            RunControl control,
            PreserveProof proof,
            FeedIndex feed,
            RunMetrics metrics) {
        return new JobBuilder("bao-quan", repository)
                .start(steps.chore("GIA_HAN_CHU_KY", step -> {
                    count(step, RAISED, proof.raise(() -> mayGoOn(control, step)));
                    endIfAsked(control, step);
                }))
                .next(steps.chore("LAP_CHUNG_CU", step -> {
                    count(step, RECORDED, proof.record(() -> mayGoOn(control, step)));
                    endIfAsked(control, step);
                }))
                .next(steps.chore("GIA_HAN_CHUNG_CU", step -> {
                    count(step, RENEWED, proof.renew(() -> mayGoOn(control, step)));
                    endIfAsked(control, step);
                }))
                .next(steps.chore("CHI_MUC", step -> {
                    metrics.fed(feed.feed());
                    needNone(step);
                }))
                .build();
    }

    static void count(StepExecution step, String what, PreserveProof.Result result) {
        ExecutionContext run = step.getJobExecution().getExecutionContext();
        run.putInt(what, run.getInt(what, 0) + result.done());
        run.putInt(LEFT, run.getInt(LEFT, 0) + result.failed());
    }

    /** What a run did for proof; empty where that was not its work. */
    static Optional<RunSummary.Upkeep> kept(JobExecution run) {
        ExecutionContext counted = run.getExecutionContext();
        return counted.containsKey(LEFT)
                ? Optional.of(new RunSummary.Upkeep(
                        counted.getInt(RAISED, 0),
                        counted.getInt(RECORDED, 0),
                        counted.getInt(RENEWED, 0),
                        counted.getInt(LEFT)))
                : Optional.empty();
    }

    /** Problem: PROOF_LEFT, with how often a paper was left in the three steps. */
    static void needNone(StepExecution last) {
        int left = last.getJobExecution().getExecutionContext().getInt(LEFT, 0);
        if (left > 0) {
            throw new DigitisationException(Problem.PROOF_LEFT, String.valueOf(left));
        }
    }

    private static boolean mayGoOn(RunControl control, StepExecution step) {
        return control.mayGoOn(StepFactory.Tools.run(step));
    }

    /** Ends as STOPPED; the rest waits for the next run. */
    private static void endIfAsked(RunControl control, StepExecution step) {
        if (!mayGoOn(control, step)) {
            step.setTerminateOnly();
        }
    }
}
