package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
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
    void appendsLooksWithoutChangingThePaper() {
        ProvenanceEvent look = new ProvenanceEvent(NOON, "lan.pham", "XEM", "trang 1", "hồ sơ H15.12");
        db.auditTrail().append(first.id(), look);

        assertThat(db.auditTrail().history(first.id())).last().isEqualTo(look);
        assertThat(read(first.id())).isEqualTo(first);
    }
}
