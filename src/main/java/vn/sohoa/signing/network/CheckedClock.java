package vn.sohoa.signing.network;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;

/**
 * Says whether the clock of this machine can be believed: a verdict depends on it. It is compared with the {@code Date} of an
 * allowed host, once an hour; between comparisons a clock that somebody sets is noticed, since the time that has passed is
 * measured beside it. Safe for many threads.
 */
public final class CheckedClock {
    private static final Logger log = LoggerFactory.getLogger(CheckedClock.class);
    private static final Duration OFTEN = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(5);

    private final NetworkLoader loader;
    private final NetworkSettings settings;
    private final Clock clock;
    private final LongSupplier ticks;
    private @Nullable Comparison last;
    private long tryAgain = Long.MIN_VALUE;

    /** @param truth the time of the host at that moment */
    private record Comparison(Instant truth, long tick) {}

    /** What is known of the clock. @param why for officers; empty if it can be believed */
    public record State(boolean trusted, String why) {
        static final State GOOD = new State(true, "");
    }

    public CheckedClock(NetworkLoader loader, NetworkSettings settings, Clock clock) {
        this(loader, settings, clock, System::nanoTime);
    }

    CheckedClock(NetworkLoader loader, NetworkSettings settings, Clock clock, LongSupplier ticks) {
        this.loader = loader;
        this.settings = settings;
        this.clock = clock;
        this.ticks = ticks;
    }

    /** Never throws: a clock that cannot be checked is one that is not believed. */
    public synchronized State state() {
        if (settings.clock().equals(NetworkSettings.SYSTEM)) {
            return State.GOOD;
        }
        compare();
        Comparison known = last;
        if (known == null || since(known).compareTo(settings.clockAge()) > 0) {
            return new State(false, "chưa đối chiếu được đồng hồ máy chủ");
        }
        Instant truth = known.truth().plus(since(known));
        Duration off = Duration.between(truth, clock.instant()).abs();
        return off.compareTo(settings.maxDeviation()) > 0
                ? new State(false, "đồng hồ máy chủ lệch " + off.toSeconds() + " giây")
                : State.GOOD;
    }

    private Duration since(Comparison comparison) {
        return Duration.ofNanos(ticks.getAsLong() - comparison.tick());
    }

    private void compare() {
        Comparison known = last;
        boolean young = known != null && since(known).compareTo(OFTEN) < 0;
        if (young || (tryAgain != Long.MIN_VALUE && ticks.getAsLong() - tryAgain < 0)) {
            return;
        }
        try {
            last = new Comparison(loader.date(URI.create(settings.clock())), ticks.getAsLong());
        } catch (DigitisationException away) {
            log.warn("the clock was not compared: {} {}", away.problem(), away.detail());
            tryAgain = ticks.getAsLong() + SOON.toNanos();
        } catch (IllegalArgumentException noAddress) {
            log.warn("the clock was not compared: no address");
            tryAgain = ticks.getAsLong() + SOON.toNanos();
        }
    }
}
