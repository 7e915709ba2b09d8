package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.search.Papers.paper;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.servers.RealServers;

class ElasticsearchDocumentIndexIT extends DocumentIndexContract {
    private static final Path MAPPING = Path.of("storage-config/documents-index.json");

    private final String alias = "it-es-" + UUID.randomUUID().toString().substring(0, 8);
    private URI url = URI.create(RealServers.elasticsearch());
    private ElasticsearchServers servers;
    private ElasticsearchGenerations generations;

    @BeforeEach
    void connect() {
        servers = new ElasticsearchServers(settings());
        generations = new ElasticsearchGenerations(servers, settings());
    }

    @AfterEach
    void cleanUp() {
        generations.delete(List.copyOf(generations.all().keySet()));
        servers.close();
    }

    @Override
    DocumentIndex open() {
        return new ElasticsearchDocumentIndex(settings());
    }

    private ElasticsearchSettings settings() {
        return ElasticsearchSettings.of(List.of(url), alias, MAPPING);
    }

    @Test
    void seesWhatAnotherProcessPutsAndRebuilds() {
        try (DocumentIndex other = open()) {
            other.put(List.of(paper("d1", "Giấy khai sinh").paper()));
            assertThat(other.versions()).containsOnlyKeys("d1");
            assertThat(find("khai sinh")).containsExactly("d1");
            other.rebuild(Stream.of(paper("d2", "Giấy khai sinh").paper()));
            assertThat(find("khai sinh")).containsExactly("d2");
        }
        assertThat(generations.all()).hasSize(1);
    }

    @Test
    void takesInPapersThatAnotherProcessPutsDuringARebuild() {
        put(paper("d1", "cũ").version(3), paper("d2", "cũ"));
        try (DocumentIndex other = open()) {
            index.rebuild(Stream.of(paper("d1", "cũ").version(3), paper("d2", "cũ"))
                    .map(Papers::paper)
                    .peek(read -> {
                        if (read.document().equals("d2")) {
                            other.put(List.of(
                                    paper("d1", "mới").version(4).paper(),
                                    paper("d3", "mới").paper()));
                            other.remove("d2", 2);
                        }
                    }));
        }

        assertThat(index.versions()).isEqualTo(Map.of("d1", 4L, "d3", 1L));
        assertThat(find("moi")).containsExactlyInAnyOrder("d1", "d3");
        assertThat(find("cu")).isEmpty();
    }

    @Test
    void removesWhatABrokenOffRebuildHasLeft() {
        put(paper("d1", "cũ"));
        generations.begin();
        assertThat(generations.isRebuilding()).isTrue();
        put(paper("d2", "mới"));

        index.rebuild(Stream.of(paper("d3", "mới").paper()));
        assertThat(generations.all()).hasSize(1);
        assertThat(generations.isRebuilding()).isFalse();
        assertThat(find("moi")).containsExactly("d3");
    }

    @Test
    void oneOfTwoRebuildsAtOnceGivesWay() {
        put(paper("d1", "cũ"));
        assertThatThrownBy(() ->
                        index.rebuild(Stream.of(paper("d2", "một").paper()).peek(first -> {
                            try (DocumentIndex other = open()) {
                                other.rebuild(Stream.of(paper("d3", "hai").paper()));
                            }
                        })))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.INDEX_UNAVAILABLE));
        assertThat(find("")).containsExactly("d3");
        assertThat(generations.all()).hasSize(1);
    }

    @Test
    void isMadeOnceByProcessesThatBeginAtOnce() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> puts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String id = "d" + i;
                puts.add(processes.submit(() -> {
                    try (DocumentIndex other = open()) {
                        other.put(List.of(paper(id, "Giấy khai sinh").paper()));
                    }
                }));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        } finally {
            processes.shutdown();
        }

        assertThat(index.versions()).hasSize(4);
        assertThat(generations.all()).hasSize(1);
    }

    @Test
    void isEmptyWhenDroppedAndRebuiltFromTheCatalogue() {
        put(paper("d1", "Giấy khai sinh"), paper("d2", "Giấy khai sinh"));
        generations.delete(List.copyOf(generations.all().keySet()));
        assertThat(index.versions()).isEmpty();
        assertThat(find("khai sinh")).isEmpty();
        index.remove("d1", 1);
        put(paper("d2", "Giấy khai sinh"));
        assertThat(find("khai sinh")).containsExactly("d2");

        generations.delete(List.copyOf(generations.all().keySet()));
        index.rebuild(Stream.of(paper("d1", "Giấy khai sinh"), paper("d2", "Giấy khai sinh"))
                .map(Papers::paper));
        assertThat(index.versions()).containsOnlyKeys("d1", "d2");
    }

    @Test
    void knowsTheVersionsOfManyPapers() {
        List<IndexedDocument> many = IntStream.range(0, 12_000)
                .mapToObj(i -> paper("d" + i, "Giấy").version(i + 1).paper())
                .toList();
        index.put(many);

        Map<String, Long> versions = index.versions();
        assertThat(versions).hasSize(12_000).containsEntry("d0", 1L).containsEntry("d11999", 12_000L);
        assertThat(index.search(new SearchQuery("giay", null, null, null, null, null, null, 5))
                        .total())
                .isEqualTo(SearchHits.COUNTED);
    }

    @Test
    void refusesOnePaperAndTakesTheOthers() {
        assertThatThrownBy(() -> put(paper("d1", "Giấy"), paper("x".repeat(600), "Giấy"), paper("d2", "Giấy")))
                .isInstanceOfSatisfying(DigitisationException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INDEX_REFUSED);
                    assertThat(e.detail()).startsWith("1: xxx");
                });
        assertThat(index.versions()).containsOnlyKeys("d1", "d2");
    }

    @Test
    void takesPapersWithOverlongAndBrokenTexts() {
        put(paper("d1", "Giấy \uD800 khai sinh")
                .owner("0".repeat(40_000), "tên ".repeat(20_000))
                .agency("UBND ".repeat(20_000))
                .codes("H15.12-261102-0001", "mã" + "1".repeat(40_000)));

        assertThat(find("khai sinh")).containsExactly("d1");
    }

    @Test
    void saysSoonThatTheServersAreAway() {
        url = URI.create("http://127.0.0.1:9"); // nobody listens
        long begin = System.nanoTime();
        try (DocumentIndex away = open()) {
            assertUnavailable(() -> away.search(new SearchQuery("giay", null, null, null, null, null, null, 5)));
            assertUnavailable(() -> away.put(List.of(paper("d1", "Giấy").paper())));
            assertUnavailable(() -> away.rebuild(Stream.of(paper("d1", "Giấy").paper())));
            assertUnavailable(away::versions);
            assertThat(away.check()).hasSize(1).allMatch(check -> !check.ok());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                .isEqualTo(Problem.INDEX_UNAVAILABLE));
    }

    @Test
    void saysInWordsWhetherTheIndexIsWell() {
        assertThat(index.check()).allMatch(IndexCheck::ok);
        put(paper("d1", "Giấy"));
        assertThat(index.versions()).as("counted from now on").hasSize(1);
        assertThat(index.check())
                .allMatch(IndexCheck::ok)
                .extracting(IndexCheck::name)
                .containsExactly("index", "index.cluster", "index.alias", "index.mapping");
        assertThat(index.check().get(2).detail()).endsWith("1 giấy tờ");

        servers.write("test", c -> c.indices()
                .putMapping(m -> m.index(alias).properties("stranger", p -> p.keyword(k -> k))));
        assertThat(index.check().get(3).ok()).isFalse();
        assertThat(index.check().get(3).detail()).contains("/properties/stranger");
    }
}
