package vn.sohoa.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Waits out an outage of an engine: the same call is made again, at growing intervals, until the engine has answered or the
 * outage has lasted too long (every backend may be away for ten minutes at any step). The time is that of the outage and not of
 * each caller, so that a store that stays away does not cost every paper the whole patience.
 */
final class Patience {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Set<Problem> AWAY =
            EnumSet.of(Problem.DATABASE_UNAVAILABLE, Problem.STORE_UNAVAILABLE, Problem.INDEX_UNAVAILABLE);
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration limit;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final BiConsumer<Problem, Duration> told;
    private @Nullable Instant since;
    private Problem what = Problem.INTERNAL;

    /**
     * @param limit how long an outage may last; zero: no waiting
     * @param told hears of each outage that is over
     */
    Patience(Duration limit, Clock clock, BiConsumer<Problem, Duration> told) {
        this(limit, clock, length -> LockSupport.parkNanos(length.toNanos()), told);
    }

    /** Nobody is told. */
    Patience(Duration limit, Clock clock) {
        this(limit, clock, (problem, length) -> {});
    }

    /** @param pause lets time pass */
    Patience(Duration limit, Clock clock, Consumer<Duration> pause) {
        this(limit, clock, pause, (problem, length) -> {});
    }

    private Patience(Duration limit, Clock clock, Consumer<Duration> pause, BiConsumer<Problem, Duration> told) {
        this.limit = limit;
        this.clock = clock;
        this.pause = pause;
        this.told = told;
    }

    /** How long the outage that is waited out now has lasted; zero if there is none. */
    synchronized Duration lasting() {
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** The same patience with other engines: an answer of one says nothing of another. */
    Patience withOthers() {
        return new Patience(limit, clock, pause, told);
    }

    /**
     * Makes a call that may be repeated.
     *
     * @param worthIt whether to wait any longer, asked before each wait
     * @throws DigitisationException what the last try said
     */
    <T> T through(BooleanSupplier worthIt, Supplier<T> call) {
        for (Duration wait = FIRST; ; wait = min(wait.multipliedBy(2))) {
            try {
                T result = call.get();
                over();
                return result;
            } catch (DigitisationException failure) {
                if (!AWAY.contains(failure.problem()) || !worthIt.getAsBoolean() || !wait(failure, wait)) {
                    throw failure;
                }
            }
        }
    }

    private boolean wait(DigitisationException failure, Duration length) {
        if (limit.isZero() || !lasts(failure)) {
            return false;
        }
        pause.accept(length);
        return !Thread.currentThread().isInterrupted();
    }

    private synchronized boolean lasts(DigitisationException failure) {
        Instant now = clock.instant();
        if (since == null) {
            since = now;
            what = failure.problem();
            log.warn("{} {}: waiting up to {}", failure.problem(), failure.detail(), limit);
        }
        return Duration.between(since, now).compareTo(limit) < 0;
    }

    private synchronized void over() {
        if (since != null) {
            Duration length = Duration.between(since, clock.instant());
            log.warn("the outage is over after {}", length);
            told.accept(what, length);
            since = null;
        }
    }

    private static Duration min(Duration length) {
        return length.compareTo(LONGEST) < 0 ? length : LONGEST;
    }
}
