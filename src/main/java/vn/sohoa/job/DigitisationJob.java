package vn.sohoa.job;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
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
            RunMetrics metrics) {
        return new JobBuilder(NAME, repository)
                .start(steps.chore("TIEP_NHAN", step -> {
                    long run = StepFactory.Tools.run(step);
                    receive.receive(
                            StepFactory.Tools.inbox(step),
                            steps.definition(step).settle(),
                            run);
                    ledger.planWaiting(run);
                }))
                .next(steps.work(capture))
                .next(steps.work(extract))
                .next(steps.work(assignCode))
                .next(steps.work(store))
                .next(steps.chore("CACH_LY", step -> quarantine.finish()))
                .next(steps.chore("CHI_MUC", step -> metrics.fed(feed.feed())))
                .next(steps.chore("DONG_BO", step -> metrics.sent(send.send())))
                .build();
    }

    /** Fills itself when all beans exist; without it a restart does not find the job. Lazy: the doctor needs no jobs. */
    @Bean
    @Lazy
    MapJobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService workers(JobSettings settings) {
        return Executors.newFixedThreadPool(settings.workers(), new RunThreads("run-papers"));
    }

    @Bean
    JobDefinitions jobDefinitions(JobSettings settings) {
        return new JobDefinitions(settings.definitions());
    }

    @Bean
    RunControl runControl(JobSettings settings, Clock clock, KeepLedger ledger) {
        return new RunControl(settings.control(), clock, ledger::stopRequested);
    }

    @Bean
    StepFactory stepFactory(
            JobRepository repository,
            RecordOutcomes outcomes,
            RunControl control,
            Progress progress,
            JobDefinitions definitions,
            ExecutorService workers,
            JobSettings settings,
            Spans spans,
            ObjectProvider<StepFactory.Fleet> fleet) {
        return new StepFactory(
                repository,
                new StepFactory.Tools(outcomes, control, progress, definitions, workers, settings.workers(), spans),
                fleet.getIfAvailable());
    }
}
