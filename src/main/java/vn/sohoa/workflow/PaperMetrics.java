package vn.sohoa.workflow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.dossier.Problem;

/** Counts what becomes of papers: step, outcome, problem, time, pages. No paper, dossier or person can be told from it. */
@Component
class PaperMetrics {
    private static final String NONE = "none";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private final MeterRegistry registry;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Everything an alert may ask for is there from the start, at zero. */
    PaperMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (LegalStep step : LegalStep.values()) {
            papers(step, "SKIPPED", NONE);
            papers(step, "QUARANTINED", Problem.INTERNAL.name());
            timer(step);
            counter("sohoa.pages", step.name());
            counter("sohoa.step.cpu", step.name());
            counter("sohoa.leases.lost", step.name());
        }
        outage(Problem.DATABASE_UNAVAILABLE, Duration.ZERO);
        outage(Problem.STORE_UNAVAILABLE, Duration.ZERO);
        outage(Problem.INDEX_UNAVAILABLE, Duration.ZERO);
    }

    /** Measures one step of one paper: its time, and what it costs this process (readers are counted by {@link MeteredReader}). */
    Outcome measured(LegalStep step, Supplier<Outcome> work) {
        long began = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        Outcome outcome = work.get();
        timer(step).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        counter("sohoa.step.cpu", step.name()).increment(Math.max(0, threads.getCurrentThreadCpuTime() - cpu) / 1e9);
        counter("sohoa.pages", step.name()).increment(outcome.pages());
        outcome.fold(
                        done -> papers(step, done.changed().status().name(), problem(done.changed())),
                        skipped -> papers(step, "SKIPPED", NONE),
                        failed -> papers(
                                step,
                                failed.again() ? "AGAIN" : "QUARANTINED",
                                failed.problem().name()))
                .increment();
        return outcome;
    }

    /** Somebody else took a paper that this process had in hand. */
    void leaseLost(LegalStep step) {
        counter("sohoa.leases.lost", step.name()).increment();
    }

    /** An engine was away for so long, and was waited for. */
    void outage(Problem problem, Duration length) {
        Counter.builder("sohoa.outage")
                .tag("problem", problem.name())
                .baseUnit("seconds")
                .description("how long engines were away while work waited for them")
                .register(registry)
                .increment(length.toMillis() / 1000.0);
    }

    private static String problem(Document paper) {
        return paper.problem() == null ? NONE : paper.problem().name();
    }

    private Counter papers(LegalStep step, String outcome, String problem) {
        return Counter.builder("sohoa.papers")
                .tags("step", step.name(), "outcome", outcome, "problem", problem)
                .description("papers by step, the status they came to, and the problem if there was one")
                .register(registry);
    }

    private Counter counter(String name, String step) {
        return Counter.builder(name)
                .tag("step", step)
                .baseUnit(name.endsWith(".cpu") ? "seconds" : null)
                .register(registry);
    }

    private Timer timer(LegalStep step) {
        return Timer.builder("sohoa.step")
                .tag("step", step.name())
                .serviceLevelObjectives(BOUNDS)
                .description("one step of one paper")
                .register(registry);
    }
}
