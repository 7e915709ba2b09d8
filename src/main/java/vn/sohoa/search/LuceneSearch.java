package vn.sohoa.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/** Asks a Lucene index for papers, from strict to lenient. */
final class LuceneSearch {
    private static final Sort BY_RANK = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.ISSUED_ON, SortField.Type.LONG, true),
            new SortField(IndexFields.DOCUMENT, SortField.Type.STRING));

    private final IndexSearcher searcher;

    LuceneSearch(IndexReader index) {
        searcher = new IndexSearcher(index);
    }

    SearchHits search(SearchQuery query) throws IOException {
        SearchHits hits = new SearchHits(0, List.of());
        for (WordQuery.Stage stage : new WordQuery(query.words()).stages()) {
            if (hits.total() == 0) {
                hits = search(stage, query);
            }
        }
        return hits;
    }

    private SearchHits search(WordQuery.Stage stage, SearchQuery query) throws IOException {
        int asked = RankedHit.asked(query);
        TopFieldDocs top = top(FilterQuery.within(stage.foremost().orElse(stage.ranked()), query), asked);
        boolean some = stage.foremost().isPresent();
        if (some && top.scoreDocs.length < asked) {
            top = top(FilterQuery.within(stage.ranked(), query), asked);
            some = false;
        }
        long total = some || top.totalHits.relation != TotalHits.Relation.EQUAL_TO
                ? count(FilterQuery.within(stage.found(), query))
                : top.totalHits.value;
        List<RankedHit<Integer>> ranked = new ArrayList<>();
        for (ScoreDoc found : withBesides(stage.besides(), top)) {
            Object[] rank = ((FieldDoc) found).fields;
            ranked.add(new RankedHit<>(found.doc, found.score, (Long) rank[1], ((BytesRef) rank[2]).utf8ToString()));
        }
        List<RankedHit<Integer>> best = RankedHit.best(ranked, query);
        StoredFields papers = searcher.storedFields();
        SortedMap<Integer, Document> stored = new TreeMap<>();
        SortedMap<Integer, Document> quoted = new TreeMap<>();
        for (RankedHit<Integer> hit : best) {
            Document paper = papers.document(hit.place());
            if (query.quoted().has(stored.size())) {
                quoted.put(hit.place(), paper);
            }
            stored.put(hit.place(), paper);
        }
        Map<Integer, List<String>> passages = Snippets.of(stage.marking(), searcher, quoted);
        List<SearchHits.Hit> hits = best.stream()
                .map(hit -> IndexEntry.hit(
                        Objects.requireNonNull(stored.get(hit.place())),
                        passages.getOrDefault(hit.place(), List.of()),
                        hit.score()))
                .toList();
        return new SearchHits(total, hits);
    }

    /** The best alone: papers that cannot be among them are passed over and not counted. */
    private TopFieldDocs top(Query query, int asked) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(BY_RANK, asked, asked));
    }

    private long count(Query query) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(Sort.INDEXORDER, 1, SearchHits.COUNTED))
                .totalHits
                .value;
    }

    /** The same papers, with what else counts added to their scores. */
    private ScoreDoc[] withBesides(Query besides, TopFieldDocs top) throws IOException {
        for (ScoreDoc found : top.scoreDocs) {
            found.score = (Float) ((FieldDoc) found).fields[0];
        }
        QueryRescorer adding = new QueryRescorer(besides) {
            @Override
            protected float combine(float score, boolean matches, float more) {
                return matches ? score + more : score;
            }
        };
        return adding.rescore(searcher, top, top.scoreDocs.length).scoreDocs;
    }
}
