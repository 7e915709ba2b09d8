package vn.sohoa.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.catalog.Claim;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.DigitisationException;

/**
 * Keeps the claims on papers in hand from running out, however long a reading takes. They are short, so that the papers of a
 * process that died are free again within a minute, and are renewed three times in their length.
 */
final class Leases implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final WorkList work;
    private final Duration length;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    });

    Leases(WorkList work, Duration length) {
        this.work = work;
        this.length = length;
        long third = length.toMillis() / 3;
        ScheduledFuture<?> unused = clock.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    Duration length() {
        return length;
    }

    /** Does work with a claim that does not run out meanwhile. */
    <T> T holding(Claim claim, Supplier<T> work) {
        held.add(claim);
        try {
            return work.get();
        } finally {
            held.remove(claim);
        }
    }

    /** What cannot be renewed now may be renewed the next time; whoever loses a claim finds out when he records. */
    void renew() {
        List<Claim> claims = List.copyOf(held);
        if (claims.isEmpty()) {
            return;
        }
        try {
            work.renew(claims, length);
        } catch (DigitisationException away) {
            log.warn("{} claims not renewed: {}", claims.size(), away.problem());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
