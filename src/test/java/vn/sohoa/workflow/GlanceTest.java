package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;

/** Whoever looks at an engine that is away waits for a moment, not for the engine. */
class GlanceTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aFreshAnswerIsNotAskedForAgain() {
        Glance<Integer> glance = new Glance<>(asked::incrementAndGet, LONG, LONG);
        assertThat(glance.look()).contains(1);
        assertThat(glance.look()).contains(1);
    }

    @Test
    void anOldAnswerIs() {
        Glance<Integer> glance = new Glance<>(asked::incrementAndGet, Duration.ZERO, LONG);
        assertThat(glance.look()).contains(1);
        assertThat(glance.look()).contains(2);
    }

    @Test
    void aQuestionThatFailsHasNoAnswer() {
        Glance<Integer> glance = new Glance<>(
                () -> {
                    throw new DigitisationException(Problem.DATABASE_UNAVAILABLE, "");
                },
                LONG,
                LONG);
        assertThat(glance.look()).isEmpty();
    }

    @Test
    void aQuestionThatHangsIsAskedOnceAndWaitedForOnce() {
        CountDownLatch never = new CountDownLatch(1);
        Glance<Integer> glance = new Glance<>(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return asked.incrementAndGet();
                },
                Duration.ZERO,
                Duration.ofMillis(50));
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(glance.look()).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        never.countDown();
    }

    private record Engine(String engine, CountDownLatch answers) implements EngineCheck {
        @Override
        public void ask() {
            if (engine.equals("index")) {
                throw new DigitisationException(Problem.INDEX_UNAVAILABLE, "");
            }
            try {
                answers.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public List<CheckReadiness.Check> examine(Language language) {
            return List.of();
        }
    }

    @Test
    void threeEnginesThatAreAwayCostOneWait() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch now = new CountDownLatch(0);
        SimpleMeterRegistry figures = new SimpleMeterRegistry();
        EngineWatch watch = new EngineWatch(
                List.of(
                        new Engine("database", never),
                        new Engine("store", never),
                        new Engine("queue", never),
                        new Engine("index", now),
                        new Engine("other", now)),
                figures);
        long began = System.nanoTime();
        assertThat(watch.trouble("database")).contains("NO_ANSWER");
        assertThat(watch.trouble("store")).contains("NO_ANSWER");
        assertThat(watch.trouble("queue")).contains("NO_ANSWER");
        assertThat(watch.trouble("index")).contains("INDEX_UNAVAILABLE");
        assertThat(watch.trouble("other")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2500));
        assertThat(figures.get("sohoa.engine.up").tag("engine", "store").gauge().value())
                .isZero();
        assertThat(figures.get("sohoa.engine.up").tag("engine", "other").gauge().value())
                .isEqualTo(1);
        never.countDown();
    }
}
