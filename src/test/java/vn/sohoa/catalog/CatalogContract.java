package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ExtractedValue.Method;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.Box;

/** What every catalogue keeps to, on whatever database: taking in, changing, telling others, reuse. */
abstract class CatalogContract extends DatabaseContract {
    @Test
    void takesTheSameDeliveryOnce() {
        List<DocumentId> again = db.catalog().receive(dossier, List.of(first, second), event("TIEP_NHAN", "RECEIVED"));

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
        assertThat(db.catalog().dossier(new DossierCode("H15.12-261101-9999"))).isEmpty();
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

    @Test
    void isOptimisticByVersion() {
        Document read = read(first.id());
        Document rescan = Edit.of(read).status(DigitisationStatus.NEEDS_RESCAN).done();

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
        Document rescan = Edit.of(first).status(DigitisationStatus.NEEDS_RESCAN).done();
        assertThat(db.catalog().change(rescan, event("KIEM_TRA", "NEEDS_RESCAN")))
                .isTrue();

        Document captured = Edit.of(first).status(DigitisationStatus.CAPTURED).done();
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

    @Test
    void tellsIndexAndPortalWhenStoredAndIndexOfEachLaterChange() {
        store(first, run());
        assertThat(db.outbox().unsent(Outbox.Topic.PORTAL, 9))
                .extracting(Outbox.Event::document)
                .containsExactly(first.id());
        List<Outbox.Event> index = db.outbox().unsent(Outbox.Topic.INDEX, 9);
        assertThat(index).extracting(Outbox.Event::version).containsExactly(5L);

        db.outbox()
                .sent(Outbox.Topic.INDEX, index.stream().map(Outbox.Event::id).toList());
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

    private ReuseEntry use(Document paper, String officer) {
        return new ReuseEntry(
                paper.id(), Sha256.of(new byte[1]), OTHER, officer, "Đăng ký kết hôn", "QT-01/2026.1", NOON);
    }

    private boolean withdraw(Document paper, ReuseStanding as) {
        return db.catalog().change(read(paper.id()).withdrawn(as), event("RUT_LAI", as));
    }

    @Test
    void recallsEveryUseOfAWithdrawnPaperOnceForEachWithdrawal() {
        long lan = db.reuseBook().enter(use(first, "lan.pham"));
        long hoa = db.reuseBook().enter(use(first, "hoa.le"));
        assertThat(db.reuseBook().enter(use(first, "hoa.le"))).isEqualTo(hoa);
        db.reuseBook().enter(use(second, "hoa.le"));
        assertThat(db.reuseBook().recalls(true)).isEmpty();

        assertThat(withdraw(first, ReuseStanding.SUSPECT)).isTrue();
        assertThat(db.catalog().change(Edit.of(read(first.id())).code("X").done(), event("GHI_CHU", "x")))
                .as("a change that withdraws nothing")
                .isTrue();
        assertThat(db.reuseBook().recalls(true))
                .extracting(recall -> recall.entry().id(), Recall::standing)
                .containsExactly(tuple(lan, ReuseStanding.SUSPECT), tuple(hoa, ReuseStanding.SUSPECT));

        assertThat(withdraw(first, ReuseStanding.REVOKED)).isTrue();
        List<Recall> open = db.reuseBook().recalls(true);
        assertThat(open).hasSize(4);
        assertThat(open.get(0).entry().entry()).isEqualTo(use(first, "lan.pham"));
        assertThat(db.reuseBook().settle(open.get(0).id(), "hoa.le", "đã báo", NOON))
                .isTrue();
        assertThat(db.reuseBook().settle(open.get(0).id(), "lan.pham", "lần nữa", NOON))
                .as("settled once")
                .isFalse();
        assertThat(db.reuseBook().settle(999, "hoa.le", "đã báo", NOON)).isFalse();
        assertThat(db.reuseBook().recalls(true)).hasSize(3);
        assertThat(db.reuseBook().recalls(false))
                .extracting(Recall::officer, Recall::note, Recall::done)
                .containsExactly(tuple("hoa.le", "đã báo", NOON));
    }

    @Test
    void neitherRecallsNorWithdrawsWhenSomebodyWasFaster() {
        db.reuseBook().enter(use(first, "lan.pham"));
        Document earlier = read(first.id());
        withdraw(first, ReuseStanding.SUSPECT);

        assertThat(db.catalog().change(earlier.withdrawn(ReuseStanding.REVOKED), event("RUT_LAI", "REVOKED")))
                .isFalse();

        assertThat(db.reuseBook().recalls(true)).hasSize(1);
    }

    @Test
    void whatIsWithdrawnIsNotEnteredAsReused() {
        withdraw(first, ReuseStanding.REVOKED);

        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> db.reuseBook().enter(use(first, "lan.pham")))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_REUSABLE));
        assertThat(db.reuseBook().of(first.id())).isEmpty();
    }

    @Test
    void noUseEscapesAWithdrawalThatHappensAtTheSameTime() throws Exception {
        AtomicInteger who = new AtomicInteger();
        List<String> all = together(8, () -> {
            int n = who.getAndIncrement();
            try {
                return n == 0
                        ? "withdrawn " + withdraw(first, ReuseStanding.REVOKED)
                        : "entered " + db.reuseBook().enter(use(first, "officer." + n));
            } catch (DigitisationException refused) {
                return refused.problem().name();
            }
        });

        long entered = all.stream().filter(what -> what.startsWith("entered")).count();
        assertThat(db.reuseBook().recalls(true)).hasSize((int) entered);
    }

    @Test
    void findsUsesByPaperAndByDossierTheNewestFirst() {
        long one = db.reuseBook().enter(use(first, "lan.pham"));
        long two = db.reuseBook().enter(use(second, "lan.pham"));

        assertThat(db.reuseBook().entries(Optional.empty(), Optional.of(OTHER)))
                .extracting(ReuseBook.Entered::id)
                .containsExactly(two, one);
        assertThat(db.reuseBook().entries(Optional.of(first.id()), Optional.of(OTHER)))
                .containsExactly(new ReuseBook.Entered(one, use(first, "lan.pham")));
        assertThat(db.reuseBook().entries(Optional.empty(), Optional.of(dossier.code())))
                .isEmpty();
        assertThat(db.reuseBook().entries(Optional.empty(), Optional.empty())).hasSize(2);
    }

    @Test
    void keepsWhyAHeldPaperWasAskedForAgain() {
        OwnerId owner = new OwnerId(OwnerId.Kind.CITIZEN, "001085000123");
        ProcedureCode procedure = new ProcedureCode("1.000894");
        AskedAgain held =
                new AskedAgain(owner, procedure, "KHAI_SINH", first.id(), "bản trong kho mờ", "lan.pham", NOON);
        AskedAgain database = new AskedAgain(owner, procedure, "CAN_CUOC", null, "mất kết nối", "lan.pham", NOON);
        db.reuseBook().askedAgain(held);
        db.reuseBook().askedAgain(database);

        assertThat(db.reuseBook().askedAgain()).containsExactly(database, held);
        assertThat(db.auditTrail().history(first.id()))
                .last()
                .isEqualTo(new ProvenanceEvent(NOON, "lan.pham", "REUSE", "ASKED_AGAIN", "1.000894 KHAI_SINH"));
    }

    @Test
    void findsDossiersOfAnOwnerAndThoseWithAPaperOfHis() {
        OwnerId other = new OwnerId(OwnerId.Kind.CITIZEN, "001190000017");
        db.catalog().change(Edit.of(first).owner(other).done(), event("KIEM_TRA", "x"));

        assertThat(db.catalog().dossiersOf(other)).containsExactly(dossier);
        assertThat(db.catalog().dossiersOf(new OwnerId(OwnerId.Kind.CITIZEN, "001085000123")))
                .containsExactly(dossier);
        assertThat(db.catalog().dossiersOf(new OwnerId(OwnerId.Kind.TAX, "001190000017")))
                .isEmpty();
    }

    @Test
    void keepsDecisionsBesideTheFirstReadingAndForgetsThemWhenThePaperIsReadAnew() {
        ExtractedValue number =
                new ExtractedValue("codeNumber", "Số: 1/QĐ", "01/QĐ", 1, new Box(1, 2, 3, 4), 61.5, Method.OCR);
        db.catalog().change(Edit.of(first).status(DigitisationStatus.CAPTURED).done(), event("SAO_CHUP", "CAPTURED"));
        Document doubtful = Edit.of(read(first.id()))
                .status(DigitisationStatus.IN_REVIEW)
                .values(List.of(number))
                .done();
        db.catalog().change(doubtful, event("BOC_TACH", "IN_REVIEW"));
        Document waiting = read(first.id());
        ReviewDecision keyed = decision(waiting, "codeNumber", Verdict.CORRECTED, number);
        Document corrected = Edit.of(waiting).values(List.of()).done();
        ReviewBook book = db.reviewBook();

        assertThat(book.decide(corrected, List.of(keyed), event("KIEM_TRA", "IN_REVIEW")))
                .isTrue();
        assertThat(book.decide(corrected, List.of(keyed), event("KIEM_TRA", "IN_REVIEW")))
                .as("somebody else was faster")
                .isFalse();
        ReviewDecision type = decision(read(first.id()), ReviewDecision.TYPE, Verdict.ACCEPTED, null);
        assertThat(book.decide(read(first.id()), List.of(type), event("KIEM_TRA", "IN_REVIEW")))
                .isTrue();

        assertThat(book.of(first.id())).containsExactly(keyed, type);
        assertThat(book.of(DigitisationStatus.IN_REVIEW)).containsOnlyKeys(first.id());
        assertThat(book.reading(first.id()).orElseThrow().values()).containsExactly(number);
        assertThat(book.of(second.id())).isEmpty();

        db.catalog().change(read(first.id()), event("BOC_TACH", "IN_REVIEW"));
        assertThat(book.of(first.id())).isEmpty();
        assertThat(book.all()).containsExactly(keyed, type);
    }

    @Test
    void findsPapersThatLookAlikeInPartOrShareAKeyAndDecidesOnce() {
        DuplicateBook book = db.duplicateBook();
        String print = "ABCDEFGH".repeat(48) + "PONMLKJI".repeat(48);
        for (Document paper : List.of(first, second)) {
            book.keepPrint(paper.id(), "A".repeat(768));
            book.keepPrint(paper.id(), print);
            assertThat(book.print(paper.id())).isEqualTo(print);
        }
        assertThat(book.akin(first.id(), Optional.of("k")))
                .as("the other has not been read yet")
                .isEmpty();
        db.catalog().change(Edit.of(second).status(DigitisationStatus.CAPTURED).done(), event("SAO_CHUP", "CAPTURED"));
        db.catalog()
                .change(
                        Edit.of(read(second.id()))
                                .status(DigitisationStatus.EXTRACTED)
                                .done(),
                        event("BOC_TACH", "X"));
        assertThat(book.akin(first.id(), Optional.empty()))
                .extracting(akin -> akin.paper().id())
                .containsExactly(second.id());
        book.keepPrint(first.id(), "");
        assertThat(book.akin(first.id(), Optional.of("k"))).isEmpty();
        assertThat(book.akin(second.id(), Optional.of("k"))).isEmpty();

        DuplicatePair pair = DuplicatePair.of(second.id(), first.id(), 0.9, true, NOON);
        book.propose(pair);
        book.propose(pair);
        assertThat(book.pairs(Optional.empty())).containsExactly(pair);
        DuplicatePair decided = pair.decided(DuplicatePair.Verdict.SAME_AS, first.id(), "lan.pham", NOON);
        assertThat(book.decide(decided, Optional.empty(), event("TRUNG_LAP", "SAME_AS")))
                .isTrue();
        assertThat(book.decide(decided, Optional.empty(), event("TRUNG_LAP", "SAME_AS")))
                .isFalse();
        assertThat(book.pairs(Optional.empty())).isEmpty();
        assertThat(book.pairs(Optional.of(DuplicatePair.Verdict.SAME_AS))).containsExactly(decided);
        assertThat(book.of(first.id())).containsExactly(decided);
    }

    private static ReviewDecision decision(Document paper, String subject, Verdict verdict, ExtractedValue read) {
        return new ReviewDecision(
                paper.id(), paper.version() + 1, subject, verdict, "CHUA_RO", read, "02/QĐ", "lan.pham", NOON);
    }

    @Test
    void knowsWhichStoredPapersLackEvidenceAndWhichRecordsLapse() {
        store(first, run());
        EvidenceBook book = db.evidenceBook();
        assertThat(book.missing(9)).containsExactly(first.id());

        Document stored = read(first.id());
        ProvenanceEvent event = event("LUU_BANG_CHUNG", "STORED");
        assertThat(book.enter(stored, event, NOON, NOON.plus(HOUR))).isTrue();
        assertThat(book.enter(stored, event, NOON, NOON.plus(HOUR)))
                .as("somebody else was faster")
                .isFalse();

        assertThat(book.missing(9)).isEmpty();
        assertThat(book.lapsing(NOON.plus(HOUR), 9)).isEmpty();
        assertThat(book.lapsing(NOON.plus(HOUR).plusNanos(1_000), 9)).containsExactly(first.id());
        assertThat(db.auditTrail().history(first.id())).last().isEqualTo(event);

        assertThat(book.reopen(read(first.id()), event)).isTrue();
        assertThat(book.missing(9)).containsExactly(first.id());
    }

    @Test
    void keepsTheFirstOfManySubmissionsUnderOneKey() throws Exception {
        Sha256 key = Sha256.of(new byte[] {1});
        AtomicInteger contents = new AtomicInteger();

        List<SubmissionBook.Submission> kept = together(8, () -> db.submissionBook()
                .enter(new SubmissionBook.Submission(
                        key, Sha256.of(new byte[] {(byte) contents.incrementAndGet()}), OTHER, "cong", NOON)));

        assertThat(kept).hasSize(8).containsOnly(kept.get(0));
    }

    @Test
    void appendsLooksWithoutChangingThePaper() {
        ProvenanceEvent look = new ProvenanceEvent(NOON, "lan.pham", "XEM", "trang 1", "hồ sơ H15.12");
        db.auditTrail().append(first.id(), look);

        assertThat(db.auditTrail().history(first.id())).last().isEqualTo(look);
        assertThat(read(first.id())).isEqualTo(first);
    }
}
