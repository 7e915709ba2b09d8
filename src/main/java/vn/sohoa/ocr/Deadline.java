package vn.sohoa.ocr;

import java.time.Duration;

/** The time that a page may take, readings anew included; runs from its making. */
final class Deadline {
    private final long start = System.nanoTime();
    private final Duration limit;

    Deadline(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    boolean over() {
        return System.nanoTime() - start >= limit.toNanos();
    }

    /** At least a millisecond. */
    Duration left() {
        return Duration.ofMillis(millisLeft());
    }

    /** At least 1. */
    int millisLeft() {
        long left = limit.toMillis() - (System.nanoTime() - start) / 1_000_000;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left));
    }

    /** Whether at most half of the time is used up: then there is room for doing more than is needed. */
    boolean leisure() {
        return (System.nanoTime() - start) * 2 < limit.toNanos();
    }
}
