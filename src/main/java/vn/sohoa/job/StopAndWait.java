package vn.sohoa.job;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * SIGTERM: asks the run of this process to stop and waits until the papers in hand are recorded. Batch's own hook does not
 * wait, and runs beside the one that closes the database; a bean of the last phase is stopped first.
 */
@Component
@ConditionalOnProperty(
        name = "spring.main.lazy-initialization",
        havingValue = "false",
        matchIfMissing = true) // else no runs
class StopAndWait implements SmartLifecycle {
    private final RunControl control;
    private final JobRuns runs;
    private volatile boolean running;

    StopAndWait(RunControl control, JobRuns runs) {
        this.control = control;
        this.runs = runs;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        control.stop();
        runs.awaitEnd();
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
