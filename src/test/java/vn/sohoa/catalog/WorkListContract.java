package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;

/** What every work list and run ledger keep to, on whatever database. */
abstract class WorkListContract extends DatabaseContract {
    @Test
    void givesEachPaperToExactlyOneOfEightWorkers() throws Exception {
        List<Document> papers = new ArrayList<>();
        for (int n = 3; n <= 50; n++) {
            papers.add(TestCatalog.paper(dossier, n, "giay-" + n + ".pdf"));
        }
        db.catalog().receive(dossier, papers, event("TIEP_NHAN", "RECEIVED"));
        long run = run();
        Map<DocumentId, Integer> done = new ConcurrentHashMap<>();

        together(8, () -> {
            for (DocumentId id : db.workList().pending(DigitisationStatus.RECEIVED, 100)) {
                db.workList().claim(id, DigitisationStatus.RECEIVED, HOUR).ifPresent(claim -> {
                    Document changed = Edit.of(claim.document())
                            .status(DigitisationStatus.CAPTURED)
                            .done();
                    assertThat(db.workList().record(claim, changed, event("SAO_CHUP", "CAPTURED"), run))
                            .isTrue();
                    done.merge(id, 1, Integer::sum);
                });
            }
            return true;
        });

        assertThat(done).hasSize(50).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(db.runLedger().result(run).papers()).hasSize(50).allMatch(RunResult.Paper::touched);
    }

    @Test
    void refusesSecondClaimUntilTheLeaseIsOver() {
        Claim stale = db.workList()
                .claim(first.id(), DigitisationStatus.RECEIVED, HOUR)
                .orElseThrow();
        assertThat(db.workList().claim(first.id(), DigitisationStatus.RECEIVED, HOUR))
                .isEmpty();
        assertThat(db.workList().pending(DigitisationStatus.RECEIVED, 9)).containsExactly(second.id());

        endLease(first.id());
        Claim fresh = db.workList()
                .claim(first.id(), DigitisationStatus.RECEIVED, HOUR)
                .orElseThrow();

        Document captured = Edit.of(first).status(DigitisationStatus.CAPTURED).done();
        assertThat(fresh.epoch()).isGreaterThan(stale.epoch());
        assertThat(db.workList().record(stale, captured, event("SAO_CHUP", "CAPTURED"), run()))
                .isFalse();
        assertThat(db.workList().postpone(stale, Problem.READER_DIED, HOUR, run()))
                .isFalse();
        assertThat(read(first.id())).isEqualTo(first);
        assertThat(db.auditTrail().history(first.id())).hasSize(1);
        assertThat(db.workList().record(fresh, captured, event("SAO_CHUP", "CAPTURED"), run()))
                .isTrue();
        assertThat(db.workList().record(fresh, captured, event("SAO_CHUP", "CAPTURED"), run()))
                .as("given back")
                .isFalse();
    }

    @Test
    void claimsNothingThatHasMovedOn() {
        assertThat(db.workList().claim(first.id(), DigitisationStatus.CAPTURED, HOUR))
                .isEmpty();
        assertThat(db.workList().claim(new DocumentId(new java.util.UUID(0, 1)), DigitisationStatus.RECEIVED, HOUR))
                .isEmpty();
    }

    @Test
    void refusesForbiddenMoveAndWritesNothing() {
        Claim claim = claim(first);
        Document stored =
                Edit.of(claim.document()).status(DigitisationStatus.STORED).done();

        assertThatThrownBy(() -> db.workList().record(claim, stored, event("LUU", "STORED"), run()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RECEIVED")
                .hasMessageContaining("STORED");

        assertThat(read(first.id())).isEqualTo(first);
        assertThat(db.auditTrail().history(first.id())).hasSize(1);
        assertThat(db.outbox().unsent(Outbox.Topic.INDEX, 9)).isEmpty();
        assertThat(db.runLedger().result(run()).papers()).isEmpty();
    }

    @Test
    void postponesAndCountsUntilThePaperMoves() {
        long run = run();
        assertThat(db.workList().postpone(claim(first), Problem.READER_DIED, Duration.ZERO, run))
                .isTrue();
        Claim again = claim(first);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(db.workList().postpone(again, Problem.READER_TIMEOUT, HOUR, run))
                .isTrue();
        assertThat(db.workList().postpone(again, Problem.READER_TIMEOUT, HOUR, run))
                .as("given back")
                .isFalse();

        assertThat(db.workList().pending(DigitisationStatus.RECEIVED, 9)).containsExactly(second.id());
        assertThat(db.workList().claim(first.id(), DigitisationStatus.RECEIVED, HOUR))
                .isEmpty();
        RunResult.Paper paper = db.runLedger().result(run).papers().get(0);
        assertThat(paper.problem()).contains(Problem.READER_TIMEOUT);
        assertThat(paper.touched()).isTrue();
        assertThat(paper.status()).isEqualTo(DigitisationStatus.RECEIVED);

        assertThat(db.catalog().change(read(first.id()), event("RETRY", "RECEIVED")))
                .isTrue();
        assertThat(claim(first).attempts()).isZero();
    }

    @Test
    void listsSoonestDueFirstAndUndatedLast() {
        Dossier undated = Edit.due(TestCatalog.dossier("H15.12-261101-0001"), null);
        Dossier urgent = Edit.due(TestCatalog.dossier("H15.12-261102-0099"), DAY);
        Document last = TestCatalog.paper(undated, 1, "a.pdf");
        Document soonest = TestCatalog.paper(urgent, 1, "b.pdf");
        db.catalog().receive(undated, List.of(last), event("TIEP_NHAN", "RECEIVED"));
        db.catalog().receive(urgent, List.of(soonest), event("TIEP_NHAN", "RECEIVED"));

        assertThat(db.workList().pending(DigitisationStatus.RECEIVED, 9))
                .containsExactly(soonest.id(), first.id(), second.id(), last.id());
        assertThat(db.workList().pending(DigitisationStatus.RECEIVED, 1)).containsExactly(soonest.id());
    }

    @Test
    void givesEachUnitItsTurn() {
        Dossier small = Edit.unit(Edit.due(TestCatalog.dossier("H15.13-261102-0007"), null), "H15.13");
        Document only = TestCatalog.paper(small, 1, "c.pdf");
        db.catalog().receive(small, List.of(only), event("TIEP_NHAN", "RECEIVED"));

        assertThat(db.workList().pending(DigitisationStatus.RECEIVED, 9))
                .as("the other unit's only paper comes before the first unit's second, though it is due later")
                .containsExactly(first.id(), only.id(), second.id());
    }

    @Test
    void aRenewedLeaseDoesNotRunOut() {
        Claim held = db.workList()
                .claim(first.id(), DigitisationStatus.RECEIVED, Duration.ofMillis(1))
                .orElseThrow();
        endLease(first.id());
        assertThat(db.workList().inHand(DigitisationStatus.RECEIVED)).isFalse();
        db.workList().renew(List.of(held), HOUR);
        assertThat(db.workList().inHand(DigitisationStatus.RECEIVED)).isTrue();
        assertThat(db.workList().inHand(DigitisationStatus.CAPTURED)).isFalse();
        assertThat(db.workList().claim(first.id(), DigitisationStatus.RECEIVED, HOUR))
                .isEmpty();
    }

    @Test
    void whoHasLostAClaimCannotRenewIt() {
        Claim stale = claim(first);
        endLease(first.id());
        Claim fresh = claim(first);
        endLease(first.id());
        db.workList().renew(List.of(stale), HOUR);
        assertThat(db.workList().inHand(DigitisationStatus.RECEIVED)).isFalse();

        db.workList().postpone(fresh, Problem.STORE_UNAVAILABLE, Duration.ZERO, run());
        db.workList().renew(List.of(fresh), HOUR);
        assertThat(db.workList().inHand(DigitisationStatus.RECEIVED))
                .as("given back is given back")
                .isFalse();
    }

    @Test
    void countsWhoDiedWithThePaperInHand() {
        assertThat(claim(first).deaths()).isZero();
        endLease(first.id());
        assertThat(claim(first).deaths()).isEqualTo(1);
        endLease(first.id());
        Claim third = claim(first);
        assertThat(third.deaths()).isEqualTo(2);
        assertThat(third.attempts()).isZero();

        long run = run();
        assertThat(db.workList()
                        .record(
                                third,
                                Edit.of(third.document())
                                        .status(DigitisationStatus.CAPTURED)
                                        .done(),
                                event("SAO_CHUP", "CAPTURED"),
                                run))
                .isTrue();
        assertThat(claim(first).deaths()).as("it has moved").isZero();
    }

    @Test
    void aRunIsAskedToStopUntilItGoesOn() {
        RunDoor door = db.runDoor();
        long run = run();
        assertThat(door.stopRequested(run)).isFalse();
        door.requestStop(run);
        assertThat(door.stopRequested(run)).isTrue();
        assertThat(door.stopRequested(run + 1)).isFalse();
        assertThat(run()).isEqualTo(run);
        assertThat(door.stopRequested(run)).isFalse();
    }

    @Test
    void theDoorMayBeEnteredAndLeftManyTimes() {
        RunDoor door = db.runDoor();
        for (int i = 0; i < 3; i++) {
            assertThat(door.enter()).isTrue();
            assertThat(door.enter()).isTrue();
            assertThat(door.inside()).isTrue();
            door.leave();
            door.leave();
            assertThat(door.inside()).isFalse();
        }
    }

    private void endLease(DocumentId id) {
        JdbcClient.create(db.dataSource())
                .sql("update document set lease_until = current_timestamp - interval '1' second where id = :id")
                .param("id", id.value())
                .update();
    }

    @Test
    void reopensARunThatDidNotComplete() {
        RunLedger ledger = db.runLedger();
        Run run = ledger.open("nightly", DAY, NOON);
        assertThat(ledger.open("nightly", DAY, NOON.plusSeconds(9))).isEqualTo(run);
        ledger.close(run.id(), Run.Status.STOPPED, NOON.plusSeconds(10));
        assertThat(ledger.find(run.id()).orElseThrow().status()).isEqualTo(Run.Status.STOPPED);
        assertThat(ledger.open("nightly", DAY, NOON.plusSeconds(20))).isEqualTo(run);
        assertThat(ledger.open("other", DAY, NOON).id()).isNotEqualTo(run.id());

        ledger.close(run.id(), Run.Status.COMPLETED, NOON.plusSeconds(30));
        assertThat(ledger.find(run.id()).flatMap(Run::endedAt)).contains(NOON.plusSeconds(30));
        Run next = ledger.open("nightly", DAY, NOON.plusSeconds(40));
        assertThat(next.id()).isNotEqualTo(run.id());
        assertThat(ledger.recent(1)).containsExactly(next);
        assertThat(ledger.find(-1)).isEmpty();
    }

    @Test
    void opensOneRunForManyWhoAsk() throws Exception {
        assertThat(together(8, () -> db.runLedger().open("nightly", DAY, NOON)).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void tellsWhatBecameOfEachPaperAndDelivery() {
        RunLedger ledger = db.runLedger();
        long run = run();
        ledger.plan(run, List.of(first.id(), second.id()));
        ledger.plan(run, List.of(second.id(), first.id()));
        ledger.refuse(run, "H15.12-261102-0001", Problem.MANIFEST_INVALID, "dòng 3");
        ledger.refuse(run, "H15.12-261102-0001", Problem.MANIFEST_INVALID, "dòng 3");
        record(first, DigitisationStatus.NEEDS_RESCAN, run);

        RunResult result = ledger.result(run);
        assertThat(result.papers()).extracting(RunResult.Paper::document).containsExactly(first.id(), second.id());
        assertThat(result.papers()).extracting(RunResult.Paper::touched).containsExactly(true, false);
        assertThat(result.papers().get(0).status()).isEqualTo(DigitisationStatus.NEEDS_RESCAN);
        assertThat(result.refused())
                .containsExactly(new RunResult.Refused("H15.12-261102-0001", Problem.MANIFEST_INVALID, "dòng 3"));
    }
}
