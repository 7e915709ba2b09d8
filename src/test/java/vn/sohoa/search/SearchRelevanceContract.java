package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is found, and what comes first, in a small archive of invented people: the same for every adapter. The expectations lie in
 * {@code search/relevance-queries.json}; {@code -Dgolden.update=true} on the Lucene index writes them, and a person reads them.
 */
abstract class SearchRelevanceContract {
    private static final Path QUERIES = Path.of("src/test/resources/search/relevance-queries.json");
    private static final Path PAPERS = Path.of("src/test/resources/search/relevance-papers.json");
    private static final int FIRST = 8;

    @TempDir
    Path folder;

    private Optional<DocumentIndex> opened = Optional.empty();

    abstract DocumentIndex open(Path place);

    @AfterEach
    void close() {
        opened.ifPresent(DocumentIndex::close);
    }

    @Test
    void findsTheSamePapersInTheSameOrder() throws IOException {
        DocumentIndex index = open(folder.resolve("index"));
        opened = Optional.of(index);
        index.put(papers());
        JsonNode queries = JsonMapper.shared().readTree(QUERIES.toFile());
        if (Boolean.getBoolean("golden.update")) {
            update(index, queries);
        }
        SoftAssertions all = new SoftAssertions();
        for (JsonNode query : queries) {
            SearchHits hits = index.search(query(query));
            all.assertThat(hits.total())
                    .as("%s", query)
                    .isEqualTo(query.get("total").asLong());
            all.assertThat(first(hits)).as("%s", query).isEqualTo(texts(query.get("hits")));
        }
        all.assertAll();
        assertThat(queries).hasSizeGreaterThan(25);
    }

    private static void update(DocumentIndex index, JsonNode queries) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode query : queries) {
            SearchHits hits = index.search(query(query));
            ((ObjectNode) query)
                    .put("total", hits.total())
                    .set("hits", JsonMapper.shared().valueToTree(first(hits)));
            lines.add(query.toString());
        }
        Files.writeString(QUERIES, "[\n" + String.join(",\n", lines) + "\n]\n", StandardCharsets.UTF_8);
    }

    private static List<String> first(SearchHits hits) {
        return hits.hits().stream().limit(FIRST).map(SearchHits.Hit::document).toList();
    }

    static List<IndexedDocument> papers() throws IOException {
        List<IndexedDocument> papers = new ArrayList<>();
        for (JsonNode paper : JsonMapper.shared().readTree(PAPERS.toFile())) {
            papers.add(new IndexedDocument(
                    paper.get("id").asString(),
                    1,
                    paper.get("dossier").asString(),
                    paper.get("type").asString(),
                    paper.get("type").asString(),
                    paper.get("title").asString(),
                    text(paper, "ownerId"),
                    text(paper, "ownerName"),
                    "•••",
                    text(paper, "agency"),
                    text(paper, "issued"),
                    text(paper, "valid"),
                    "STORED",
                    texts(paper.get("codes")),
                    List.of(paper.get("text").asString()),
                    List.of()));
        }
        return papers;
    }

    private static SearchQuery query(JsonNode query) {
        return new SearchQuery(
                query.get("words").asString(),
                text(query, "ownerId"),
                text(query, "type"),
                text(query, "agency"),
                day(query, "from"),
                day(query, "to"),
                day(query, "validOn"),
                50);
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
