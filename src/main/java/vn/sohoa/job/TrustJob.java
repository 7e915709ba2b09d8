package vn.sohoa.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.workflow.FeedIndex;
import vn.sohoa.workflow.RenewVerdicts;

/** Upkeep of trust: what is known about certificates, then the verdicts that rest on it, then the index. */
@Configuration(proxyBeanMethods = false)
class TrustJob {

    @Bean
    Job trust(
            JobRepository repository,
            StepFactory steps,
            RunControl control,
            RenewVerdicts verdicts,
            FeedIndex feed,
            RunMetrics metrics) {
        return new JobBuilder("trust", repository)
                .start(steps.chore("HOI_THU_HOI", step -> verdicts.refresh()))
                .next(steps.chore("KIEM_TRA_LAI", step -> {
                    long run = StepFactory.Tools.run(step);
                    verdicts.renew(() -> control.mayGoOn(run));
                    if (!control.mayGoOn(run)) {
                        step.setTerminateOnly(); // ends as STOPPED; the rest waits for the next run
                    }
                }))
                .next(steps.chore("CHI_MUC", step -> metrics.fed(feed.feed())))
                .build();
    }
}
