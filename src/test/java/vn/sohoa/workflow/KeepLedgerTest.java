package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.Claim;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;

class KeepLedgerTest {
    @TempDir
    Path folder;

    private Corridor house;
    private KeepLedger ledger;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        ledger = at(Corridor.CLOCK);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private KeepLedger at(Clock clock) {
        return new KeepLedger(house.ledger, house.rows.workList(), house.rows.runDoor(), clock);
    }

    private void record(long run, Document paper, DigitisationStatus status) {
        Claim claim = house.rows
                .workList()
                .claim(paper.id(), DigitisationStatus.RECEIVED, Duration.ofHours(1))
                .orElseThrow();
        Change change = Change.of(paper).captured("application/pdf", 2, null);
        Document changed = status == DigitisationStatus.OUT_OF_SCOPE
                ? change.outOfScope(ScopeReason.PHOTOCOPY).done()
                : change.status(status).done();
        assertThat(house.rows.workList().record(claim, changed, TestCatalog.event("SAO_CHUP", status), run))
                .isTrue();
    }

    @Test
    void whatWasReadIsTheSumOfWhatBecameOfIt() {
        List<DigitisationStatus> ends = List.of(
                DigitisationStatus.NEEDS_RESCAN,
                DigitisationStatus.AWAITING_SIGNATURE,
                DigitisationStatus.OUT_OF_SCOPE,
                DigitisationStatus.QUARANTINED);
        List<Document> papers = List.of(
                house.receive("1"), house.receive("2"), house.receive("3"), house.receive("4"), house.receive("5"));
        Document untouched = house.receive("6");
        long run = ledger.begin("nightly");
        for (int i = 0; i < ends.size(); i++) {
            record(run, papers.get(i), ends.get(i));
        }
        Claim failing = house.rows
                .workList()
                .claim(papers.get(4).id(), DigitisationStatus.RECEIVED, Duration.ofHours(1))
                .orElseThrow();
        house.rows.workList().postpone(failing, Problem.STORE_UNAVAILABLE, Duration.ofHours(1), run);
        house.ledger.refuse(run, "thư mục lạ", Problem.DOSSIER_CODE_INVALID, "");

        RunSummary summary = ledger.summary(run).orElseThrow();
        assertThat(summary.read()).isEqualTo(6);
        assertThat(List.of(
                        summary.done(),
                        summary.review(),
                        summary.rescan(),
                        summary.awaitingSignature(),
                        summary.outOfScope(),
                        summary.quarantined(),
                        summary.failed(),
                        summary.skipped(),
                        summary.refused()))
                .containsExactly(0, 0, 1, 1, 1, 1, 1, 1, 1);
        assertThat(summary.waiting()).isEqualTo(4);
        assertThat(summary.pages()).isEqualTo(8);

        assertThat(ledger.complete(run).status()).as("a paper was not reached").isEqualTo("FAILED");
        record(ledger.begin("nightly"), untouched, DigitisationStatus.NEEDS_RESCAN);
        RunSummary whole = ledger.complete(run);
        assertThat(whole.status()).as("the same run went on").isEqualTo("COMPLETED");
        assertThat(whole.read()).isEqualTo(6);
    }

    @Test
    void aRunThatItsProcessDidNotLiveToCloseGoesOnEvenAfterMidnight() {
        Document paper = house.receive("a.pdf");
        long run = ledger.begin("nightly");
        house.rows.workList().claim(paper.id(), DigitisationStatus.RECEIVED, Duration.ofHours(5));
        KeepLedger nextDay = at(Clock.offset(Corridor.CLOCK, Duration.ofDays(1)));
        assertThat(nextDay.begin("nightly")).isEqualTo(run);
        assertThat(house.rows.workList().pending(DigitisationStatus.RECEIVED, 9))
                .as("the dead process's claim is given back")
                .containsExactly(paper.id());
        nextDay.complete(run);
        assertThat(nextDay.begin("nightly")).isNotEqualTo(run);
    }

    @Test
    void jobsHaveRunsOfTheirOwn() {
        assertThat(ledger.begin("nightly")).isNotEqualTo(house.run);
        assertThat(ledger.begin("demo")).isEqualTo(house.run);
    }

    @Test
    void theDayIsTheDayInVietnam() {
        long run = ledger.begin("nightly"); // 18:00 UTC on the 2nd is 01:00 on the 3rd
        assertThat(ledger.summary(run).orElseThrow().day()).isEqualTo(LocalDate.parse("2026-11-03"));
    }

    @Test
    void aStoppedRunGoesOnAndACompletedOneDoesNot() {
        long run = ledger.begin("nightly");
        assertThat(ledger.stop(run).status()).isEqualTo("STOPPED");
        Document late = house.receive("a.pdf");
        ledger.resume(run);
        assertThat(ledger.summary(run).orElseThrow().status()).isEqualTo("RUNNING");
        assertThat(house.ledger.result(run).papers())
                .extracting(p -> p.document())
                .containsExactly(late.id());
        record(run, late, DigitisationStatus.NEEDS_RESCAN);
        ledger.complete(run);
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> ledger.resume(run))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.WRONG_STATUS));
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> ledger.resume(4711))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NOT_FOUND));
    }
}
