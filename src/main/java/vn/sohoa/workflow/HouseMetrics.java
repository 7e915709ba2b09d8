package vn.sohoa.workflow;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.reading.DocumentReader;

/** How the house stands, read from the catalogue every quarter of a minute at most and only while somebody scrapes it. */
@Component
class HouseMetrics {
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int RUNS = 20;

    /** What waits for the machine or for people; the two ends where papers gather for ever are not counted again and again. */
    private static final Set<DigitisationStatus> MOVING =
            EnumSet.complementOf(EnumSet.of(DigitisationStatus.STORED, DigitisationStatus.OUT_OF_SCOPE));

    private final Outbox outbox;
    private final WorkList work;
    private final RunLedger ledger;
    private final DocumentReader reader;
    private final RecordOutcomes outcomes;
    private final DoctorVerdict doctor;
    private final Glance<Seen> catalogue;

    HouseMetrics(
            MeterRegistry registry,
            Outbox outbox,
            WorkList work,
            RunLedger ledger,
            DocumentReader reader,
            RecordOutcomes outcomes,
            WorkflowSettings settings) {
        this.outbox = outbox;
        this.work = work;
        this.ledger = ledger;
        this.reader = reader;
        this.outcomes = outcomes;
        this.doctor = new DoctorVerdict(settings.data());
        this.catalogue = new Glance<>(this::see, FRESH, WAIT);
        catalogueFigures(registry);
        ownFigures(registry);
    }

    private record Seen(Map<Outbox.Topic, Outbox.Lag> lag, Map<DigitisationStatus, Long> papers, List<Run> runs) {

        Outbox.Lag of(Outbox.Topic topic) {
            return Objects.requireNonNull(lag.get(topic));
        }

        double lastCompleted() {
            return runs.stream()
                    .filter(run -> run.status() == Run.Status.COMPLETED)
                    .flatMap(run -> run.endedAt().stream())
                    .mapToLong(end -> end.getEpochSecond())
                    .max()
                    .orElse(0);
        }

        double last(Run.Status status) {
            return !runs.isEmpty() && runs.get(0).status() == status ? 1 : 0;
        }
    }

    private Seen see() {
        Map<Outbox.Topic, Outbox.Lag> lag = new EnumMap<>(Outbox.Topic.class);
        for (Outbox.Topic topic : Outbox.Topic.values()) {
            lag.put(topic, outbox.lag(topic));
        }
        Map<DigitisationStatus, Long> papers = new EnumMap<>(DigitisationStatus.class);
        MOVING.forEach(status -> papers.put(status, work.count(status)));
        List<Run> nights = ledger.recent(RUNS).stream()
                .filter(run -> !KeepLedger.UPKEEP.contains(run.job()))
                .toList();
        return new Seen(lag, papers, nights);
    }

    /** A catalogue that does not answer has no figures: not zero. */
    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Seen> figure) {
        return Gauge.builder(
                name,
                () -> catalogue.look().map(seen -> figure.applyAsDouble(seen)).orElse(Double.NaN));
    }

    private void catalogueFigures(MeterRegistry registry) {
        for (Outbox.Topic topic : Outbox.Topic.values()) {
            gauge("sohoa.outbox.unsent", seen -> seen.of(topic).unsent())
                    .tag("topic", topic.name())
                    .register(registry);
            gauge("sohoa.outbox.age", seen -> seen.of(topic).age().toMillis() / 1000.0)
                    .tag("topic", topic.name())
                    .baseUnit("seconds")
                    .register(registry);
        }
        for (DigitisationStatus status : MOVING) {
            gauge("sohoa.papers.waiting", seen -> seen.papers().getOrDefault(status, 0L))
                    .tag("status", status.name())
                    .register(registry);
        }
        for (Run.Status status : Run.Status.values()) {
            gauge("sohoa.run.last", seen -> seen.last(status))
                    .tag("status", status.name())
                    .description("1: how the newest run stands")
                    .register(registry);
        }
        gauge("sohoa.run.completed.timestamp", Seen::lastCompleted)
                .baseUnit("seconds")
                .register(registry);
    }

    private void ownFigures(MeterRegistry registry) {
        FunctionCounter.builder("sohoa.readers.started", reader, r -> r.counts().started())
                .register(registry);
        FunctionCounter.builder("sohoa.readers.died", reader, r -> r.counts().died())
                .register(registry);
        MeteredReader.cpu(registry, "OTHER");
        Gauge.builder("sohoa.outage.lasting", outcomes, o -> o.outage().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("how long the outage has lasted that work waits out now")
                .register(registry);
        Gauge.builder("sohoa.doctor.violations", doctor, DoctorVerdict::violations)
                .register(registry);
        Gauge.builder("sohoa.doctor.timestamp", doctor, DoctorVerdict::epochSecond)
                .baseUnit("seconds")
                .register(registry);
    }
}
