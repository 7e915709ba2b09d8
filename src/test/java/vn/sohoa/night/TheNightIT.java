package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.SohoaApplication;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.samples.OcrScore;
import vn.sohoa.samples.PageTruth;
import vn.sohoa.samples.SampleTruth;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.IndexedDocument;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.CheckReadiness;
import vn.sohoa.workflow.RebuildIndex;

/** One night over the sample inbox, unbroken; the same killed twenty times; and what an officer can do in the morning. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheNightIT {
    private static final int KILLS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path folder;

    private Path unbroken;
    private Duration took;

    @BeforeAll
    void runsTheDemoOnce(@TempDir Path temporary) throws Exception {
        folder = temporary;
        unbroken = Files.createDirectories(folder.resolve("unbroken"));
        // both nights hash their object names with the same key, so that their stores can be compared
        Files.write(unbroken.resolve("store.key"), new byte[32]);
        Instant start = Instant.now();
        Sohoa.Ended demo = new Sohoa(unbroken).run("demo");
        took = Duration.between(start, Instant.now());
        assertThat(demo.exit()).as(demo.out() + demo.err()).isZero();
        assertThat(demo.out()).contains("Báo cáo số hóa").doesNotContain("✗");
    }

    @AfterAll
    void tellsHowLongItTook() {
        System.out.println("the unbroken night took " + took.toSeconds() + " s");
    }

    @Test
    @Order(1)
    void twentyKillsLeaveTheSameCatalogueStoreAndIndex() throws Exception {
        HouseState expected = HouseState.of(unbroken);
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.write(broken.resolve("store.key"), new byte[32]);
        long seed = Long.getLong("night.seed", System.nanoTime());
        System.out.println("kill test: -Dnight.seed=" + seed);
        Random random = new Random(seed);
        Sohoa sohoa = new Sohoa(broken);
        long longest = Math.max(8_000, took.toMillis() / 6);
        int kills = 0;
        for (int life = 0; life < KILLS; life++) {
            OptionalInt ended = sohoa.kill(500 + random.nextLong(longest), "demo");
            if (ended.isPresent()) {
                assertThat(ended).as("life %d, seed %d", life, seed).hasValue(0);
                break; // nothing is left to be interrupted
            }
            kills++;
        }
        System.out.println("killed " + kills + " times");
        if (!Files.exists(broken.resolve(".sohoa-demo-ended"))) {
            Sohoa.Ended last = sohoa.run("demo");
            assertThat(last.exit())
                    .as("seed %d\n%s%s", seed, last.out(), last.err())
                    .isZero();
        }
        assertThat(kills).as("kills, seed %d", seed).isGreaterThanOrEqualTo(5);
        HouseState found = HouseState.of(broken);
        expected.rows().forEach((table, rows) -> assertThat(found.rows().get(table))
                .as("%s, seed %d", table, seed)
                .isEqualTo(rows));
        assertThat(found.objects()).as("seed %d", seed).isEqualTo(expected.objects());
        assertThat(found.index()).as("seed %d", seed).isEqualTo(expected.index());
        Sohoa.Ended doctor = sohoa.run("doctor");
        assertThat(doctor.exit()).as("seed %d\n%s", seed, doctor.out()).isZero();
    }

    @Test
    @Order(2)
    void officerFindsApprovesAndTakesASignedResult() throws Exception {
        Sohoa sohoa = new Sohoa(unbroken);
        JsonNode hit = JSON.readTree(sohoa.run("search", "giay", "phep", "xay", "dung", "--json")
                        .out())
                .get("hits");
        assertThat(hit.size()).isPositive();
        JsonNode accented = JSON.readTree(
                        sohoa.run("search", "giấy phép xây dựng", "--json").out())
                .get("hits");
        assertThat(accented.size()).isPositive();
        Document permit = signedPermit();
        String owner = permit.owner() == null ? "" : permit.owner().value();
        List<String> question = List.of(
                "reuse",
                "check",
                "--owner",
                owner,
                "--type",
                permit.type().code(),
                "--procedure",
                "1.004873",
                "--json");
        Sohoa.Ended before = sohoa.run(question.toArray(String[]::new));
        assertThat(before.exit()).isEqualTo(4);
        assertThat(JSON.readTree(before.out()).get("decision").asString()).isEqualTo("NEEDS_OFFICER");
        assertThat(sohoa.run("reuse", "approve", permit.id().toString(), "--as", "can-bo-hai")
                        .exit())
                .isZero();
        Sohoa.Ended after = sohoa.run(question.toArray(String[]::new));
        assertThat(JSON.readTree(after.out()).get("decision").asString())
                .as(after.out())
                .isEqualTo("REUSABLE");
        Path out = folder.resolve("taken");
        Sohoa.Ended taken = sohoa.run(
                "reuse",
                "take",
                permit.id().toString(),
                "--for",
                "H15.12-261120-0001",
                "--purpose",
                "thử",
                "--out",
                out.toString());
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(out.resolve(permit.id() + ".pdf")).hasSize(permit.source().bytes());
        assertThat(out.resolve(permit.id() + ".evidence.json")).isNotEmptyFile();
    }

    private Document signedPermit() {
        try (ConfigurableApplicationContext house = house()) {
            return house.getBean(Catalog.class).documents(DocumentFilter.ALL).stream()
                    .filter(paper -> paper.type().code().equals("GIAY_PHEP_XAY_DUNG")
                            && paper.mediaType().equals("application/pdf"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Order(3)
    void readsReadablePagesWithFewWrongLetters() throws Exception {
        List<OcrScore> scores = new ArrayList<>();
        List<String> worst = new ArrayList<>();
        try (ConfigurableApplicationContext house = house()) {
            Catalog catalog = house.getBean(Catalog.class);
            ObjectStore store = house.getBean(ObjectStore.class);
            for (Path truth : truths()) {
                String code = truth.getFileName().toString().replace(".json", "");
                List<Document> papers = catalog.documents(DocumentFilter.ofDossier(new DossierCode(code)));
                for (SampleTruth.Paper expected : SampleTruth.read(code).papers()) {
                    Document paper = papers.stream()
                            .filter(p -> p.source().name().equals(expected.file()))
                            .findFirst()
                            .orElseThrow();
                    if (!expected.poor()) {
                        score(store, paper, expected, scores, worst);
                    }
                }
            }
        }
        OcrScore pooled = OcrScore.pooled(scores);
        System.out.printf(
                "samples: %d pages, CER %.3f %%, WER %.3f %%; over 1 %%: %s%n",
                scores.size(), 100 * pooled.cer(), 100 * pooled.wer(), worst);
        assertThat(scores).hasSizeGreaterThan(50);
        assertThat(pooled.cer()).isLessThanOrEqualTo(0.008);
    }

    private static void score(
            ObjectStore store, Document paper, SampleTruth.Paper expected, List<OcrScore> scores, List<String> worst) {
        StoredObject text = paper.object(ObjectRole.TEXT.name()).orElse(null);
        if (text == null) {
            return;
        }
        JsonNode pages = JSON.readTree(store.read(new ObjectKey(text.key()), text.sha256()))
                .get("pages");
        for (int i = 0; i < expected.pages().size(); i++) {
            PageTruth truth = expected.pages().get(i);
            OcrScore score = OcrScore.best(words(pages.get(i)), truth.orders());
            scores.add(score);
            if (score.cer() > 0.01) {
                worst.add("%s p%d %.1f".formatted(expected.file(), i + 1, 100 * score.cer()));
            }
        }
    }

    private static String words(JsonNode page) {
        StringBuilder text = new StringBuilder();
        page.get("words")
                .forEach(word -> text.append(word.get("text").asString()).append(' '));
        return text.toString();
    }

    private static List<Path> truths() throws IOException {
        try (var files = Files.list(SampleTruth.FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    @Order(4)
    void rebuiltIndexGivesTheSameAnswers() throws Exception {
        Sohoa sohoa = new Sohoa(unbroken);
        String before =
                withoutScores(sohoa.run("search", "quyết định", "--json").out());
        try (ConfigurableApplicationContext house = house()) {
            assertThat(house.getBean(RebuildIndex.class).rebuild()).isGreaterThan(30);
        }
        assertThat(withoutScores(sohoa.run("search", "quyết định", "--json").out()))
                .isEqualTo(before);
    }

    private static String withoutScores(String json) {
        return json.replaceAll("\"score\" : [0-9.E-]+", "");
    }

    @Test
    @Order(5)
    void doctorFindsNothingThenEachPlantedViolation() throws Exception {
        try (ConfigurableApplicationContext house = house()) {
            CheckReadiness doctor = house.getBean(CheckReadiness.class);
            CheckReadiness.Readiness well = doctor.check();
            assertThat(well.ready()).as("%s", well.checks()).isTrue();
            assertThat(well.violations()).isEmpty();

            List<Document> stored = house.getBean(Catalog.class).documents(DocumentFilter.ALL).stream()
                    .filter(paper -> paper.object("ACCESS_COPY").isPresent())
                    .limit(2)
                    .toList();
            Path missing = object(stored.get(0));
            Files.delete(missing);
            assertThat(doctor.violations()).anyMatch(v -> v.contains("missing") && v.contains("ACCESS_COPY"));

            Path flipped = object(stored.get(1));
            byte[] bytes = Files.readAllBytes(flipped);
            bytes[bytes.length / 2] ^= 1;
            assertThat(flipped.toFile().setWritable(true)).isTrue();
            Files.write(flipped, bytes);
            assertThat(doctor.violations())
                    .anyMatch(v -> v.contains("changed")
                            && v.contains(stored.get(1).id().toString()));

            DocumentIndex index = house.getBean(DocumentIndex.class);
            String ghost = "00000000-0000-3000-8000-000000000000";
            index.put(List.of(new IndexedDocument(
                    ghost,
                    1,
                    "x",
                    "KHAC",
                    "Khác",
                    "ma",
                    null,
                    null,
                    "",
                    null,
                    null,
                    null,
                    "STORED",
                    List.of(),
                    List.of("ma"),
                    List.of())));
            assertThat(doctor.violations()).contains("I4 index ghost " + ghost);
        }
    }

    @Test
    @Order(6)
    void doctorFindsAnOrphanRow() throws Exception {
        String url = "jdbc:h2:file:" + unbroken + "/db/sohoa;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try (var connection = java.sql.DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            statement.execute("delete from dossier where code = 'H15.12-261102-0042'");
        }
        Sohoa.Ended doctor = new Sohoa(unbroken).run("doctor", "--json");
        assertThat(doctor.exit()).isEqualTo(4);
        assertThat(doctor.out()).contains("paper without its dossier");
    }

    private Path object(Document paper) {
        return unbroken.resolve("objects")
                .resolve(paper.object("ACCESS_COPY").orElseThrow().key());
    }

    private ConfigurableApplicationContext house() {
        return new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--sohoa.home=" + Path.of("").toAbsolutePath(), "--sohoa.data=" + unbroken);
    }
}
