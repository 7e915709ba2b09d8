package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.sohoa.servers.PostgresDatabase;

/** Queries without any condition, by the role of the application, which owns nothing: what PostgreSQL itself hides. */
class PostgresRowSecurityIT {
    private static final List<String> TABLES =
            List.of("dossier", "document", "document_event", "reuse_entry", "machine_reading", "owner_link");
    private static final String ROLE = "sohoa_app_it";

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

    private void store(String code, String unit) {
        Dossier dossier = new Dossier(
                new DossierCode(code),
                null,
                null,
                null,
                LocalDate.parse("2026-11-02"),
                null,
                new AgencyCode(unit),
                new AgencyCode(unit),
                null);
        Document paper = TestCatalog.paper(dossier, 1, "don.pdf");
        owner.catalog().receive(dossier, List.of(paper), event("TIEP_NHAN", "RECEIVED"));
        owner.reuseBook()
                .enter(new ReuseEntry(
                        paper.id(), paper.source().sha256(), dossier.code(), "lan.nt", "xem", "R-50", NOON));
        sql(
                "insert into machine_reading select id, 1, 'KQ1', 'Giấy phép', 90, '[]' from document where dossier_code = '"
                        + code + "'");
        sql("insert into owner_link (document_id, old_number, owner_number, page, field, method, state, found_at)"
                + " select id, '012345678', '001085000123', 1, 'oldId', 'QR', 'PROVEN', received_at from document"
                + " where dossier_code = '" + code + "'");
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
        assertThat(changed).isEqualTo(1);
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
