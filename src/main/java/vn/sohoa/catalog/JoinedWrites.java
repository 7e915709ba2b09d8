package vn.sohoa.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Lets those who come together share one transaction and its wait for the disk: while one is being written the others wait, and one
 * of them then writes for all. For entries of a chain, which go in one after another anyhow. Safe for many threads.
 */
final class JoinedWrites<T> {
    private final Consumer<List<T>> write;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();
    private List<Turn<T>> waiting = new ArrayList<>();
    private boolean writing;

    /** @param write one transaction, all or nothing; throws DigitisationException */
    JoinedWrites(Consumer<List<T>> write) {
        this.write = write;
    }

    private static final class Turn<T> {
        private final List<T> entries;
        private boolean written;
        private @Nullable DigitisationException failure;

        Turn(List<T> entries) {
            this.entries = entries;
        }

        boolean over() {
            return written || failure != null;
        }
    }

    /** Has written when it returns, and throws when it has not. */
    void write(List<T> entries) {
        Turn<T> own = new Turn<>(List.copyOf(entries));
        List<Turn<T>> together = join(own);
        if (!together.isEmpty()) {
            try {
                writeAll(together);
            } finally {
                leave(together);
            }
        }
        DigitisationException failure = own.failure;
        if (failure != null) {
            throw new DigitisationException(failure.problem(), failure.detail(), failure);
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** @return whose entries the caller has to write, its own among them; empty: somebody else has seen to it */
    private List<Turn<T>> join(Turn<T> own) {
        lock.lock();
        try {
            waiting.add(own);
            while (writing && !own.over()) {
                turned.awaitUninterruptibly();
            }
            if (own.over()) {
                return List.of();
            }
            writing = true;
            List<Turn<T>> together = waiting;
            waiting = new ArrayList<>();
            return together;
        } finally {
            lock.unlock();
        }
    }

    /** What cannot be written because of one entry is written one by one, so that it fails for its owner alone. */
    private void writeAll(List<Turn<T>> together) {
        try {
            write.accept(
                    together.stream().flatMap(turn -> turn.entries.stream()).toList());
            together.forEach(turn -> turn.written = true);
        } catch (DigitisationException failure) {
            if (together.size() == 1 || failure.problem() != Problem.INTERNAL) {
                together.forEach(turn -> turn.failure = failure);
            } else {
                together.forEach(turn -> writeAll(List.of(turn)));
            }
        }
    }

    /** The next may write; whoever was forgotten because the writer broke is told that nothing was written. */
    private void leave(List<Turn<T>> together) {
        lock.lock();
        try {
            for (Turn<T> turn : together) {
                if (!turn.over()) {
                    turn.failure = new DigitisationException(Problem.INTERNAL, "not written");
                }
            }
            writing = false;
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
