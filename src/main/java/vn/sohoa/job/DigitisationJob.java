package vn.sohoa.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.sync.SendOutbox;
import vn.sohoa.workflow.AssignCode;
import vn.sohoa.workflow.CaptureDocument;
import vn.sohoa.workflow.ExtractData;
import vn.sohoa.workflow.FeedIndex;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.Quarantine;
import vn.sohoa.workflow.ReceiveDossier;
import vn.sohoa.workflow.RecordOutcomes;
import vn.sohoa.workflow.StoreResult;

/** The night, read from top to bottom: the order of the lines is the order of the law. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class DigitisationJob {
    static final String NAME = "so-hoa";

    @Bean
    Job digitise(
            JobRepository repository,
            StepFactory steps,
            ReceiveDossier receive,
            KeepLedger ledger,
            CaptureDocument capture,
            ExtractData extract,
            AssignCode assignCode,
            StoreResult store,
            Quarantine quarantine,
            FeedIndex feed,
            SendOutbox send,
            JobDefinitions definitions) {
        return new JobBuilder(NAME, repository)
                .start(steps.chore("TIEP_NHAN", chunk -> {
                    JobDefinition job = definitions.find(String.valueOf(
                            chunk.getStepContext().getJobParameters().get(JobRuns.JOB)));
                    long run = StepFactory.Tools.run(chunk);
                    receive.receive(StepFactory.Tools.inbox(chunk), job.settle(), run);
                    ledger.planWaiting(run);
                }))
                .next(steps.work(capture))
                .next(steps.work(extract))
                .next(steps.work(assignCode))
                .next(steps.work(store))
                .next(steps.chore("CACH_LY", chunk -> quarantine.finish()))
                .next(steps.chore("CHI_MUC", chunk -> feed.feed()))
                .next(steps.chore("DONG_BO", chunk -> send.send()))
                .build();
    }

    /** Fills itself when all beans exist; without it a restart does not find the job. */
    @Bean
    MapJobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService workers(JobSettings settings) {
        return Executors.newFixedThreadPool(settings.workers());
    }

    @Bean
    JobDefinitions jobDefinitions(JobSettings settings) {
        return new JobDefinitions(settings.definitions());
    }

    @Bean
    StepFactory stepFactory(
            JobRepository repository,
            RecordOutcomes outcomes,
            RunControl control,
            Progress progress,
            JobDefinitions definitions,
            ExecutorService workers,
            JobSettings settings) {
        return new StepFactory(
                repository,
                new StepFactory.Tools(outcomes, control, progress, definitions, workers, settings.workers()));
    }
}
