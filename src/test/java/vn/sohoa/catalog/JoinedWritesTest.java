package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

@Timeout(20)
class JoinedWritesTest {
    private final List<List<String>> transactions = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch may = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JoinedWrites<String> writes = new JoinedWrites<>(this::transaction);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** The first waits until it may; whatever holds "bad" cannot be written, "away" means that there is no database. */
    private void transaction(List<String> entries) {
        transactions.add(List.copyOf(entries));
        begun.countDown();
        try {
            may.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        if (entries.contains("bad")) {
            throw new DigitisationException(Problem.INTERNAL, "bad");
        }
        if (entries.contains("away")) {
            throw new DigitisationException(Problem.DATABASE_UNAVAILABLE, "away");
        }
    }

    private List<Future<?>> together(String... entries) throws InterruptedException {
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> writes.write(List.of("first"))));
        begun.await();
        for (String entry : entries) {
            all.add(threads.submit(() -> writes.write(List.of(entry))));
        }
        while (writes.waiting() < entries.length) {
            Thread.onSpinWait();
        }
        may.countDown();
        return all;
    }

    private static boolean failed(Future<?> write) throws InterruptedException {
        try {
            write.get();
            return false;
        } catch (java.util.concurrent.ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(DigitisationException.class);
            return true;
        }
    }

    @Test
    void thoseWhoWaitAreWrittenTogether() throws Exception {
        for (Future<?> each : together("a", "b", "c")) {
            assertThat(failed(each)).isFalse();
        }
        assertThat(transactions).hasSize(2);
        assertThat(transactions.get(1)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatCannotBeWrittenFailsForItsOwnerAlone() throws Exception {
        List<Future<?>> all = together("a", "bad", "c");
        assertThat(failed(all.get(0))).isFalse();
        assertThat(failed(all.get(1))).isFalse();
        assertThat(failed(all.get(2))).isTrue();
        assertThat(failed(all.get(3))).isFalse();
    }

    @Test
    void withoutADatabaseItFailsForAllAndIsAskedOnce() throws Exception {
        List<Future<?>> all = together("a", "away");
        assertThat(failed(all.get(1))).isTrue();
        assertThat(failed(all.get(2))).isTrue();
        assertThat(transactions).hasSize(2);
    }

    @Test
    void whoComesAloneIsToldWhyItFailed() {
        may.countDown();
        assertThatExceptionOfType(DigitisationException.class).isThrownBy(() -> writes.write(List.of("bad")));
        writes.write(List.of("good"));
        assertThat(transactions).hasSize(2);
    }
}
