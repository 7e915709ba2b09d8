package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

/** When runs begin and when they stop beginning papers, by a clock that the test sets. */
class ScheduleTest {
    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private final java.util.Set<Long> asked = new java.util.HashSet<>();

    /** Shows the time in Vietnam that it was set to. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        void set(String vietnamese) {
            now = LocalDateTime.parse(vietnamese)
                    .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                    .toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private JobDefinition job(JobDefinition.Schedule window) {
        return new JobDefinition(
                folder.resolve("dem.yml"),
                "dem",
                "Đêm",
                "inbox",
                Duration.ZERO,
                new RunPolicy("ND30-COPY", ScannerSignature.OFF, 1, 1, 1),
                window);
    }

    private static JobDefinition.Schedule window(String start, String end) {
        return new JobDefinition.Schedule(LocalTime.parse(start), LocalTime.parse(end));
    }

    private List<String> due(JobDefinition job, String... times) {
        NightlySchedule schedule = new NightlySchedule(new JobDefinitions(folder), null, any -> folder, clock);
        List<String> due = new ArrayList<>();
        for (String time : times) {
            clock.set(time);
            if (schedule.isDue(job)) {
                due.add(time);
            }
        }
        return due;
    }

    @Test
    void aJobStartsOnceInEachWindow() {
        assertThat(due(
                        job(window("01:00", "06:30")),
                        "2026-11-02T00:59",
                        "2026-11-02T01:00",
                        "2026-11-02T01:01",
                        "2026-11-02T06:29",
                        "2026-11-02T06:30",
                        "2026-11-03T03:00",
                        "2026-11-03T03:01"))
                .containsExactly("2026-11-02T01:00", "2026-11-03T03:00");
    }

    @Test
    void aWindowThatCrossesMidnightIsOneNight() {
        assertThat(due(
                        job(window("22:00", "06:00")),
                        "2026-11-02T05:59",
                        "2026-11-02T06:00",
                        "2026-11-02T22:00",
                        "2026-11-02T23:59",
                        "2026-11-03T00:00",
                        "2026-11-03T05:59",
                        "2026-11-03T22:30"))
                .containsExactly("2026-11-02T05:59", "2026-11-02T22:00", "2026-11-03T22:30");
    }

    @Test
    void aRunThatFailedIsTriedAgainInItsWindow() {
        JobDefinition job = job(window("01:00", "06:30"));
        NightlySchedule schedule = new NightlySchedule(new JobDefinitions(folder), null, any -> folder, clock);
        clock.set("2026-11-02T01:00");
        assertThat(schedule.isDue(job)).isTrue();
        clock.set("2026-11-02T01:10");
        schedule.failed(job);
        clock.set("2026-11-02T01:14");
        assertThat(schedule.isDue(job)).isFalse();
        clock.set("2026-11-02T01:15");
        assertThat(schedule.isDue(job)).isTrue();
        clock.set("2026-11-02T01:20");
        assertThat(schedule.isDue(job)).isFalse();
        schedule.failed(job);
        clock.set("2026-11-02T06:30");
        assertThat(schedule.isDue(job)).as("the window has closed").isFalse();
    }

    @Test
    void aJobWithoutWindowIsNeverDue() {
        assertThat(due(job(null), "2026-11-02T01:00", "2026-11-02T13:00")).isEmpty();
    }

    @Test
    void aBrokenJobFileDoesNotEndTheService() throws IOException {
        Files.writeString(folder.resolve("dem.yml"), "name: [");
        NightlySchedule schedule = new NightlySchedule(new JobDefinitions(folder), null, any -> folder, clock);
        assertThatCode(schedule::tick).doesNotThrowAnyException();
    }

    private RunControl control() {
        return new RunControl(folder.resolve("control"), clock, asked::contains);
    }

    @Test
    void aRunGoesOnUntilItIsAskedToStop() {
        RunControl control = control();
        control.begin(7, Optional.empty());
        assertThat(control.mayGoOn(7)).isTrue();
        control.stop();
        assertThat(control.mayGoOn(7)).isFalse();
        control.begin(7, Optional.empty());
        assertThat(control.mayGoOn(7)).isTrue();
    }

    @Test
    void wordThatIsLeftInTheCatalogueCountsToo() {
        RunControl control = control();
        control.begin(7, Optional.empty());
        asked.add(7L);
        assertThat(control.mayGoOn(7)).isFalse();
        assertThat(control.mayGoOn(8)).isTrue();
    }

    @Test
    void aCatalogueThatIsAwayStopsNobody() {
        RunControl control = new RunControl(folder.resolve("control"), clock, run -> {
            throw new DigitisationException(Problem.DATABASE_UNAVAILABLE, "");
        });
        assertThat(control.mayGoOn(7)).isTrue();
    }

    @Test
    void anotherProcessLeavesWordForOneRunAndTheNextStartForgetsIt() {
        RunControl control = control();
        control.begin(7, Optional.empty());
        JobRuns.requestStop(folder.resolve("control"), 7);
        JobRuns.requestStop(folder.resolve("control"), 7);
        assertThat(control.mayGoOn(7)).isFalse();
        assertThat(control.mayGoOn(8)).isTrue();
        control.begin(7, Optional.empty());
        assertThat(control.mayGoOn(7)).isTrue();
    }

    @Test
    void noPaperIsBegunAfterTheWindow() {
        RunControl control = control();
        control.begin(7, Optional.of(window("22:00", "06:00")));
        clock.set("2026-11-03T05:59:59");
        assertThat(control.mayGoOn(7)).isTrue();
        clock.set("2026-11-03T06:00");
        assertThat(control.mayGoOn(7)).isFalse();
    }
}
