package vn.sohoa.job;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A worker of the fleet: as many hands as it has readers, each with one partition at a time. A request is acknowledged when its
 * partition has ended in the job repository, so that the broker gives it to another worker if this one dies. Asked to end, it
 * finishes the papers in hand and leaves the rest of its partitions to the others.
 */
final class PartitionWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PartitionWorker.class);
    private static final Duration SHUTDOWN = Duration.ofMinutes(10);
    private static final long PAUSE_SECONDS = 2;

    private final SimpleMessageListenerContainer hands;
    private final JobRepository repository;
    private final Map<String, Step> steps;
    private final RunControl control;
    private volatile boolean running;

    /** @param steps by the name that stands before the colon in the name of a partition */
    PartitionWorker(
            ConnectionFactory connections,
            JobSettings settings,
            JobRepository repository,
            Map<String, Step> steps,
            RunControl control) {
        this.repository = repository;
        this.steps = Map.copyOf(steps);
        this.control = control;
        hands = new SimpleMessageListenerContainer(connections);
        hands.setQueueNames(settings.queue());
        hands.setPrefetchCount(1); // take no partition that another worker could begin
        hands.setConcurrentConsumers(settings.workers());
        hands.setAcknowledgeMode(AcknowledgeMode.AUTO);
        hands.setMissingQueuesFatal(false);
        hands.setShutdownTimeout(SHUTDOWN.toMillis());
        hands.setMessageListener(this::work);
        hands.afterPropertiesSet();
    }

    private void work(Message message) {
        OptionalLong id = PartitionQueue.partition(message);
        if (id.isEmpty()) {
            throw new AmqpRejectAndDontRequeueException("not the number of a partition");
        }
        StepExecution partition = find(id.getAsLong());
        if (partition == null
                || !partition.getStatus().isRunning()
                || !partition.getJobExecution().isRunning()) {
            log.info("dropped a request that nobody waits for: {}", id.getAsLong());
            return;
        }
        Step step = steps.get(partition.getStepName().replaceFirst(":.*", ""));
        if (step == null) {
            throw new AmqpRejectAndDontRequeueException("no step of the name " + partition.getStepName());
        }
        try {
            step.execute(partition);
        } catch (JobInterruptedException stopped) {
            log.info("{} was stopped", partition.getStepName());
        }
        if (partition.getStatus() == BatchStatus.UNKNOWN) {
            // its end could not be written: another look, by whoever gets the request next
            throw new IllegalStateException("the end of " + partition.getStepName() + " is not recorded");
        }
    }

    /** The job repository may be away for a while; giving the request back at once would only use up its deliveries. */
    private @Nullable StepExecution find(long id) {
        while (true) {
            try {
                return Partition.find(repository, id);
            } catch (DataAccessException | TransactionException away) {
                if (!running) {
                    throw away;
                }
                log.warn("the job repository is away: {}", away.getClass().getSimpleName());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
            }
        }
    }

    @Override
    public void start() {
        running = true;
        hands.start();
    }

    @Override
    public void stop() {
        running = false;
        control.stop();
        hands.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE; // started last, stopped first
    }
}
