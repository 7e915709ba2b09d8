package vn.sohoa.ocr;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * The time that a page may take, readings anew included; runs from its making, for the thread that made it. What counts is
 * processor time, so that a page is read alike on a busy and on an idle machine; whoever only waits has {@value #WAITING} times
 * as long.
 */
public final class Deadline {
    private static final int WAITING = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = System.nanoTime();
    private final long cpuStart = THREADS.getCurrentThreadCpuTime();
    private final Duration limit;

    public Deadline(Duration limit) {
        this.limit = limit;
    }

    /** How much of a limit is used up by so much time on the clock, of which so much on a processor; all in nanoseconds. */
    public static long used(long wall, long cpu) {
        return Math.max(Math.min(cpu, wall), wall / WAITING);
    }

    Duration limit() {
        return limit;
    }

    boolean over() {
        return used() >= limit.toNanos();
    }

    /** At least a millisecond. */
    public Duration left() {
        return Duration.ofMillis(Math.max(1, limit.minusNanos(used()).toMillis()));
    }

    /** Whether at most half of the time is used up: then there is room for doing more than is needed. */
    boolean leisure() {
        return used() * 2 < limit.toNanos();
    }

    private long used() {
        return used(System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - cpuStart);
    }
}
