package vn.sohoa.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
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
        Query all = FilterQuery.within(stage.query(), query);
        TopFieldDocs top = top(FilterQuery.within(stage.foremost().orElse(stage.query()), query), asked);
        long total = top.totalHits.value;
        if (stage.foremost().isPresent() && top.scoreDocs.length < asked) {
            top = top(all, asked);
            total = top.totalHits.value;
        } else if (stage.foremost().isPresent()) {
            total = searcher.search(all, new TopFieldCollectorManager(Sort.INDEXORDER, 1, SearchHits.COUNTED))
                    .totalHits
                    .value;
        }
        Map<Integer, Float> together = together(stage.together(), top);
        List<RankedHit<Integer>> ranked = new ArrayList<>();
        for (ScoreDoc found : top.scoreDocs) {
            Object[] rank = ((FieldDoc) found).fields;
            float score = (Float) rank[0] + together.getOrDefault(found.doc, 0f);
            ranked.add(new RankedHit<>(found.doc, score, (Long) rank[1], ((BytesRef) rank[2]).utf8ToString()));
        }
        List<RankedHit<Integer>> best = RankedHit.best(ranked, query);
        Snippets cutter = new Snippets();
        List<SearchHits.Hit> hits = new ArrayList<>();
        for (RankedHit<Integer> hit : best) {
            Document stored = searcher.storedFields().document(hit.place());
            List<String> passages = query.quoted().has(hits.size())
                    ? cutter.of(stage.marking(), stored.get(IndexFields.TEXT), stored.get(IndexFields.TITLE))
                    : List.of();
            hits.add(IndexEntry.hit(stored, passages, hit.score()));
        }
        return new SearchHits(total, hits);
    }

    private TopFieldDocs top(Query query, int asked) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(BY_RANK, asked, SearchHits.COUNTED));
    }

    /** What the words standing together add to the score of these papers alone, by their places. */
    private Map<Integer, Float> together(Query together, TopFieldDocs top) throws IOException {
        if (top.scoreDocs.length == 0) {
            return Map.of();
        }
        List<BytesRef> ids = Arrays.stream(top.scoreDocs)
                .map(found -> (BytesRef) ((FieldDoc) found).fields[2])
                .toList();
        Query these = new BooleanQuery.Builder() // the papers lead: a phrase that must be there would be looked for
                // everywhere
                .add(new TermInSetQuery(IndexFields.DOCUMENT, ids), Occur.FILTER)
                .add(together, Occur.SHOULD)
                .build();
        return Arrays.stream(searcher.search(these, ids.size()).scoreDocs)
                .collect(Collectors.toMap(found -> found.doc, found -> found.score));
    }
}
