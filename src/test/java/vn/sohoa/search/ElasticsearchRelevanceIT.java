package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sohoa.servers.RealServers;

class ElasticsearchRelevanceIT extends SearchRelevanceContract {
    private static final Path MAPPING = Path.of("storage-config/documents-index.json");
    private static final int QUERIES = 300;
    private static final long SEED = 20261122;

    private final String alias = "it-es-" + UUID.randomUUID().toString().substring(0, 8);
    private final ElasticsearchSettings settings =
            ElasticsearchSettings.of(List.of(URI.create(RealServers.elasticsearch())), alias, MAPPING);

    @Override
    DocumentIndex open(Path place) {
        return new ElasticsearchDocumentIndex(settings);
    }

    @AfterEach
    void cleanUp() {
        try (ElasticsearchServers servers = new ElasticsearchServers(settings)) {
            ElasticsearchGenerations generations = new ElasticsearchGenerations(servers, settings);
            generations.delete(List.copyOf(generations.all().keySet()));
        }
    }

    /** Words drawn from the papers, with and without accents, and misspelt: both adapters give the same hits, scores, snippets. */
    @Test
    void answersLikeLuceneToWhateverIsAsked() throws IOException {
        List<IndexedDocument> papers = papers();
        Random random = new Random(SEED);
        try (DocumentIndex lucene = DocumentIndexes.lucene(folder.resolve("lucene"));
                DocumentIndex elastic = open(folder)) {
            lucene.put(papers);
            elastic.put(papers);
            for (int i = 0; i < QUERIES; i++) {
                String words = words(random, papers);
                SearchQuery query = new SearchQuery(words, null, null, null, null, null, null, 50);
                SearchHits expected = lucene.search(query);
                SearchHits found = elastic.search(query);
                assertThat(found.total()).as(words).isEqualTo(expected.total());
                for (int hit = 0; hit < expected.hits().size(); hit++) {
                    assertSame(words, expected.hits().get(hit), found.hits().get(hit));
                }
            }
        }
    }

    private static void assertSame(String words, SearchHits.Hit expected, SearchHits.Hit found) {
        assertThat(found.document()).as(words).isEqualTo(expected.document());
        assertThat(found.score()).as(words).isCloseTo(expected.score(), Offset.offset(0.001 * expected.score()));
        assertThat(found)
                .as(words)
                .usingRecursiveComparison()
                .ignoringFields("score")
                .isEqualTo(expected);
    }

    private static String words(Random random, List<IndexedDocument> papers) {
        List<String> words = new ArrayList<>();
        IndexedDocument paper = papers.get(random.nextInt(papers.size()));
        String[] texts =
                (paper.title() + " " + paper.pages().get(0) + " " + String.join(" ", paper.codes())).split(" ");
        int from = random.nextInt(texts.length);
        for (int i = from; i < Math.min(texts.length, from + 1 + random.nextInt(4)); i++) {
            words.add(random.nextInt(3) == 0 ? VietnameseFolding.fold(texts[i]) : texts[i]);
        }
        if (random.nextInt(5) == 0) {
            words.add(new StringBuilder(words.get(0)).reverse().toString());
        }
        return String.join(" ", words);
    }
}
