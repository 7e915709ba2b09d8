package vn.sohoa.workflow.transfer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Small pieces of work that mostly wait for a disk or a server: some at a time, the first failure ends it all. */
final class ManyAtOnce implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 256;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Object> locks =
            Stream.generate(Object::new).limit(WAITING).toList();
    private final Deque<Future<?>> begun = new ArrayDeque<>();

    /** The lock of a key: the same object, named by two papers, is not copied by two threads. */
    Object lock(String key) {
        return locks.get(Math.floorMod(key.hashCode(), locks.size()));
    }

    /** Takes a piece on, or waits until there is room. */
    void add(Runnable piece) {
        if (begun.size() == WAITING) {
            end(begun.remove());
        }
        begun.add(threads.submit(piece));
    }

    /** Waits for all of them. */
    void finish() {
        while (!begun.isEmpty()) {
            end(begun.remove());
        }
    }

    private static void end(Future<?> piece) {
        try {
            piece.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new DigitisationException(Problem.INTERNAL, "copy", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "interrupted", stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
