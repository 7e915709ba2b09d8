package vn.sohoa.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
 * What row-level security of PostgreSQL costs a visitor of one unit: {@code RowSecurityBench JDBC-URL [papers, 100000] [rounds,
 * 2000]}, the user in the address being no superuser who may make databases. Two are made and filled alike, in one the policies
 * are switched off; the same questions of the counter go to both in turn. The house's own condition is in both.
 */
public final class RowSecurityBench {
    private static final int HITS = 20;
    /** So many papers on, the same unit has its turn again. */
    private static final int NEXT = CounterArchive.UNITS * CounterArchive.EACH;

    private final Catalog free;
    private final Catalog bound;
    private final int papers;

    private RowSecurityBench(Catalog free, Catalog bound, int papers) {
        this.free = free;
        this.bound = bound;
        this.papers = papers;
    }

    /** @param arguments address of a PostgreSQL server's database with user and password, number of papers, rounds */
    public static void main(String[] arguments) throws Exception {
        int papers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        try (HikariDataSource server = pool(arguments[0])) {
            JdbcClient sql = JdbcClient.create(server);
            for (String name : List.of("bench_free", "bench_bound")) {
                sql.sql("drop database if exists " + name).update();
                sql.sql("create database " + name).update();
            }
            try (HikariDataSource free = pool(arguments[0].replaceFirst("/[^/?]*[?]", "/bench_free?"));
                    HikariDataSource bound = pool(arguments[0].replaceFirst("/[^/?]*[?]", "/bench_bound?"))) {
                new RowSecurityBench(filled(free, papers, false), filled(bound, papers, true), papers).compare(rounds);
            } finally {
                sql.sql("drop database bench_free with (force)").update();
                sql.sql("drop database bench_bound with (force)").update();
            }
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static Catalog filled(HikariDataSource database, int papers, boolean policies) throws SQLException {
        TestCatalog catalog = TestCatalog.on(database, () -> {});
        new CounterArchive(papers).rows(database, "bench", "");
        JdbcClient sql = JdbcClient.create(database);
        if (!policies) {
            sql.sql("select relname from pg_class where relrowsecurity").query(String.class).list()
                    .forEach(table -> sql.sql("alter table " + table + " disable row level security").update());
        }
        sql.sql("vacuum analyze dossier, document").update();
        return catalog.catalog();
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
                int at = NEXT * Math.floorMod(round * 7919, papers / NEXT); // papers of this unit
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
                IntStream.range(0, HITS).mapToObj(hit -> paper((at + NEXT * hit) % papers)).toList()).size());
        all.put("papers of an owner", (catalog, at) -> catalog.documents(
                DocumentFilter.ofOwner(new OwnerId(OwnerId.Kind.CITIZEN, CounterArchive.owner(at)), Optional.empty())).size());
        all.put("all stored papers of the unit", (catalog, at) -> catalog.versions(DigitisationStatus.STORED).size());
        return all;
    }

    private static DocumentId paper(int number) {
        return new DocumentId(CounterArchive.id(number));
    }
}
