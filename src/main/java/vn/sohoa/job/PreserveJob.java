package vn.sohoa.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.workflow.FeedIndex;
import vn.sohoa.workflow.PreserveProof;

/** Upkeep of proof: signatures first, for the evidence covers what they have become; then what lapses; then the index. */
@Configuration(proxyBeanMethods = false)
class PreserveJob {

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
                    proof.raise(() -> mayGoOn(control, step));
                    endIfAsked(control, step);
                }))
                .next(steps.chore("LAP_CHUNG_CU", step -> {
                    proof.record(() -> mayGoOn(control, step));
                    endIfAsked(control, step);
                }))
                .next(steps.chore("GIA_HAN_CHUNG_CU", step -> {
                    proof.renew(() -> mayGoOn(control, step));
                    endIfAsked(control, step);
                }))
                .next(steps.chore("CHI_MUC", step -> metrics.fed(feed.feed())))
                .build();
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
