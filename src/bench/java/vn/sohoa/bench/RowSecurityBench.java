package vn.sohoa.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;

/**
 * What row-level security of PostgreSQL costs a visitor of one unit: {@code RowSecurityBench JDBC-URL [papers,
 * 100000] [rounds, 2000]}; the database has to be empty and the user in its address a superuser. The same questions of the counter go, turn by turn, through
 * a role that the policies bind and a superuser, whom they do not; the house's own condition is in both.
 */
public final class RowSecurityBench {
    private static final String ROLE = "sohoa_app_bench";
    private static final int HITS = 20;

    private final Catalog bound;
    private final Catalog free;
    private final int papers;

    private RowSecurityBench(Catalog bound, Catalog free, int papers) {
        this.bound = bound;
        this.free = free;
        this.papers = papers;
    }

    /** @param arguments address of an empty PostgreSQL database with user and password, number of papers, rounds */
    public static void main(String[] arguments) throws Exception {
        int papers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        try (HikariDataSource server = new HikariDataSource();
                HikariDataSource pool = new HikariDataSource()) {
            server.setJdbcUrl(arguments[0]);
            TestCatalog owner = TestCatalog.on(server, () -> {});
            new CounterArchive(papers).rows(server, "bench", "");
            JdbcClient sql = JdbcClient.create(server);
            sql.sql("do $$ begin if not exists (select from pg_roles where rolname = '" + ROLE + "') then create role " + ROLE
                    + "; end if; end $$").update();
            sql.sql("grant all on all tables in schema public to " + ROLE).update();
            sql.sql("vacuum analyze").update();
            pool.setJdbcUrl(arguments[0]);
            pool.setConnectionInitSql("set role " + ROLE);
            new RowSecurityBench(TestCatalog.on(pool, () -> {}).catalog(), owner.catalog(), papers).compare(rounds);
        }
    }

    private void compare(int rounds) {
        System.out.println("| question | rows | ms without, p50, p95 | ms with, p50, p95 | times |\n|---|---|---|---|---|");
        AgencyScope unit = AgencyScope.of(CounterArchive.unit(0));
        for (Map.Entry<String, Question> each : questions().entrySet()) {
            int turns = each.getKey().startsWith("all") ? Math.max(5, rounds / 100) : rounds;
            compare(each.getKey(), each.getValue(), unit, turns);
        }
    }

    private void compare(String name, Question question, AgencyScope unit, int rounds) {
        long[][] nanos = new long[2][rounds];
        CurrentScope.Held held = CurrentScope.narrow(unit);
        try {
            int rows = 0;
            for (int round = -rounds / 4; round < rounds; round++) {
                int at = Math.floorMod(round * 7919, papers);
                for (int which : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
                    long began = System.nanoTime();
                    int found = question.ask(which == 0 ? free : bound, at);
                    if (round >= 0) {
                        nanos[which][round] = System.nanoTime() - began;
                        rows += found;
                    }
                }
            }
            for (long[] some : nanos) {
                Arrays.sort(some);
            }
            System.out.printf("| %s | %.1f | %.2f, %.2f | %.2f, %.2f | %.2f |%n", name, rows / 2.0 / rounds, at(nanos[0], 50), at(nanos[0], 95),
                    at(nanos[1], 50), at(nanos[1], 95), at(nanos[1], 50) / at(nanos[0], 50));
        } finally {
            held.close();
        }
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    @FunctionalInterface
    private interface Question {
        int ask(Catalog catalog, int paper);
    }

    private Map<String, Question> questions() {
        Map<String, Question> all = new LinkedHashMap<>();
        all.put("a paper", (catalog, at) -> catalog.document(paper(at)).isPresent() ? 1 : 0);
        all.put("a dossier", (catalog, at) -> catalog.dossier(new DossierCode(CounterArchive.dossier(at))).isPresent() ? 1 : 0);
        all.put(HITS + " hits of a search confirmed", (catalog, at) -> catalog.stored(
                IntStream.range(0, HITS).mapToObj(hit -> paper((at + 97 * hit) % papers)).toList()).size());
        all.put("papers of an owner", (catalog, at) -> catalog.documents(
                DocumentFilter.ofOwner(new OwnerId(OwnerId.Kind.CITIZEN, CounterArchive.owner(at)), Optional.empty())).size());
        all.put("all stored papers of the unit", (catalog, at) -> catalog.versions(DigitisationStatus.STORED).size());
        return all;
    }

    private static DocumentId paper(int number) {
        return new DocumentId(CounterArchive.id(number));
    }
}
