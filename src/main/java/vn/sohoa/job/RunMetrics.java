package vn.sohoa.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.sohoa.workflow.Glance;

/** Counts what a leader does and how the queue stands. Where there is no queue its figures are no numbers, not zero. */
@Component
class RunMetrics {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final MeterRegistry registry;
    private final AtomicInteger open = new AtomicInteger();
    private final Glance<Seen> queue;

    /** What happens to a partition. */
    enum Event {
        HANDED_OUT,
        COMPLETED,
        FAILED,
        /** Sent again, since nothing had been heard for a while. */
        RESENT,
        /** Handed out too often, and ended. */
        BURIED
    }

    private record Seen(double waiting, double workers, double dead) {}

    RunMetrics(MeterRegistry registry, ObjectProvider<PartitionQueue> queues) {
        this.registry = registry;
        this.queue = new Glance<>(() -> seen(queues), FRESH, WAIT);
        for (Event event : Event.values()) {
            partitions(event);
        }
        fed(0);
        sent(0);
        Gauge.builder("sohoa.partitions.open", open, AtomicInteger::get).register(registry);
        gauge("sohoa.queue.requests", Seen::waiting);
        gauge("sohoa.queue.workers", Seen::workers);
        gauge("sohoa.queue.dead", Seen::dead);
    }

    private static Seen seen(ObjectProvider<PartitionQueue> queues) {
        PartitionQueue there = queues.getIfAvailable();
        return there == null
                ? new Seen(Double.NaN, Double.NaN, Double.NaN)
                : new Seen(there.waiting(), there.workers(), there.dead());
    }

    private void gauge(String name, ToDoubleFunction<Seen> figure) {
        Gauge.builder(name, () -> queue.look().map(figure::applyAsDouble).orElse(Double.NaN))
                .register(registry);
    }

    void partition(Event event) {
        partitions(event).increment();
    }

    /** So many partitions are in the hands of workers or on their way to them. */
    void open(int number) {
        open.set(number);
    }

    /** Events that the index has heard. */
    void fed(int events) {
        registry.counter("sohoa.index.fed").increment(events);
    }

    /** Dossiers that the portal has been told of. */
    void sent(int payloads) {
        registry.counter("sohoa.portal.sent").increment(payloads);
    }

    private Counter partitions(Event event) {
        return registry.counter("sohoa.partitions", "event", event.name());
    }
}
