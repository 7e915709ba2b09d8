package vn.sohoa.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.sohoa.dossier.DigitisationException;

/**
 * Leads one step of a run over many machines. It keeps the queue filled with small partitions until no paper waits and none is
 * in anybody's hands, and reads from the job repository how they end. A partition that ends before its papers do, because its
 * worker left or died, costs nothing: what still waits is handed out again. An engine that is away is waited for.
 */
final class RemotePartitions implements PartitionHandler {
    private static final Logger log = LoggerFactory.getLogger(RemotePartitions.class);
    private static final int LEAST_OPEN = 16;
    private static final int MOST_FAILED = 20;
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 500;

    private final Tools tools;
    private final WaitingPapers papers;
    private final long run;
    private final Set<Long> open = new LinkedHashSet<>();
    private final Queue<Long> unsent = new ArrayDeque<>();
    private final List<StepExecution> ended = new ArrayList<>();
    private int failed;
    private boolean stopSpread;
    private Instant heard;
    private @Nullable Instant away;

    /**
     * What a leader works with.
     *
     * @param lead becomes or stays the one process that leads, else throws
     * @param spreadStop tells every worker that the run is to stop
     * @param held whether papers of the step are in somebody's hands
     * @param patience how long an engine may be away
     */
    record Tools(
            JobRepository repository,
            PartitionQueue queue,
            RunControl control,
            Progress progress,
            Runnable lead,
            Runnable spreadStop,
            java.util.function.BooleanSupplier held,
            RunMetrics metrics,
            Duration patience,
            Clock clock) {}

    RemotePartitions(Tools tools, WaitingPapers papers, long run) {
        this.tools = tools;
        this.papers = papers;
        this.run = run;
        this.heard = tools.clock().instant();
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution leader)
            throws JobExecutionException, InterruptedException {
        while (!through(splitter, leader)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        if (!tools.control().mayGoOn(run)) {
            leader.setTerminateOnly(); // ends as STOPPED, to be gone on with
        }
        return ended;
    }

    private boolean through(StepExecutionSplitter splitter, StepExecution leader) throws JobExecutionException {
        try {
            boolean done = turn(splitter, leader);
            away = null;
            return done;
        } catch (DataAccessException | TransactionException | AmqpException | DigitisationException failure) {
            Instant now = tools.clock().instant();
            if (away == null) {
                away = now;
                log.warn(
                        "run {} {}: an engine is away ({})",
                        run,
                        splitter.getStepName(),
                        failure.getClass().getSimpleName());
            }
            if (Duration.between(away, now).compareTo(tools.patience()) >= 0) {
                throw failure;
            }
            return false;
        }
    }

    /** One look at everything; true when nothing is left to do. */
    private boolean turn(StepExecutionSplitter splitter, StepExecution leader) throws JobExecutionException {
        tools.lead().run();
        boolean goOn = tools.control().mayGoOn(run);
        if (!goOn) {
            spreadStop();
        }
        settle();
        buryDead();
        boolean held = tools.held().getAsBoolean(); // before asking what waits: what is let go in between is seen then
        if (goOn) {
            handOut(splitter, leader);
            send();
        }
        if (held) {
            heard = tools.clock().instant();
        }
        return open.isEmpty() ? !goOn || !held : breakSilence(goOn);
    }

    private void spreadStop() {
        if (!stopSpread) {
            tools.spreadStop().run();
            stopSpread = true;
            heard = tools.clock().instant();
        }
    }

    private void handOut(StepExecutionSplitter splitter, StepExecution leader) throws JobExecutionException {
        long most = Math.max(LEAST_OPEN, 2 * tools.queue().workers());
        if (open.size() <= most / 2) {
            splitter.split(leader, (int) most).stream()
                    .sorted(Comparator.comparing(StepExecution::getStepName))
                    .map(StepExecution::getId)
                    .forEach(partition -> {
                        open.add(partition);
                        unsent.add(partition);
                        tools.metrics().partition(RunMetrics.Event.HANDED_OUT);
                    });
            tools.metrics().open(open.size());
        }
    }

    /** What a broker that was away did not take is sent first when it is back. */
    private void send() {
        for (Long partition = unsent.peek(); partition != null; partition = unsent.peek()) {
            tools.queue().send(partition);
            unsent.remove();
            heard = tools.clock().instant();
        }
    }

    private void settle() throws JobExecutionException {
        for (Iterator<Long> ids = open.iterator(); ids.hasNext(); ) {
            StepExecution now = Partition.find(tools.repository(), ids.next());
            if (now == null) {
                ids.remove();
            } else if (now.getStatus() == BatchStatus.STARTING) {
                return; // requests are taken in order: none behind it has begun
            } else if (!now.getStatus().isRunning()) {
                ids.remove();
                settle(now);
            }
        }
    }

    private void settle(StepExecution partition) throws JobExecutionException {
        heard = tools.clock().instant();
        papers.ended(Partition.read(partition.getExecutionContext()).papers());
        tools.metrics().open(open.size());
        tools.progress().settled((int) partition.getReadCount(), Partition.readPages(partition.getExecutionContext()));
        if (partition.getStatus() == BatchStatus.COMPLETED) {
            ended.add(partition);
            tools.metrics().partition(RunMetrics.Event.COMPLETED);
            return;
        }
        failed++;
        tools.metrics().partition(RunMetrics.Event.FAILED);
        log.warn("run {} {} {}", run, partition.getStepName(), partition.getStatus());
        if (failed > MOST_FAILED) {
            throw new JobExecutionException(
                    failed + " partitions of " + partition.getStepName() + " and others failed");
        }
    }

    /** A request that was handed out too often ends its partition, else it would be waited for for ever. */
    private void buryDead() {
        for (OptionalLong dead = tools.queue().takeDead();
                dead.isPresent();
                dead = tools.queue().takeDead()) {
            StepExecution partition = Partition.find(tools.repository(), dead.getAsLong());
            if (partition != null && partition.getStatus().isRunning()) {
                partition.setStatus(BatchStatus.FAILED);
                partition.setExitStatus(ExitStatus.FAILED.addExitDescription("handed out too often"));
                tools.repository().update(partition);
                tools.metrics().partition(RunMetrics.Event.BURIED);
            }
        }
    }

    /** Nothing has moved and nobody has a paper in hand: a request may be lost, or no worker there. True: a stop waits no longer. */
    private boolean breakSilence(boolean goOn) {
        Duration silence = Duration.between(heard, tools.clock().instant());
        if (!goOn) {
            return silence.compareTo(STOPPING) >= 0;
        }
        if (silence.compareTo(SILENCE) < 0) {
            return false;
        }
        if (tools.queue().workers() == 0) {
            log.warn("Chưa có tiến trình worker nào nhận việc (no worker takes work): ./sohoa worker --profile server");
        } else if (tools.queue().waiting() == 0) {
            unsent.addAll(open);
            open.forEach(partition -> tools.metrics().partition(RunMetrics.Event.RESENT));
        }
        heard = tools.clock().instant();
        return false;
    }
}
