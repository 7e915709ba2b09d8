package vn.sohoa.job;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sohoa.workflow.CaptureDocument;
import vn.sohoa.workflow.EngineCheck;
import vn.sohoa.workflow.ExtractData;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.RecordOutcomes;
import vn.sohoa.workflow.StoreResult;
import vn.sohoa.workflow.WorkStep;
import vn.sohoa.workflow.WorkflowSettings;

/** The queue and, in a worker, the hands at its end. Only where {@code sohoa.job.kind} is {@code remote}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "sohoa.job", name = "kind", havingValue = "remote")
class RemoteConfiguration {

    @Bean
    Queue requests(JobSettings settings) {
        return PartitionQueue.requests(settings.queue());
    }

    @Bean
    Queue deadLetters(JobSettings settings) {
        return PartitionQueue.deadLetters(settings.queue());
    }

    @Bean
    PartitionQueue partitionQueue(RabbitTemplate rabbit, AmqpAdmin admin, JobSettings settings) {
        return new PartitionQueue(rabbit, admin, settings.queue());
    }

    @Bean
    EngineCheck queueEngine(ObjectProvider<RabbitTemplate> rabbit, JobSettings settings) {
        return new CheckQueue(rabbit, settings.queue());
    }

    @Bean
    StepFactory.Fleet fleet(
            JobRepository repository,
            PartitionQueue queue,
            RunControl control,
            Progress progress,
            KeepLedger ledger,
            RecordOutcomes outcomes,
            RunMetrics metrics,
            JobSettings settings,
            WorkflowSettings workflow,
            Clock clock) {
        return new StepFactory.Fleet() {
            @Override
            public int partitionPapers() {
                return settings.partitionPapers();
            }

            @Override
            public RemotePartitions.Tools tools(WorkStep step, long run) {
                return new RemotePartitions.Tools(
                        repository,
                        queue,
                        control,
                        progress,
                        ledger::enter,
                        () -> ledger.requestStop(run),
                        () -> outcomes.inHand(step),
                        metrics,
                        workflow.patience(),
                        clock);
            }
        };
    }

    @Bean
    @ConditionalOnProperty(prefix = "sohoa.job", name = "worker", havingValue = "true")
    PartitionWorker partitionWorker(
            ConnectionFactory connections,
            JobSettings settings,
            JobRepository repository,
            StepFactory steps,
            RunControl control,
            CaptureDocument capture,
            ExtractData extract,
            StoreResult store) {
        Map<String, Step> byName = Stream.of(capture, extract, store)
                .map(steps::partition)
                .collect(Collectors.toMap(Step::getName, Function.identity()));
        return new PartitionWorker(connections, settings, repository, byName, control);
    }
}
