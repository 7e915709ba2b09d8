package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PaperHandling;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.servers.PostgresDatabase;

/** Queries without any condition, by the role of the application, which owns nothing: what PostgreSQL itself hides. */
class PostgresRowSecurityIT {
    private static final List<String> TABLES = List.of(
            "asked_again",
            "document",
            "document_event",
            "dossier",
            "dossier_handling",
            "duplicate_pair",
            "machine_reading",
            "owner_link",
            "paper_handling",
            "portal_state",
            "reuse_entry",
            "reuse_recall",
            "submission",
            "submitted_dossier");
    /** Tables that name papers or dossiers and hide nothing; ADR 0020 says why. */
    private static final List<String> OUTSIDE =
            List.of("access_entry", "evidence", "outbox", "period_case", "receipt", "run_paper");

    private static final String ROLE = "sohoa_app_it";
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");

    private final PostgresDatabase server = new PostgresDatabase();
    private final TestCatalog owner = TestCatalog.on(server.dataSource(), server::close);
    private final HikariDataSource pool = new HikariDataSource();
    private final Database application = new Database(pool);

    @BeforeEach
    void twoAgencies() {
        sql("do $$ begin if not exists (select from pg_roles where rolname = '" + ROLE + "') then create role " + ROLE
                + "; end if; end $$");
        sql("grant " + ROLE + " to current_user");
        sql("grant select, insert, update, delete on all tables in schema public to " + ROLE);
        sql("grant usage on all sequences in schema public to " + ROLE);
        store("H15.12-261102-0042", "H15.12");
        store("H20.07-261102-0001", "000.00.07.H20");
        pool.setJdbcUrl(server.url());
        pool.setConnectionInitSql("set role " + ROLE);
        pool.setMaximumPoolSize(2);
    }

    @AfterEach
    void close() {
        pool.close();
        owner.close();
    }

    private static Dossier dossier(String code, String unit) {
        return new Dossier(
                new DossierCode(code), null, null, null, DAY, null, new AgencyCode(unit), new AgencyCode(unit), null);
    }

    private void store(String code, String unit) {
        Dossier dossier = dossier(code, unit);
        Document paper = TestCatalog.paper(dossier, 1, "don.pdf");
        Document second = TestCatalog.paper(dossier, 2, "don-quet-lai.pdf");
        owner.catalog().receive(dossier, List.of(paper, second), event("TIEP_NHAN", "RECEIVED"));
        owner.reuseBook()
                .enter(new ReuseEntry(
                        paper.id(), paper.source().sha256(), dossier.code(), "lan.nt", "xem", "R-50", NOON));
        sql(
                "insert into machine_reading select id, 1, 'KQ1', 'Giấy phép', 90, '[]' from document where dossier_code = '"
                        + code + "'");
        sql("insert into owner_link (document_id, old_number, owner_number, page, field, method, state, found_at)"
                + " select id, '012345678', '001085000123', 1, 'oldId', 'QR', 'PROVEN', received_at from document"
                + " where dossier_code = '" + code + "'");
        owner.handlingBook()
                .keep(
                        dossier.code(),
                        new Handling(DAY, null, null, null, null, null, null, null, null, List.of()),
                        Map.of(paper.id(), new PaperHandling("TP1", PaperHandling.Reuse.NONE, false, null)),
                        NOON);
        owner.portalBook().failed(new PortalBook.Due(dossier.code(), 0, 0), List.of(), Optional.of(NOON), NOON);
        owner.submissionBook().isFor(dossier);
        owner.submissionBook().enter(submission(dossier.code(), code));
        owner.duplicateBook().propose(DuplicatePair.of(paper.id(), second.id(), 0.9, false, NOON));
        owner.reuseBook()
                .askedAgain(new AskedAgain(
                        OwnerId.find("001085000123").orElseThrow(),
                        new ProcedureCode("1.004873"),
                        "TP1",
                        paper.id(),
                        "bản đã lưu bị mờ",
                        "lan.nt",
                        NOON));
        sql("insert into reuse_recall (entry_id, document_id, document_version, standing, raised_at)"
                + " select id, document_id, 2, 'REVOKED', happened_at from reuse_entry where for_dossier = '" + code
                + "'");
    }

    private static SubmissionBook.Submission submission(DossierCode code, String key) {
        Sha256 hash = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
        return new SubmissionBook.Submission(hash, hash, code, "cong-dvc", NOON);
    }

    private void sql(String statement) {
        JdbcClient.create(server.dataSource()).sql(statement).update();
    }

    private <T> T within(AgencyScope scope, Function<JdbcClient, T> work) {
        CurrentScope.Held held = CurrentScope.narrow(scope);
        try {
            return application.call(work);
        } finally {
            held.close();
        }
    }

    private Map<String, Integer> rows(AgencyScope scope) {
        Map<String, Integer> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(table, within(scope, jdbc -> jdbc.sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single()));
        }
        return rows;
    }

    @Test
    void aQueryThatForgetsTheConditionSeesNoOtherAgencysRows() {
        assertThat(rows(AgencyScope.ALL)).hasSize(TABLES.size()).containsEntry("dossier", 2);
        Map<String, Integer> all = rows(AgencyScope.ALL);
        Map<String, Integer> ours = rows(AgencyScope.of("H15"));
        Map<String, Integer> theirs = rows(AgencyScope.of("H20"));
        assertThat(ours.values()).allMatch(rows -> rows > 0);
        for (String table : TABLES) {
            assertThat(ours.get(table) + theirs.get(table)).as(table).isEqualTo(all.get(table));
        }
        assertThat(rows(AgencyScope.NOTHING).values()).containsOnly(0);
        assertThat(rows(AgencyScope.of("H15.1")).values()).containsOnly(0);
        assertThat(rows(AgencyScope.ALL)).isEqualTo(all); // nothing of a visitor stays in the connection
    }

    @Test
    void aChangeThatForgetsTheConditionChangesNoOtherAgencysRows() {
        int changed = within(AgencyScope.of("H15.12"), jdbc -> jdbc.sql("update document set title = title")
                .update());
        assertThat(changed).isEqualTo(2);
        int taken = within(AgencyScope.of("H15.12"), jdbc -> jdbc.sql("update portal_state set refused = true")
                .update());
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void aDossierThatIsHandedInAndNotYetReceivedIsHiddenFromOthers() {
        Dossier waiting = dossier("H20.07-261103-0002", "H20.07");
        owner.submissionBook().isFor(waiting);
        owner.submissionBook().enter(submission(waiting.code(), "k"));
        assertThat(rows(AgencyScope.of("H20"))).containsEntry("submission", 2).containsEntry("submitted_dossier", 2);
        assertThat(rows(AgencyScope.of("H15"))).containsEntry("submission", 1).containsEntry("submitted_dossier", 1);
    }

    /** Hidden rows must not look like free places. */
    @Test
    void aCodeOrKeyThatAnotherAgencyHasUsedIsTakenForWhoeverAsks() {
        SubmissionBook book = new JdbcSubmissionBook(application);
        Dossier theirs = dossier("H20.07-261102-0001", "H15.12");
        SubmissionBook.Submission first = submission(new DossierCode("H20.07-261102-0001"), "H20.07-261102-0001");
        SubmissionBook.Submission again = new SubmissionBook.Submission(
                first.key(), Sha256.of(new byte[] {1}), new DossierCode("H15.12-261102-0042"), "cong-dvc", NOON);
        CurrentScope.Held held = CurrentScope.narrow(AgencyScope.of("H15.12"));
        try {
            assertThat(book.isFor(theirs)).isFalse();
            assertThat(book.enter(again)).isEqualTo(first);
        } finally {
            held.close();
        }
    }

    @Test
    void everyTableThatNamesAPaperADossierOrAPersonIsUnderTheRuleOrSaidToBeOutside() {
        List<String> naming = JdbcClient.create(server.dataSource())
                .sql(
                        "select distinct c.table_name from information_schema.columns c join pg_class t on t.relname = c.table_name"
                                + " where c.table_schema = 'public' and not t.relrowsecurity and (c.column_name like '%document%'"
                                + " or c.column_name like '%dossier%' or c.column_name like 'owner_%') order by c.table_name")
                .query(String.class)
                .list();
        assertThat(naming).containsExactlyInAnyOrderElementsOf(OUTSIDE);
    }

    @Test
    void theOwnerOfTheTablesIsBoundToo() {
        int tables = within(AgencyScope.ALL, jdbc -> jdbc.sql(
                        "select count(*) from pg_class where relrowsecurity and relforcerowsecurity")
                .query(Integer.class)
                .single());
        int policies = within(AgencyScope.ALL, jdbc -> jdbc.sql("select count(*) from pg_policies")
                .query(Integer.class)
                .single());
        assertThat(tables).isEqualTo(policies).isGreaterThanOrEqualTo(TABLES.size());
    }
}
