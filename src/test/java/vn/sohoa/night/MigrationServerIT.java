package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.SohoaApplication;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.servers.PostgresDatabase;
import vn.sohoa.servers.RealServers;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.transfer.GeneratedPapers;

/**
 * A desk moves to the servers: {@code sohoa migrate} is killed five times, then goes to its end; row by row and object by object
 * the servers then hold what the desk held. Properties: {@code migrate.papers} (300), {@code migrate.demo} (true: the demo's papers
 * too), {@code migrate.seed}; many papers need more than the 20 minutes that a command is given ({@code night.minutes}).
 */
class MigrationServerIT {
    private static final int PAPERS = Integer.getInteger("migrate.papers", 300);
    private static final int KILLS = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void fiveKillsLeaveAWholeCopyOnTheServers(@TempDir Path folder) throws Exception {
        RealServers.S3 s3 = RealServers.s3();
        String elasticsearch = RealServers.elasticsearch();
        String name = "migrate-" + UUID.randomUUID().toString().substring(0, 8);
        Path data = Files.createDirectories(folder.resolve("data"));
        try (PostgresDatabase database = new PostgresDatabase()) {
            Map<String, String> servers = servers(s3, elasticsearch, database, name);
            try {
                fill(data);
                migrate(new Sohoa(data, servers), database);
                compare(data, servers, database);
                Sohoa.Ended doctor = new Sohoa(data, servers).run("doctor", "--profile", "server");
                assertThat(doctor.exit()).as(doctor.out() + doctor.err()).isZero();
            } finally {
                sweep(data, servers, elasticsearch, name);
            }
        }
    }

    private static Map<String, String> servers(
            RealServers.S3 s3, String elasticsearch, PostgresDatabase database, String name) {
        Map<String, String> servers = new TreeMap<>();
        servers.put("SOHOA_DB_URL", database.url());
        servers.put("SOHOA_DB_USER", parameter(database, "user"));
        servers.put("SOHOA_DB_PASSWORD", parameter(database, "password"));
        servers.put("SOHOA_S3_URL", s3.url());
        servers.put("SOHOA_S3_ACCESS", s3.access());
        servers.put("SOHOA_S3_SECRET", s3.secret());
        servers.put("SOHOA_S3_BUCKET", name);
        servers.put("SOHOA_S3_CREATE_BUCKET", "true");
        servers.put("SOHOA_S3_LOCK", "none");
        servers.put("SOHOA_ES_URL", elasticsearch);
        servers.put("SOHOA_ES_ALIAS", name);
        servers.put("SOHOA_JOB_KIND", "local");
        return servers;
    }

    private static String parameter(PostgresDatabase database, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(database.url());
        assertThat(matcher.find()).as("%s in the address", name).isTrue();
        return matcher.group(1);
    }

    /** How far the rows have come; the tables may not be there yet. */
    private static String counts(PostgresDatabase database) throws SQLException {
        List<String> counts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("document", "document_event", "outbox")) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    counts.add(table + " " + row.getLong(1));
                }
            }
        } catch (SQLException notYet) {
            return "no tables yet";
        }
        return String.join(", ", counts);
    }

    private static void fill(Path data) throws Exception {
        if (Boolean.getBoolean("migrate.demo")) {
            Sohoa.Ended demo = new Sohoa(data).run("demo");
            assertThat(demo.exit()).as(demo.out() + demo.err()).isZero();
        }
        long start = System.nanoTime();
        try (ConfigurableApplicationContext desk = open(data, Map.of())) {
            new GeneratedPapers(
                            desk.getBean(Catalog.class),
                            desk.getBean(WorkList.class),
                            desk.getBean(RunLedger.class),
                            desk.getBean(ReuseBook.class),
                            desk.getBean(ObjectStore.class),
                            11)
                    .write(PAPERS);
        }
        System.out.printf("%d papers generated in %d s%n", PAPERS, (System.nanoTime() - start) / 1_000_000_000L);
    }

    private static ConfigurableApplicationContext open(Path data, Map<String, String> servers) {
        List<String> arguments =
                new ArrayList<>(List.of("--sohoa.home=" + Path.of("").toAbsolutePath(), "--sohoa.data=" + data));
        if (!servers.isEmpty()) {
            arguments.add("--spring.profiles.active=server");
        }
        servers.forEach((variable, value) -> arguments.add("--" + variable + "=" + value));
        return new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    private static void migrate(Sohoa sohoa, PostgresDatabase database) throws Exception {
        long seed = Long.getLong("migrate.seed", System.nanoTime());
        System.out.println("kills: -Dmigrate.seed=" + seed);
        Random random = new Random(seed);
        int longest = 12_000 + PAPERS * 12;
        for (int kills = 0; kills < KILLS; ) {
            long after =
                    6_000 + random.nextInt(longest * (kills + 1) / 2); // later lives last longer: they reach the rows
            OptionalInt ended = sohoa.kill(after, "migrate", "--to-profile", "server");
            System.out.printf(
                    "life of %.1f s: %s, %s%n",
                    after / 1e3, ended.isPresent() ? "ended " + ended.getAsInt() : "killed", counts(database));
            if (ended.isPresent()) {
                assertThat(ended.getAsInt()).as("seed %d", seed).isZero();
            } else {
                kills++;
            }
        }
        long start = System.nanoTime();
        Sohoa.Ended last = sohoa.run("migrate", "--to-profile", "server", "--json");
        assertThat(last.exit())
                .as("seed %d\n%s%s", seed, last.out(), last.err())
                .isZero();
        JsonNode report = JSON.readTree(last.out());
        System.out.printf(
                "last life: %d s; %s%n",
                (System.nanoTime() - start) / 1_000_000_000L,
                report.toString().replaceAll("\"tables\":\\[.*?\\],", ""));
    }

    /** Asks the servers themselves, not the program that copied. */
    private static void compare(Path data, Map<String, String> servers, PostgresDatabase database) throws Exception {
        Map<String, List<String>> here =
                AllRows.of("jdbc:h2:file:" + data + "/db/sohoa;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        Map<String, List<String>> there = AllRows.of(database.url(), null, null);
        assertThat(there.keySet()).isEqualTo(here.keySet()).hasSizeGreaterThan(8);
        here.forEach((table, rows) -> assertThat(there.get(table)).as(table).isEqualTo(rows));
        int objects;
        int indexed = 0;
        try (ConfigurableApplicationContext context = open(data, servers)) {
            List<Document> papers = context.getBean(Catalog.class).documents(DocumentFilter.ALL);
            objects = compareObjects(data, context.getBean(ObjectStore.class), papers);
            Map<String, Long> index = context.getBean(DocumentIndex.class).versions();
            for (Document paper : papers) {
                boolean stored = paper.status() == DigitisationStatus.STORED;
                assertThat(index.get(paper.id().toString())).isEqualTo(stored ? paper.version() : null);
                indexed += stored ? 1 : 0;
            }
            assertThat(index).hasSize(indexed);
        }
        int rows = here.values().stream().mapToInt(List::size).sum();
        System.out.printf(
                "equal: %d rows in %d tables, %d objects, %d index entries%n", rows, here.size(), objects, indexed);
    }

    private static int compareObjects(Path data, ObjectStore store, List<Document> papers) throws Exception {
        List<StoredObject> objects =
                papers.stream().flatMap(paper -> paper.objects().stream()).toList();
        together(objects, object -> assertThat(store.read(new ObjectKey(object.key()), object.sha256()))
                .isEqualTo(bytes(data.resolve("objects").resolve(object.key()))));
        return objects.size();
    }

    /** Most of the time goes by in waiting for the store. */
    private static <T> void together(List<T> all, Consumer<T> work) throws Exception {
        ForkJoinPool threads = new ForkJoinPool(8);
        try {
            threads.submit(() -> all.parallelStream().forEach(work)).get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void sweep(Path data, Map<String, String> servers, String elasticsearch, String alias)
            throws Exception {
        try (ConfigurableApplicationContext context = open(data, servers)) {
            ObjectStore store = context.getBean(ObjectStore.class);
            List<ObjectKey> all = new ArrayList<>();
            store.forEach((Consumer<ObjectKey>) all::add);
            together(all, store::discard);
        }
        HttpClient http = HttpClient.newHttpClient();
        String indexes = http.send(
                        HttpRequest.newBuilder(URI.create(elasticsearch + "/_cat/indices/" + alias + "*?h=index"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        for (String index : indexes.split("\\s+")) {
            if (index.startsWith(alias)) {
                http.send(
                        HttpRequest.newBuilder(URI.create(elasticsearch + "/" + index))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
