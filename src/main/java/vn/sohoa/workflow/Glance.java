package vn.sohoa.workflow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A look at something that may be away. The question is asked in the background, at most once in a while and never twice at
 * once; whoever looks waits a moment for the answer, not for the engine. Safe for many threads.
 */
public final class Glance<T> {
    private static final ExecutorService ASKING = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "glance");
        thread.setDaemon(true);
        return thread;
    });

    private final Supplier<T> question;
    private final long freshNanos;
    private final long waitNanos;
    private @Nullable CompletableFuture<T> answer;
    private long askedNanos;

    /**
     * @param fresh how long an answer is good
     * @param wait how long somebody who looks waits for it
     */
    public Glance(Supplier<T> question, Duration fresh, Duration wait) {
        this.question = question;
        this.freshNanos = fresh.toNanos();
        this.waitNanos = wait.toNanos();
    }

    /** Asks, unless an answer is fresh or on its way. */
    public void ask() {
        CompletableFuture<T> unused = asked();
    }

    private synchronized CompletableFuture<T> asked() {
        CompletableFuture<T> present = answer;
        boolean old = System.nanoTime() - askedNanos >= freshNanos;
        if (present == null || (present.isDone() && old)) {
            askedNanos = System.nanoTime();
            present = CompletableFuture.supplyAsync(question, ASKING);
            answer = present;
        }
        return present;
    }

    /** The answer; empty if there is none yet or the question failed. */
    public Optional<T> look() {
        CompletableFuture<T> asked = asked();
        try {
            return Optional.of(asked.get(Math.max(0, left()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | CompletionException | TimeoutException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized long left() {
        return waitNanos - (System.nanoTime() - askedNanos);
    }
}
