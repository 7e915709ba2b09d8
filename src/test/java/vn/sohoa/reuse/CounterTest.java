package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.reuse.PrecheckProcedure.Answer;

/** What officers do at the counter with what is held. */
class CounterTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final ProcedureCode MARRIAGE = new ProcedureCode("1.000894.H15");
    private static final DossierCode NEW_CASE = new DossierCode("H15.12-261120-0007");
    private static final String OFFICER = "Lê Thị Mẫu";

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
    }

    @AfterEach
    void close() {
        assertThat(shelf.rows.check().violations()).noneMatch(line -> line.contains("recall"));
        shelf.close();
    }

    private Document put(Held held, String file) {
        return shelf.put(file, held, SignatureVerdict.HOP_LE);
    }

    private static void refuses(Problem problem, ThrowingCallable act) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Nested
    class Precheck {
        private Map<String, Answer> answers() {
            return shelf.precheck.check(Held.OWNER, MARRIAGE, DAY).lines().stream()
                    .collect(Collectors.toMap(line -> line.component().code(), PrecheckProcedure.Line::answer));
        }

        @Test
        void whereNothingIsHeldAllIsAskedForButWhatADatabaseHas() {
            assertThat(answers())
                    .isEqualTo(Map.of(
                            "TO_KHAI", Answer.ASK,
                            "XNTTHN", Answer.ASK,
                            "KHAI_SINH", Answer.ASK,
                            "CAN_CUOC", Answer.FROM_DATABASE));
        }

        @Test
        void whatIsHeldIsNotAskedForAndWhatIsDoubtfulIsLookedAt() {
            Document extract = put(Held.paper("a.pdf").type("TRICH_LUC_KHAI_SINH"), "a.pdf");
            put(Held.paper("b.pdf").type("GIAY_KHAI_SINH").standing(ReuseStanding.REVOKED), "b.pdf");
            put(Held.paper("c.pdf").type("XAC_NHAN_TINH_TRANG_HON_NHAN").issued("2026-10-01"), "c.pdf");
            assertThat(answers())
                    .containsEntry("KHAI_SINH", Answer.ALREADY_HELD)
                    .containsEntry("XNTTHN", Answer.ASK_OFFICER);
            PrecheckProcedure.Line line = shelf.precheck.check(Held.OWNER, MARRIAGE, DAY).lines().stream()
                    .filter(each -> each.component().code().equals("KHAI_SINH"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.decision().flatMap(ReuseDecision::document)).contains(extract);
        }

        @Test
        void whatHasExpiredIsAskedForWithItsReasons() {
            put(Held.paper("c.pdf").type("XAC_NHAN_TINH_TRANG_HON_NHAN").issued("2026-05-19"), "c.pdf");
            PrecheckProcedure.Line line =
                    shelf.precheck.check(Held.OWNER, MARRIAGE, DAY).lines().get(1);
            assertThat(line.answer()).isEqualTo(Answer.ASK);
            assertThat(line.decision().orElseThrow().reasons())
                    .containsExactly(ReuseReason.SCOPE_LIMITED, ReuseReason.EXPIRED);
        }

        @Test
        void aProcedureThatIsNotInForceIsNotFound() {
            refuses(Problem.NOT_FOUND, () -> shelf.precheck.check(Held.OWNER, MARRIAGE, LocalDate.parse("2015-12-31")));
            refuses(Problem.NOT_FOUND, () -> shelf.precheck.check(Held.OWNER, new ProcedureCode("9.999999"), DAY));
        }
    }

    @Nested
    class Asking {
        private AskAgain.Asked ask(String component, String reason) {
            return shelf.ask.ask(Held.OWNER, MARRIAGE, component, DAY, OFFICER, reason);
        }

        @ParameterizedTest
        @CsvSource({"KHAI_SINH", "CAN_CUOC"})
        void forWhatIsHeldOrInADatabaseNeedsAWrittenReason(String component) {
            put(Held.paper("a.pdf"), "a.pdf");
            refuses(Problem.USAGE, () -> ask(component, "   vì cần    "));
            assertThat(shelf.ask.cases()).isEmpty();
            assertThat(ask(component, "Bản trong kho mờ, không đọc được").kept())
                    .isTrue();
            assertThat(shelf.ask.cases()).singleElement().satisfies(each -> {
                assertThat(each.component()).isEqualTo(component);
                assertThat(each.document().isPresent()).isEqualTo(component.equals("KHAI_SINH"));
                assertThat(each.reason()).isEqualTo("Bản trong kho mờ, không đọc được");
            });
        }

        @Test
        void forWhatIsMissingNeedsNone() {
            assertThat(ask("KHAI_SINH", "").kept()).isFalse();
            assertThat(shelf.ask.cases()).isEmpty();
            refuses(Problem.NOT_FOUND, () -> ask("GIAY_LA", "Bản trong kho mờ, không đọc được"));
        }
    }

    @Nested
    class Recall {
        private void take(Document paper) {
            shelf.deliver.take(paper.id(), NEW_CASE, OFFICER, "kết hôn", folder.resolve("out"));
        }

        @Test
        void whoeverUsedAPaperThatIsWithdrawnLaterIsListedUntilSomebodyHasSeenToIt() {
            Document paper = put(Held.paper("a.pdf"), "a.pdf");
            take(paper);
            assertThat(shelf.ledger.uses(Optional.of(paper.id()), Optional.of(NEW_CASE)))
                    .hasSize(1);
            assertThat(shelf.ledger.recalls(true)).isEmpty();

            shelf.withdraw.withdraw(paper.id(), true, "Phạm Văn Mẫu", "cấp sai cho 001085000123");

            ReuseLedger.Notice notice = shelf.ledger.recalls(true).get(0);
            assertThat(notice.standing()).isEqualTo(ReuseStanding.REVOKED);
            assertThat(notice.use().officer()).isEqualTo(OFFICER);
            assertThat(notice.use().forDossier()).isEqualTo(NEW_CASE);
            assertThat(shelf.rows.auditTrail().history(paper.id()))
                    .last()
                    .isEqualTo(new ProvenanceEvent(
                            Shelf.CLOCK.instant(), "Phạm Văn Mẫu", "RUT_LAI", "REVOKED", "cấp sai cho •••••••••123"));
            refuses(Problem.USAGE, () -> shelf.ledger.settle(notice.id(), OFFICER, " "));
            shelf.ledger.settle(notice.id(), OFFICER, "đã báo");
            refuses(Problem.NOT_FOUND, () -> shelf.ledger.settle(notice.id(), OFFICER, "đã báo"));
            assertThat(shelf.ledger.recalls(true)).isEmpty();
            assertThat(shelf.ledger.recalls(false)).hasSize(1);
        }

        @Test
        void aSignatureThatTurnsOutBadWhileAPaperIsTakenAgainRecallsTheEarlierUse() {
            Document paper = put(Held.paper("a.pdf"), "a.pdf");
            take(paper);
            new VerdictBook(shelf.catalog, Shelf.CLOCK)
                    .enter(
                            shelf.catalog.document(paper.id()).orElseThrow(),
                            vn.sohoa.reading.RecordedReader.signature(SignatureVerdict.KHONG_HOP_LE));
            assertThat(shelf.ledger.recalls(true))
                    .extracting(ReuseLedger.Notice::standing)
                    .containsExactly(ReuseStanding.SUSPECT);
        }

        @Test
        void aDecisionForANewerPaperRecallsUsesOfTheOlderAndTheCheckNamesItsSuccessor() {
            Document older = put(Held.paper("a.pdf"), "a.pdf");
            Document newer = put(Held.paper("b.pdf"), "b.pdf");
            take(older);
            DuplicatePair pair = DuplicatePair.of(older.id(), newer.id(), 0, false, Shelf.CLOCK.instant())
                    .decided(DuplicatePair.Verdict.NEWER, newer.id(), OFFICER, Shelf.CLOCK.instant());
            Document now = shelf.catalog.document(older.id()).orElseThrow();
            ProvenanceEvent event = new ProvenanceEvent(Shelf.CLOCK.instant(), OFFICER, "TRUNG_LAP", "SUPERSEDED", "");
            assertThat(shelf.rows
                            .duplicateBook()
                            .decide(pair, Optional.of(now.withdrawn(ReuseStanding.SUPERSEDED)), event))
                    .isTrue();

            assertThat(shelf.ledger.recalls(true)).hasSize(1);
            Document superseded = shelf.catalog.document(older.id()).orElseThrow();
            ReuseDecision decision =
                    shelf.find.check(new ReuseRequest(Held.OWNER, "GIAY_KHAI_SINH", null, DAY), superseded);
            assertThat(decision.reasons()).containsExactly(ReuseReason.SUPERSEDED);
            assertThat(decision.evidence())
                    .containsEntry("successor", newer.id().toString());
        }

        @Test
        void onlyWhatIsOfferedIsWithdrawn() {
            Document paper = put(Held.paper("a.pdf").standing(ReuseStanding.SUSPECT), "a.pdf");
            refuses(Problem.WRONG_STATUS, () -> shelf.withdraw.withdraw(paper.id(), false, OFFICER, "ngờ"));
            refuses(Problem.USAGE, () -> shelf.withdraw.withdraw(paper.id(), true, OFFICER, ""));
            shelf.withdraw.withdraw(paper.id(), true, OFFICER, "thu hồi");
            refuses(Problem.WRONG_STATUS, () -> shelf.withdraw.withdraw(paper.id(), true, OFFICER, "thu hồi"));
            Document coded = put(Held.paper("b.pdf").status(DigitisationStatus.CODED), "b.pdf");
            refuses(Problem.WRONG_STATUS, () -> shelf.withdraw.withdraw(coded.id(), true, OFFICER, "thu hồi"));
            refuses(
                    Problem.NOT_FOUND,
                    () -> shelf.withdraw.withdraw(
                            DocumentId.parse("00000000-0000-0000-0000-000000000001"), true, OFFICER, "thu hồi"));
        }
    }

    @Nested
    class Store {
        @Test
        void showsEverythingOfAnOwner() {
            Document birth = put(Held.paper("a.pdf").issued("2020-01-01"), "a.pdf");
            put(Held.paper("b.pdf").type("XAC_NHAN_TINH_TRANG_HON_NHAN").issued("2026-01-01"), "b.pdf");
            shelf.deliver.take(birth.id(), NEW_CASE, OFFICER, "kết hôn", folder.resolve("out"));

            OwnerStore.Content store = shelf.owners.open(Held.OWNER);

            assertThat(store.name()).contains("Nguyễn Thị Mẫu");
            assertThat(store.dossiers()).containsExactly(Held.DOSSIER);
            assertThat(store.documents()).hasSize(2).contains(birth.id());
            assertThat(store.papers())
                    .extracting(paper -> paper.today().answer())
                    .containsExactlyInAnyOrder(ReuseDecision.Answer.REUSABLE, ReuseDecision.Answer.NOT_REUSABLE);
            OwnerStore.Paper first = store.papers().stream()
                    .filter(paper -> paper.document().id().equals(birth.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.uses()).hasSize(1);
            assertThat(first.history()).extracting(ProvenanceEvent::step).contains("REUSE");
        }

        @Test
        void showsNothingOfOthersOrFromQuarantine() {
            Document paper = put(Held.paper("a.pdf").status(DigitisationStatus.CODED), "a.pdf");
            Held secret = Held.paper("a.pdf").version(paper.version()).status(DigitisationStatus.QUARANTINED);
            assertThat(shelf.catalog.change(
                            secret.done(), new ProvenanceEvent(Shelf.CLOCK.instant(), "system", "CACH_LY", "x", "")))
                    .isTrue();
            assertThat(shelf.owners.open(Held.OWNER).papers()).isEmpty();
            OwnerStore.Content nothing = shelf.owners.open(new OwnerId(OwnerId.Kind.CITIZEN, "001085000124"));
            assertThat(List.of(nothing.papers(), nothing.dossiers())).allMatch(List::isEmpty);
        }

        @Test
        void anotherAgencySeesNeitherPapersNorUsesYetItsAnswersKnowOfThem() {
            Document older =
                    put(Held.paper("a.pdf").type("GCN_QUYEN_SU_DUNG_DAT").issued("2020-01-01"), "a.pdf");
            Document newer =
                    put(Held.paper("b.pdf").type("GCN_QUYEN_SU_DUNG_DAT").issued("2024-01-01"), "b.pdf");
            shelf.deliver.take(newer.id(), NEW_CASE, OFFICER, "đất", folder.resolve("out"));
            shelf.withdraw.withdraw(newer.id(), true, OFFICER, "thu hồi");
            CurrentScope.Held elsewhere = CurrentScope.narrow(AgencyScope.of("H49"));
            try {
                assertThat(shelf.owners.open(Held.OWNER).papers()).isEmpty();
                assertThat(shelf.owners.open(Held.OWNER).dossiers()).isEmpty();
                assertThat(shelf.ledger.uses(Optional.empty(), Optional.empty()))
                        .isEmpty();
                assertThat(shelf.ledger.recalls(true)).isEmpty();
                refuses(Problem.NOT_FOUND, () -> shelf.ledger.settle(1, OFFICER, "đã báo"));
                ReuseRequest request = new ReuseRequest(Held.OWNER, "GCN_QUYEN_SU_DUNG_DAT", null, DAY);
                assertThat(shelf.find.check(request).reasons()).containsExactly(ReuseReason.NOT_FOUND);
                assertThat(shelf.find.check(request, older).reasons()).containsExactly(ReuseReason.SUPERSEDED);
            } finally {
                elsewhere.close();
            }
            assertThat(shelf.ledger.recalls(true)).hasSize(1);
        }
    }
}
