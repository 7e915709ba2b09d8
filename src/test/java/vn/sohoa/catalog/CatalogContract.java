package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.Sha256;

/** What every catalogue keeps to, on whatever database. */
abstract class CatalogContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final DossierCode OTHER = new DossierCode("H15.12-261101-0009");

    private final Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
    private final Document first = TestCatalog.paper(dossier, 1, "don-de-nghi.pdf");
    private final Document second = TestCatalog.paper(dossier, 2, "giay-khai-sinh.pdf");

    private TestCatalog db;

    abstract TestCatalog open(Path folder);

    @BeforeEach
    void openDatabase(@TempDir Path folder) {
        db = open(folder);
        db.catalog().receive(dossier, List.of(first, second), event("TIEP_NHAN", "RECEIVED"));
    }

    @AfterEach
    void endsWithoutContradiction() {
        assertThat(db.check().violations()).allMatch(line -> line.startsWith("run left open"));
        db.close();
    }

    private Document read(DocumentId id) {
        return db.catalog().document(id).orElseThrow();
    }

    private Claim claim(Document paper) {
        return db.workList().claim(paper.id(), read(paper.id()).status(), HOUR).orElseThrow();
    }

    private boolean record(Document paper, DigitisationStatus next, long run) {
        Claim claim = claim(paper);
        return db.workList()
                .record(claim, Edit.of(claim.document()).status(next).done(), event("STEP", next), run);
    }

    private long run() {
        return db.runLedger().open("nightly", DAY, NOON).id();
    }

    private void store(Document paper, long run) {
        for (var next : List.of(DigitisationStatus.CAPTURED, DigitisationStatus.EXTRACTED)) {
            assertThat(record(paper, next, run)).isTrue();
        }
        Claim coded = claim(paper);
        String code = "H15.12-261102-0042-KQ" + paper.ordinal();
        Document withCode = Edit.of(coded.document())
                .status(DigitisationStatus.CODED)
                .code(code)
                .objects(Edit.master(paper))
                .done();
        assertThat(db.workList().record(coded, withCode, event("CAP_MA", "CODED"), run))
                .isTrue();
        assertThat(record(paper, DigitisationStatus.STORED, run)).isTrue();
    }

    @Nested
    class Receiving {
        @Test
        void takesTheSameDeliveryOnce() {
            List<DocumentId> again =
                    db.catalog().receive(dossier, List.of(first, second), event("TIEP_NHAN", "RECEIVED"));

            assertThat(again).isEmpty();
            assertThat(db.catalog().documents(DocumentFilter.ALL)).containsExactly(first, second);
            assertThat(db.auditTrail().history(first.id())).hasSize(1);
        }

        @Test
        void takesTheSameDeliveryOnceFromManyThreads() throws Exception {
            Dossier other = TestCatalog.dossier(OTHER.value());
            Document paper = TestCatalog.paper(other, 1, "to-khai.pdf");

            List<List<DocumentId>> taken =
                    together(8, () -> db.catalog().receive(other, List.of(paper), event("TIEP_NHAN", "RECEIVED")));

            assertThat(taken.stream().flatMap(List::stream)).containsExactly(paper.id());
        }

        @Test
        void acceptsDuplicateBeforeItsOriginal() {
            Document copy = Edit.of(TestCatalog.paper(dossier, 3, "ban-trung.pdf"))
                    .duplicateOf(DocumentId.of(dossier.code(), "goc.pdf", 1))
                    .done();
            Document original = TestCatalog.paper(dossier, 4, "goc.pdf");

            assertThat(db.catalog().receive(dossier, List.of(copy, original), event("TIEP_NHAN", "RECEIVED")))
                    .containsExactlyInAnyOrder(copy.id(), original.id());
        }

        @Test
        void keepsEveryFieldAndEveryGap() {
            Dossier other = Edit.fullDossier(OTHER);
            Document full = Edit.full(other);
            db.catalog().receive(other, List.of(full), event("TIEP_NHAN", "RECEIVED"));

            assertThat(read(full.id())).isEqualTo(full);
            assertThat(read(first.id())).isEqualTo(first);
            assertThat(db.catalog().dossier(OTHER)).contains(other);
            assertThat(db.catalog().dossier(dossier.code())).contains(dossier);
            assertThat(db.catalog().dossier(new DossierCode("H15.12-261101-9999")))
                    .isEmpty();
        }

        @Test
        void filtersPapersAndDossiers() {
            Dossier other = Edit.fullDossier(OTHER);
            Document full = Edit.full(other);
            db.catalog().receive(other, List.of(full), event("TIEP_NHAN", "RECEIVED"));
            Catalog catalog = db.catalog();

            assertThat(catalog.documents(DocumentFilter.ALL)).containsExactly(full, first, second);
            assertThat(catalog.documents(DocumentFilter.ofDossier(OTHER))).containsExactly(full);
            assertThat(catalog.documents(DocumentFilter.ofBytes(first.source().sha256())))
                    .containsExactly(first);
            assertThat(catalog.documents(DocumentFilter.ofOwner(Edit.OWNER, Optional.of("GIAY_KHAI_SINH"))))
                    .containsExactly(full);
            assertThat(catalog.documents(DocumentFilter.ofOwner(Edit.OWNER, Optional.of("TO_KHAI"))))
                    .isEmpty();
            assertThat(catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED)))
                    .isEmpty();
            assertThat(catalog.dossiers(DocumentFilter.ofStatus(DigitisationStatus.RECEIVED)))
                    .containsExactly(other, dossier);
        }
    }

    @Nested
    class Claiming {
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

            assertThat(done).hasSize(50).allSatisfy((id, times) -> assertThat(times)
                    .isEqualTo(1));
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

            Document captured =
                    Edit.of(first).status(DigitisationStatus.CAPTURED).done();
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

        private void endLease(DocumentId id) {
            JdbcClient.create(db.dataSource())
                    .sql("update document set lease_until = current_timestamp - interval '1' second where id = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    @Nested
    class Changing {
        @Test
        void isOptimisticByVersion() {
            Document read = read(first.id());
            Document rescan =
                    Edit.of(read).status(DigitisationStatus.NEEDS_RESCAN).done();

            assertThat(db.catalog().change(rescan, event("KIEM_TRA", "NEEDS_RESCAN")))
                    .isTrue();
            assertThat(db.catalog().change(rescan, event("KIEM_TRA", "NEEDS_RESCAN")))
                    .isFalse();

            assertThat(read(first.id()).version()).isEqualTo(2);
            assertThat(db.auditTrail().history(first.id()))
                    .extracting(ProvenanceEvent::event)
                    .containsExactly("RECEIVED", "NEEDS_RESCAN");
        }

        @Test
        void takesThePaperFromTheMachine() {
            Claim claim = claim(first);
            Document rescan =
                    Edit.of(first).status(DigitisationStatus.NEEDS_RESCAN).done();
            assertThat(db.catalog().change(rescan, event("KIEM_TRA", "NEEDS_RESCAN")))
                    .isTrue();

            Document captured =
                    Edit.of(first).status(DigitisationStatus.CAPTURED).done();
            assertThat(db.workList().record(claim, captured, event("SAO_CHUP", "CAPTURED"), run()))
                    .isFalse();
            assertThat(read(first.id()).status()).isEqualTo(DigitisationStatus.NEEDS_RESCAN);
        }

        @Test
        void refusesForbiddenMoveAndAnotherSource() {
            Document stored = Edit.of(first).status(DigitisationStatus.STORED).done();
            Document forged = Edit.of(first).source(second.source()).done();

            assertThatThrownBy(() -> db.catalog().change(stored, event("KIEM_TRA", "STORED")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> db.catalog().change(forged, event("KIEM_TRA", "RECEIVED")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(read(first.id())).isEqualTo(first);
        }

        @Test
        void givesOneCodeOnce() {
            store(first, run());
            Document sameCode = Edit.of(second).code("H15.12-261102-0042-KQ1").done();

            assertThatThrownBy(() -> db.catalog().change(sameCode, event("CAP_MA", "CODED")))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> {
                        assertThat(e.problem()).isEqualTo(Problem.INTERNAL);
                        assertThat(e).hasNoCause();
                    });
            assertThat(read(second.id())).isEqualTo(second);
        }
    }

    @Nested
    class Announcing {
        @Test
        void tellsIndexAndPortalWhenStoredAndIndexOfEachLaterChange() {
            store(first, run());
            assertThat(db.outbox().unsent(Outbox.Topic.PORTAL, 9))
                    .extracting(Outbox.Event::document)
                    .containsExactly(first.id());
            List<Outbox.Event> index = db.outbox().unsent(Outbox.Topic.INDEX, 9);
            assertThat(index).extracting(Outbox.Event::version).containsExactly(5L);

            db.outbox()
                    .sent(
                            Outbox.Topic.INDEX,
                            index.stream().map(Outbox.Event::id).toList());
            db.outbox().sent(Outbox.Topic.INDEX, List.of());
            assertThat(db.outbox().unsent(Outbox.Topic.INDEX, 9)).isEmpty();

            db.catalog().change(read(first.id()), event("DUYET", "VERIFIED"));
            assertThat(db.outbox().unsent(Outbox.Topic.INDEX, 9))
                    .extracting(Outbox.Event::version)
                    .containsExactly(6L);
            assertThat(db.outbox().unsent(Outbox.Topic.PORTAL, 9)).hasSize(1);
        }

        @Test
        void entersReuseOncePerDayWithItsHistory() {
            ReuseEntry entry = new ReuseEntry(
                    first.id(), Sha256.of(new byte[1]), OTHER, "lan.pham", "Đăng ký kết hôn", "QT-01/2026.1", NOON);
            ReuseEntry tomorrow = new ReuseEntry(
                    first.id(),
                    Sha256.of(new byte[1]),
                    OTHER,
                    "lan.pham",
                    "Đăng ký kết hôn",
                    "QT-01/2026.1",
                    NOON.plus(Duration.ofHours(12)));
            for (ReuseEntry each : List.of(entry, entry, tomorrow, tomorrow)) {
                db.reuseBook().enter(each);
            }

            assertThat(db.reuseBook().of(first.id())).containsExactly(entry, tomorrow);
            assertThat(db.auditTrail().history(first.id()))
                    .extracting(ProvenanceEvent::step)
                    .containsExactly("TIEP_NHAN", "REUSE", "REUSE");
        }

        @Test
        void appendsLooksWithoutChangingThePaper() {
            ProvenanceEvent look = new ProvenanceEvent(NOON, "lan.pham", "XEM", "trang 1", "hồ sơ H15.12");
            db.auditTrail().append(first.id(), look);

            assertThat(db.auditTrail().history(first.id())).last().isEqualTo(look);
            assertThat(read(first.id())).isEqualTo(first);
        }
    }

    @Nested
    class Running {
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

    private <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : executor.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(each.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
