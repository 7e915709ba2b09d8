package vn.sohoa.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
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

    Progress(Clock clock) {
        this.clock = clock;
        since = clock.instant();
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
        tell();
    }

    synchronized void settled(Outcome outcome) {
        settled++;
        pages += outcome.fold(done -> done.changed().pages(), skipped -> 0, failed -> 0);
        tell();
    }

    private void tell() {
        double seconds = Math.max(0.001, Duration.between(since, clock.instant()).toMillis() / 1000.0);
        listener.accept(new RunProgress(step, settled, Math.max(total, settled), pages * 60 / seconds));
    }
}
