package vn.sohoa.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.workflow.Outcome;

/** How far a run has come, told to whoever listens after each paper. */
@Component
class Progress {
    private final Clock clock;
    private Consumer<RunProgress> listener = progress -> {};
    private String step = "";
    private int settled;
    private int total;
    private int pages;
    private Instant since;
    private Instant stepSince;
    private @Nullable RunProgress last;

    Progress(Clock clock) {
        this.clock = clock;
        since = clock.instant();
        stepSince = since;
    }

    synchronized void listen(Consumer<RunProgress> to) {
        listener = to;
        pages = 0;
        since = clock.instant();
    }

    /** A step begins with so many papers waiting. */
    synchronized void begin(String name, int waiting) {
        step = name;
        total = waiting;
        settled = 0;
        stepSince = clock.instant();
        tell();
    }

    /** No run is at work any more. */
    synchronized void end() {
        last = null;
    }

    /** Where the run at work stands; empty where none is. */
    synchronized Optional<RunProgress> now() {
        return Optional.ofNullable(last);
    }

    void settled(Outcome outcome) {
        settled(1, outcome.pages());
    }

    /** Papers were settled, with so many pages passed through the step. */
    synchronized void settled(int papers, int more) {
        settled += papers;
        pages += more;
        tell();
    }

    private void tell() {
        int all = Math.max(total, settled);
        double perPaper = settled == 0 ? 0 : seconds(stepSince) / settled;
        RunProgress now = new RunProgress(
                step, settled, all, pages * 60 / seconds(since), Math.round(perPaper * (all - settled)));
        last = now;
        listener.accept(now);
    }

    private double seconds(Instant from) {
        return Math.max(0.001, Duration.between(from, clock.instant()).toMillis() / 1000.0);
    }
}
