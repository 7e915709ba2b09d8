package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;

class RecordOutcomesTest {
    @TempDir
    Path folder;

    private Corridor house;
    private Document paper;

    @BeforeEach
    void receiveAPaper() {
        house = new Corridor(folder);
        paper = house.receive("a.pdf");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Told throwing(RuntimeException failure) {
        return new Told(paper -> {
            throw failure;
        });
    }

    private static Outcome captured(Document paper) {
        return new Outcome.Done(
                Change.of(paper).status(DigitisationStatus.CAPTURED).done(), "");
    }

    @Test
    void workDoneIsRecordedWithItsHistory() {
        assertThat(house.perform(new Told(RecordOutcomesTest::captured), paper)).isInstanceOf(Outcome.Done.class);
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.CAPTURED);
        assertThat(house.rows.auditTrail().history(paper.id()))
                .extracting(event -> event.step() + " " + event.event())
                .containsExactly("TIEP_NHAN RECEIVED", "SAO_CHUP CAPTURED");
        assertThat(house.ledger.result(house.run).papers().get(0).touched()).isTrue();
    }

    @Test
    void aFaultOfThePaperSetsItAsideWithTheReason() {
        house.perform(throwing(new DigitisationException(Problem.FILE_PROTECTED, "trang 1")), paper);
        Document after = house.now(paper);
        assertThat(after.status()).isEqualTo(DigitisationStatus.QUARANTINED);
        assertThat(after.problem()).isEqualTo(Problem.FILE_PROTECTED);
        assertThat(after.problemDetail()).isEqualTo("trang 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_UNAVAILABLE", "STORE_CORRUPT", "DATABASE_UNAVAILABLE", "OCR_UNAVAILABLE"})
    void aFaultOfTheSurroundingsLeavesThePaperWhereItIsForLater(Problem outside) {
        Outcome outcome = house.perform(throwing(new DigitisationException(outside, "")), paper);
        assertThat(outcome).isEqualTo(new Outcome.Failed(outside, "", true));
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.RECEIVED);
        assertThat(house.outcomes.pending(new Told(RecordOutcomesTest::captured), 9))
                .isEmpty();
        assertThat(house.ledger.result(house.run).papers().get(0).problem()).contains(outside);
    }

    @Test
    void aBugIsTriedThriceThenThePaperIsSetAside() throws SQLException {
        Told bug = throwing(new IllegalStateException("Nguyễn Thị Mẫu"));
        for (int attempt = 1; attempt <= 2; attempt++) {
            house.perform(bug, paper);
            assertThat(house.now(paper).status()).as("attempt %d", attempt).isEqualTo(DigitisationStatus.RECEIVED);
            house.waitIsOver();
        }
        house.perform(bug, paper);
        Document after = house.now(paper);
        assertThat(after.status()).isEqualTo(DigitisationStatus.QUARANTINED);
        assertThat(after.problem()).isEqualTo(Problem.ATTEMPTS_USED_UP);
        assertThat(after.problemDetail()).contains("INTERNAL").doesNotContain("Mẫu");
    }

    @Test
    void whatAStepThrowsNeverEscapes() {
        assertThatCode(() -> house.perform(throwing(new ArrayIndexOutOfBoundsException(7)), paper))
                .doesNotThrowAnyException();
    }

    @Test
    void aMoveThatTheTableForbidsIsABugOfTheStepAndNotTheEndOfTheRun() {
        Outcome outcome = house.perform(
                new Told(p -> new Outcome.Done(
                        Change.of(p).status(DigitisationStatus.STORED).done(), "")),
                paper);
        assertThat(outcome).isEqualTo(new Outcome.Failed(Problem.INTERNAL, "IllegalStateException", true));
    }

    @Test
    void aPaperWhoseRowTheDatabaseRefusesDoesNotEndTheRun() throws SQLException {
        Document other = house.move(house.receive("b.pdf"), DigitisationStatus.CAPTURED, DigitisationStatus.EXTRACTED);
        house.change(other, c -> c.code("CÙNG-MỘT-MÃ").status(DigitisationStatus.CODED));
        Told sameCode = new Told(p -> new Outcome.Done(
                Change.of(p)
                        .code("CÙNG-MỘT-MÃ")
                        .status(DigitisationStatus.CAPTURED)
                        .done(),
                ""));
        for (int attempt = 1; attempt <= 3; attempt++) {
            house.perform(sameCode, paper);
            house.waitIsOver();
        }
        Document after = house.now(paper);
        assertThat(after.status()).isEqualTo(DigitisationStatus.QUARANTINED);
        assertThat(after.problem()).isEqualTo(Problem.ATTEMPTS_USED_UP);
        assertThat(after.code()).isNull();
    }

    @Test
    void whoeverHasLostTheClaimWritesNothing() {
        Told slow = new Told(p -> {
            house.rows.workList().takeOver();
            return captured(p);
        });
        assertThat(house.perform(slow, paper)).isInstanceOf(Outcome.Skipped.class);
        assertThat(house.now(paper)).isEqualTo(paper);
        assertThat(house.rows.auditTrail().history(paper.id())).hasSize(1);
    }

    @Test
    void aFailureAfterTheClaimWasLostWritesNothingEither() {
        for (Problem problem : new Problem[] {Problem.STORE_UNAVAILABLE, Problem.FILE_DAMAGED}) {
            Told slow = new Told(p -> {
                house.rows.workList().takeOver();
                throw new DigitisationException(problem, "");
            });
            assertThat(house.perform(slow, paper)).isInstanceOf(Outcome.Skipped.class);
        }
        assertThat(house.now(paper)).isEqualTo(paper);
    }

    @Test
    void aPaperThatHasMovedOnIsSkipped() {
        house.move(paper, DigitisationStatus.CAPTURED);
        assertThat(house.perform(throwing(new AssertionErrorInDisguise()), paper))
                .isInstanceOf(Outcome.Skipped.class);
    }

    private static final class AssertionErrorInDisguise extends RuntimeException {}
}
