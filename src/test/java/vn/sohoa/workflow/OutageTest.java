package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.Claim;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;

/** Engines that go away and come back, processes that die with papers in hand. Time passes only when somebody waits. */
class OutageTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final Waiting time = new Waiting();
    private final Patience patience = new Patience(LIMIT, time, time::pass);
    private Corridor house;
    private RecordOutcomes outcomes;
    private Document paper;
    private int calls;

    /** A clock that goes on only while somebody waits. */
    private static final class Waiting extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration length) {
            now = now.plus(length);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void receiveAPaper() {
        house = new Corridor(folder);
        paper = house.receive("a.pdf");
        outcomes = new RecordOutcomes(
                house.rows.workList(),
                Corridor.CLOCK,
                house.leases,
                patience,
                house.metrics,
                Corridor.references(house.rows));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Outcome perform(Told step) {
        return outcomes.perform(step, paper.id(), house.context());
    }

    private static Outcome captured(Document paper) {
        return new Outcome.Done(
                Change.of(paper).status(DigitisationStatus.CAPTURED).done(), "");
    }

    private Outcome awayFor(Duration outage, Document p) {
        calls++;
        if (Duration.between(Instant.EPOCH, time.instant()).compareTo(outage) < 0) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "put");
        }
        return captured(p);
    }

    @Test
    void aStoreThatIsAwayForNineMinutesCostsNothingButTime() {
        assertThat(perform(new Told(p -> awayFor(Duration.ofMinutes(9), p)))).isInstanceOf(Outcome.Done.class);
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.CAPTURED);
        assertThat(calls).as("tries, at growing intervals").isBetween(10, 100);
    }

    @Test
    void aStoreThatStaysAwayPutsThePaperOff() {
        Outcome outcome = perform(new Told(p -> awayFor(Duration.ofHours(9), p)));
        assertThat(outcome).isEqualTo(new Outcome.Failed(Problem.STORE_UNAVAILABLE, "put", true));
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.RECEIVED);
        assertThat(time.instant()).isBetween(Instant.EPOCH.plus(LIMIT), Instant.EPOCH.plus(LIMIT.plusSeconds(30)));
    }

    @Test
    void thePatienceIsThatOfTheOutageAndNotOfEachPaper() {
        Told neverPut = new Told(p -> awayFor(Duration.ofHours(9), p));
        perform(neverPut);
        Instant first = time.instant();
        Document next = house.receive("b.pdf");
        assertThat(outcomes.perform(neverPut, next.id(), house.context())).isInstanceOf(Outcome.Failed.class);
        assertThat(time.instant())
                .as("though the catalogue has answered meanwhile")
                .isEqualTo(first);
    }

    @Test
    void afterAnAnswerPatienceBeginsAnew() {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> patience.through(() -> true, () -> awayFor(Duration.ofHours(9), paper)));
        assertThat(patience.through(() -> true, () -> "there")).isEqualTo("there");
        Instant before = time.instant();
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> patience.through(() -> true, () -> awayFor(Duration.ofHours(9), paper)));
        assertThat(Duration.between(before, time.instant())).isGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    void whoIsAskedToStopWaitsNoLonger() {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> patience.through(() -> calls < 3, () -> awayFor(Duration.ofHours(9), paper)));
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aFaultOfThePaperIsNotWaitedFor() {
        perform(new Told(p -> {
            calls++;
            throw new DigitisationException(Problem.FILE_DAMAGED, "");
        }));
        assertThat(calls).isEqualTo(1);
        assertThat(time.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aPaperThatKillsFiveProcessesIsSetAside() throws SQLException {
        Told capture = new Told(OutageTest::captured);
        for (int death = 0; death <= 5; death++) {
            assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.RECEIVED);
            assertThat(claim().deaths()).isEqualTo(death);
            leaseRunsOut();
        }
        perform(capture);
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.QUARANTINED);
        assertThat(house.now(paper).problem()).isEqualTo(Problem.ATTEMPTS_USED_UP);
    }

    @Test
    void aPaperInHandIsNotLetGoHoweverLongItTakes() {
        Told slow = new Told(p -> {
            try {
                leaseRunsOut();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            assertThat(house.rows.workList().inHand(DigitisationStatus.RECEIVED))
                    .isFalse();
            house.leases.renew();
            assertThat(house.rows.workList().inHand(DigitisationStatus.RECEIVED))
                    .isTrue();
            return captured(p);
        });
        assertThat(perform(slow)).isInstanceOf(Outcome.Done.class);
        house.leases.renew();
        assertThat(house.rows.workList().inHand(DigitisationStatus.CAPTURED)).isFalse();
    }

    private Claim claim() {
        return house.rows
                .workList()
                .claim(paper.id(), DigitisationStatus.RECEIVED, Duration.ofHours(1))
                .orElseThrow();
    }

    private void leaseRunsOut() throws SQLException {
        house.sql("update document set lease_until = current_timestamp - interval '1' second");
    }
}
