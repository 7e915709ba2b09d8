package vn.sohoa.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.RunDoor;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.RunResult;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Problem;

/** Opens, plans, reconciles and closes runs. The ledger is the figure, whatever the batch engine counts. */
@Component
public class KeepLedger {
    /** Jobs that take no papers through the legal steps: what waits for those is no part of them. */
    public static final Set<String> UPKEEP = Set.of("trust", "preserve");

    /** Where the business day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int ALL = Integer.MAX_VALUE;
    private static final int LOOK_BACK = 20;

    private final RunLedger ledger;
    private final WorkList work;
    private final RunDoor door;
    private final Clock clock;

    KeepLedger(RunLedger ledger, WorkList work, RunDoor door, Clock clock) {
        this.ledger = ledger;
        this.work = work;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Becomes the one process that leads runs, until {@link #leave}.
     *
     * @throws DigitisationException ANOTHER_RUN if another process is at it
     */
    public void enter() {
        if (!door.enter()) {
            throw new DigitisationException(Problem.ANOTHER_RUN, "another process leads a run on this database");
        }
    }

    /** Whether this process still leads. */
    public boolean leads() {
        return door.inside();
    }

    public void leave() {
        door.leave();
    }

    /** Leaves word for whoever leads a run: begin no further paper. */
    public void requestStop(long run) {
        door.requestStop(run);
    }

    public boolean stopRequested(long run) {
        return door.stopRequested(run);
    }

    /** Opens the run of a job for today, or goes on with the one that has not ended. Only for the process that leads. */
    public long begin(String job) {
        takeOver();
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        // a run that its process did not live to close goes on, even when midnight has passed since
        LocalDate day = ledger.recent(LOOK_BACK).stream()
                .filter(run -> run.job().equals(job) && run.status() == Run.Status.RUNNING)
                .map(Run::day)
                .findFirst()
                .orElse(today);
        Run run = ledger.open(job, day, clock.instant());
        if (!UPKEEP.contains(job)) {
            planWaiting(run.id());
        }
        return run.id();
    }

    /** Goes on with a run that did not end. Problems: NOT_FOUND, WRONG_STATUS. */
    public void resume(long id) {
        Run run = ledger.find(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "run " + id));
        if (run.status() == Run.Status.COMPLETED) {
            throw new DigitisationException(Problem.WRONG_STATUS, "run " + id + " " + run.status());
        }
        takeOver();
        ledger.open(run.job(), run.day(), clock.instant());
        if (!UPKEEP.contains(run.job())) {
            planWaiting(id);
        }
    }

    /** What a dead predecessor held is free at once where nobody else can be at work; elsewhere its leases run out. */
    private void takeOver() {
        if (door.alone()) {
            work.takeOver();
        }
    }

    /** Makes the run answerable for every paper that waits for the machine. */
    public void planWaiting(long run) {
        for (DigitisationStatus status : DigitisationStatus.values()) {
            if (status.waitsForMachine()) {
                ledger.plan(run, work.pending(status, ALL));
            }
        }
    }

    /** Closes a run that went to its end; one that left papers untouched has failed, whatever else is said. */
    public RunSummary complete(long run) {
        boolean whole = summary(run).orElseThrow().skipped() == 0;
        ledger.close(run, whole ? Run.Status.COMPLETED : Run.Status.FAILED, clock.instant());
        return summary(run).orElseThrow();
    }

    public RunSummary stop(long run) {
        ledger.close(run, Run.Status.STOPPED, clock.instant());
        return summary(run).orElseThrow();
    }

    public RunSummary fail(long run) {
        ledger.close(run, Run.Status.FAILED, clock.instant());
        return summary(run).orElseThrow();
    }

    public Optional<RunSummary> summary(long run) {
        return ledger.find(run).map(found -> summary(ledger.result(run)));
    }

    /** The newest first. */
    public List<RunSummary> recent(int limit) {
        return ledger.recent(limit).stream()
                .map(run -> summary(ledger.result(run.id())))
                .toList();
    }

    private RunSummary summary(RunResult result) {
        Map<DigitisationStatus, Integer> count = new EnumMap<>(DigitisationStatus.class);
        int failed = 0;
        int skipped = 0;
        int pages = 0;
        for (RunResult.Paper paper : result.papers()) {
            if (!paper.status().waitsForMachine()) {
                count.merge(paper.status(), 1, Integer::sum);
            } else if (paper.problem().isPresent()) {
                failed++;
            } else {
                skipped++;
            }
            pages += paper.touched() ? paper.pages() : 0;
        }
        Run run = result.run();
        Instant end = run.endedAt().orElseGet(clock::instant);
        double minutes = Math.max(1, Duration.between(run.started(), end).toMillis()) / 60_000.0;
        return new RunSummary(
                run.id(),
                run.job(),
                run.day(),
                run.status().name(),
                run.started(),
                run.ended(),
                count.getOrDefault(DigitisationStatus.STORED, 0),
                count.getOrDefault(DigitisationStatus.IN_REVIEW, 0),
                count.getOrDefault(DigitisationStatus.NEEDS_RESCAN, 0),
                count.getOrDefault(DigitisationStatus.AWAITING_SIGNATURE, 0),
                count.getOrDefault(DigitisationStatus.OUT_OF_SCOPE, 0),
                count.getOrDefault(DigitisationStatus.QUARANTINED, 0),
                failed,
                skipped,
                result.refused().size(),
                pages,
                pages / minutes);
    }
}
