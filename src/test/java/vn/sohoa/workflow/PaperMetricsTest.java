package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.dossier.Problem;

/** What is counted and what is logged of a step: enough to see, and nothing of a person. */
class PaperMetricsTest {
    private static final String PERSON = "Nguyễn Thị Hư Cấu";
    private static final String NUMBER = "001085000123";

    @TempDir
    Path folder;

    private Corridor house;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing(); // the trail as it is now
            super.append(line);
        }
    };

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void close() {
        logger().detachAppender(lines);
        house.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("vn.sohoa");
    }

    private record Capture(Function<Document, Outcome> work) implements WorkStep {
        @Override
        public LegalStep step() {
            return LegalStep.SAO_CHUP;
        }

        @Override
        public DigitisationStatus from() {
            return DigitisationStatus.RECEIVED;
        }

        @Override
        public boolean parallel() {
            return true;
        }

        @Override
        public Outcome perform(Document paper, RunContext context) {
            return work.apply(paper);
        }
    }

    private double papers(String outcome, String problem) {
        return house.figures
                .counter("sohoa.papers", "step", "SAO_CHUP", "outcome", outcome, "problem", problem)
                .count();
    }

    private static Outcome captured(Document paper) {
        return new Outcome.Done(
                Change.of(paper).status(DigitisationStatus.CAPTURED).done(), "");
    }

    @Test
    void everyOutcomeIsCountedOnceUnderItsStatusAndProblem() {
        house.perform(new Capture(PaperMetricsTest::captured), house.receive("a.pdf"));
        house.perform(
                new Capture(p -> {
                    throw new DigitisationException(Problem.FILE_DAMAGED, "");
                }),
                house.receive("b.pdf"));
        house.perform(
                new Capture(p -> {
                    throw new DigitisationException(Problem.STORE_UNAVAILABLE, "");
                }),
                house.receive("c.pdf"));
        assertThat(papers("CAPTURED", "none")).isEqualTo(1);
        assertThat(papers("QUARANTINED", "FILE_DAMAGED")).isEqualTo(1);
        assertThat(papers("AGAIN", "STORE_UNAVAILABLE")).isEqualTo(1);
        assertThat(house.figures.timer("sohoa.step", "step", "SAO_CHUP").count())
                .isEqualTo(3);
    }

    @Test
    void aPaperThatSomebodyElseTookIsCounted() {
        house.perform(
                new Capture(p -> {
                    house.rows.workList().takeOver();
                    return captured(p);
                }),
                house.receive("a.pdf"));
        assertThat(house.figures
                        .counter("sohoa.leases.lost", "step", "SAO_CHUP")
                        .count())
                .isEqualTo(1);
        assertThat(papers("SKIPPED", "none")).isEqualTo(1);
    }

    @Test
    void outagesThatWereWaitedOutAreCountedInSeconds() {
        house.metrics.outage(Problem.STORE_UNAVAILABLE, Duration.ofMillis(2500));
        assertThat(house.figures
                        .counter("sohoa.outage", "problem", "STORE_UNAVAILABLE")
                        .count())
                .isEqualTo(2.5);
    }

    @Test
    void everyLineOfAStepNamesRunStepPaperAndDossierAndNoneAfterIt() {
        Document paper = house.receive("a.pdf");
        house.perform(
                new Capture(p -> {
                    assertThat(MDC.get(LogTrail.STEP)).isEqualTo("SAO_CHUP");
                    throw new IllegalStateException("a bug");
                }),
                paper);
        assertThat(lines.list).isNotEmpty();
        assertThat(lines.list)
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .allMatch(said -> said.equals(Map.of(
                        LogTrail.RUN,
                        String.valueOf(house.run),
                        LogTrail.STEP,
                        "SAO_CHUP",
                        LogTrail.PAPER,
                        paper.id().toString(),
                        LogTrail.DOSSIER,
                        paper.dossier().value())));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void aStepWithinARunGivesTheRunBackAndTheRunNothing() {
        String inside = LogTrail.ofRun(7, () -> {
            house.perform(new Capture(PaperMetricsTest::captured), house.receive("a.pdf"));
            return MDC.get(LogTrail.RUN) + MDC.get(LogTrail.PAPER);
        });
        assertThat(inside).isEqualTo("7null");
        assertThat(MDC.get(LogTrail.RUN)).isNull();
    }

    @Test
    void whatWasReadOfAPersonIsNeitherLoggedNorCounted() {
        house.perform(
                new Capture(p -> {
                    throw new IllegalStateException(PERSON + " " + NUMBER);
                }),
                house.receive("a.pdf"));
        String logged = lines.list.stream()
                .map(line -> line.getFormattedMessage()
                        + line.getMDCPropertyMap()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : line.getThrowableProxy().getMessage()))
                .reduce("", String::concat);
        assertThat(logged).isNotEmpty().doesNotContain(PERSON, NUMBER);
        List<String> labels = house.figures.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .filter(tag -> !tag.getKey().equals("le")) // bounds of a histogram
                .map(Tag::getValue)
                .toList();
        assertThat(labels).isNotEmpty().allMatch(value -> value.matches("[A-Z_]+|none"));
    }
}
