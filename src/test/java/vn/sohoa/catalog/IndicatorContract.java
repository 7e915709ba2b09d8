package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sohoa.catalog.CaseFacts.Mark;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.PaperHandling;
import vn.sohoa.dossier.Sha256;

/** What every catalogue keeps to about declared handling, the facts that indicators count, and closed periods. */
abstract class IndicatorContract extends DatabaseContract {
    private static final LocalDate FROM = LocalDate.parse("2026-11-01");
    private static final LocalDate TO = LocalDate.parse("2026-11-30");

    private static Handling finished(String day) {
        return new Handling(LocalDate.parse(day), null, null, null, null, null, null, null, null, List.of());
    }

    private CaseFacts facts() {
        return db.indicatorBook().facts(FROM, TO, false).stream()
                .filter(each -> each.dossier().equals(dossier.code().value()))
                .findFirst()
                .orElseThrow();
    }

    private void declare(Document paper, PaperHandling handling) {
        db.handlingBook().keep(dossier.code(), Handling.NONE, Map.of(paper.id(), handling), NOON);
    }

    @Test
    void aDossierWithoutAnythingStoredHasNoMarks() {
        assertThat(facts())
                .isEqualTo(
                        new CaseFacts(dossier.code().value(), "1.004873", DAY, "H15.12", "H15.12", "", null, Set.of()));
    }

    private void asResult(Document paper) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement set =
                        connection.prepareStatement("update document set is_result = true where id = ?")) {
            set.setObject(1, paper.id().value());
            set.executeUpdate();
        }
    }

    @Test
    void whatWasStoredIsDigitisedAndWhatThePortalTookIsPushed() throws SQLException {
        Document result = TestCatalog.paper(dossier, 3, "ket-qua.pdf");
        db.catalog().receive(dossier, List.of(result), event("TIEP_NHAN", "RECEIVED"));
        asResult(result);
        long run = run();
        store(first, run);
        assertThat(facts().marks()).containsExactly(Mark.COMPONENT_DIGITISED);
        store(result, run);
        assertThat(facts().marks())
                .containsExactlyInAnyOrder(Mark.COMPONENT_DIGITISED, Mark.RESULT_DIGITISED, Mark.SOLVED);
        PortalBook.Due due = db.portalBook().due(NOON.plus(HOUR), 10).get(0);
        assertThat(due.dossier()).isEqualTo(dossier.code());
        db.portalBook().accepted(due, Sha256.of(new byte[0]), NOON);
        assertThat(facts().marks()).contains(Mark.RESULT_PUSHED);
        assertThat(db.portalBook().due(NOON.plus(HOUR), 10)).isEmpty();
    }

    @Test
    void reuseCountsFromTheBookAndFromTheDeclaration() {
        declare(second, new PaperHandling("TP1", PaperHandling.Reuse.COMPONENT, true, null));
        assertThat(facts().marks()).containsExactlyInAnyOrder(Mark.REUSED, Mark.NATIONAL_STORE);
        assertThat(db.handlingBook().papers(dossier.code()).get(second.id()).component())
                .isEqualTo("TP1");

        declare(second, new PaperHandling("TP1", PaperHandling.Reuse.NONE, false, null));
        assertThat(facts().marks()).isEmpty();
        db.reuseBook().enter(new ReuseEntry(first.id(), first.source().sha256(), dossier.code(), "a", "b", "c", NOON));
        db.reuseBook()
                .enter(new ReuseEntry(second.id(), second.source().sha256(), dossier.code(), "a", "b", "c", NOON));
        assertThat(facts().marks()).containsExactly(Mark.REUSED);
        assertThat(db.portalBook().takenFor(dossier.code())).containsExactly(first.id(), second.id());
    }

    @Test
    void aLaterDeclarationAddsToTheEarlierOne() {
        Handling early = new Handling(
                null,
                null,
                Handling.Channel.POST,
                4,
                "G15-HT",
                "Hộ tịch",
                Handling.OwnerType.OTHER,
                true,
                false,
                List.of("A", "B"));
        db.handlingBook().keep(dossier.code(), early, Map.of(), NOON);
        assertThat(db.handlingBook().of(dossier.code())).contains(early);
        db.handlingBook().keep(dossier.code(), finished("2026-11-20"), Map.of(), NOON.plus(HOUR));
        assertThat(db.handlingBook().of(dossier.code()))
                .contains(finished("2026-11-20").over(early));
        assertThat(facts().marks()).containsExactly(Mark.SOLVED);
        assertThat(facts().finished()).isEqualTo(LocalDate.parse("2026-11-20"));
    }

    @Test
    void onlyTheDaysOfTheSpanCountAndUndatedDossiersAreLeftOut() {
        Dossier undated = new Dossier(
                OTHER, null, null, null, null, null, dossier.receivingUnit(), dossier.processingUnit(), null);
        db.catalog().receive(undated, List.of(TestCatalog.paper(undated, 1, "x.pdf")), event("TIEP_NHAN", "RECEIVED"));
        IndicatorBook book = db.indicatorBook();

        assertThat(book.undated()).isEqualTo(1);
        try (CurrentScope.Held narrow = CurrentScope.narrow(AgencyScope.of("H49"))) {
            assertThat(narrow).isNotNull();
            assertThat(book.undated()).isZero();
            assertThat(book.facts(DAY, DAY, true)).isEmpty();
            assertThat(db.portalBook().unsynced()).isEmpty();
        }
        assertThat(book.facts(DAY, DAY, false)).hasSize(1);
        assertThat(book.facts(DAY.plusDays(1), TO, false)).isEmpty();
        assertThat(book.facts(FROM, DAY.minusDays(1), false)).isEmpty();
        db.handlingBook().keep(dossier.code(), finished("2026-12-01"), Map.of(), NOON);
        LocalDate december = LocalDate.parse("2026-12-01");
        assertThat(book.facts(december, december.plusDays(30), false)).isEmpty();
        assertThat(book.facts(december, december.plusDays(30), true)).hasSize(1);
    }

    @Test
    void actsOnPeriodsAreOnlyAddedAndEachTurnOnce() throws Exception {
        IndicatorBook book = db.indicatorBook();
        CaseFacts facts = facts();
        PeriodAct closed = new PeriodAct(
                "2026-11",
                1,
                PeriodAct.Act.CLOSED,
                "Trần Thị Mẫu",
                "",
                NOON,
                "766F-1",
                "rules",
                "[]",
                1,
                Sha256.of(new byte[1]));
        assertThat(together(6, () -> book.enter(closed, List.of(facts)))).containsOnlyOnce(true);
        assertThat(book.acts()).containsExactly(closed);
        assertThat(book.frozen("2026-11", 1)).containsExactly(facts);
        assertThat(book.frozen("2026-11", 2)).isEmpty();
    }

    @Test
    void factsReadBackAsTheyWereWritten() {
        CaseFacts full = new CaseFacts(
                "H15.12-261102-0042",
                "1.004873",
                DAY,
                "H15.12",
                "H15.13",
                "H15",
                DAY.plusDays(1),
                Set.of(Mark.values()));
        assertThat(CaseFacts.parse(full.line())).isEqualTo(full);
        assertThat(full.line())
                .isEqualTo("H15.12-261102-0042;1.004873;2026-11-02;H15.12;H15.13;H15;2026-11-03;CRUNPSKO");
    }
}
