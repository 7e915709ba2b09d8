package vn.sohoa.search;

import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.MatchNoDocsQuery;

/** Asks Elasticsearch for papers: the same questions, in the same order of strictness, as the Lucene index asks itself. */
final class ElasticsearchSearch {
    /** Beyond these nobody reads passages; their texts are not fetched. */
    private static final int WITH_SNIPPETS = 100;

    private static final int TEXTS_AT_ONCE = 20;
    private static final List<SortOptions> BY_RANK = List.of(
            SortOptions.of(s -> s.score(x -> x.order(SortOrder.Desc))),
            SortOptions.of(s -> s.field(
                    f -> f.field(IndexFields.ISSUED_ON).order(SortOrder.Desc).missing(0))), // 1970, as in Lucene
            SortOptions.of(s -> s.field(f -> f.field(IndexFields.DOCUMENT).order(SortOrder.Asc))));
    private static final List<String> SHOWN = List.of(
            IndexFields.DOCUMENT,
            IndexFields.DOSSIER,
            IndexFields.TYPE,
            IndexFields.TYPE_NAME,
            IndexFields.TITLE,
            IndexFields.ISSUED_DATE,
            IndexFields.AGENCY,
            IndexFields.OWNER_MASKED,
            IndexFields.STATUS,
            IndexFields.VALID_UNTIL);
    private static final Type SOURCE = Source.class;

    /** An entry as it was put in. */
    static final class Source extends java.util.LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1;
    }

    private final ElasticsearchServers servers;
    private final String alias;

    ElasticsearchSearch(ElasticsearchServers servers, String alias) {
        this.servers = servers;
        this.alias = alias;
    }

    SearchHits search(SearchQuery query) {
        SearchHits hits = new SearchHits(0, List.of());
        for (WordQuery.Stage stage : new WordQuery(query.words()).stages()) {
            if (hits.total() == 0) {
                hits = search(stage, query);
            }
        }
        return hits;
    }

    private SearchHits search(WordQuery.Stage stage, SearchQuery query) {
        SearchRequest request = request(stage, query);
        SearchResponse<Source> answer = servers.ask("search", c -> c.search(request, SOURCE));
        List<Hit<Source>> found = answer.hits().hits();
        Map<String, List<String>> snippets = stage.marking() instanceof MatchNoDocsQuery
                ? Map.of()
                : snippets(stage.marking(), found.subList(0, Math.min(found.size(), WITH_SNIPPETS)));
        List<SearchHits.Hit> hits = new ArrayList<>();
        for (Hit<Source> hit : found) {
            double score = hit.score() == null ? 0 : hit.score();
            List<String> passages = snippets.getOrDefault(hit.id(), List.of());
            hits.add(ElasticsearchEntry.hit(source(hit), passages, score));
        }
        TotalHits total = answer.hits().total();
        return new SearchHits(total == null ? hits.size() : total.value(), hits);
    }

    private static Map<String, Object> source(Hit<Source> hit) {
        Source source = hit.source();
        return source == null ? Map.of() : source;
    }

    /** The passages are cut here and not by Elasticsearch, which breaks names in two and leaves scraps at the end of a text. */
    private Map<String, List<String>> snippets(org.apache.lucene.search.Query marking, List<Hit<Source>> hits) {
        Snippets cutter = new Snippets();
        Map<String, List<String>> snippets = new HashMap<>();
        for (int from = 0; from < hits.size(); from += TEXTS_AT_ONCE) {
            List<Hit<Source>> some = hits.subList(from, Math.min(hits.size(), from + TEXTS_AT_ONCE));
            Map<String, String> texts = texts(some.stream().map(Hit::id).toList());
            for (Hit<Source> hit : some) {
                String text = texts.getOrDefault(hit.id(), "");
                Object title = source(hit).getOrDefault(IndexFields.TITLE, "");
                snippets.put(hit.id(), cut(cutter, marking, text, title.toString()));
            }
        }
        return snippets;
    }

    private static List<String> cut(
            Snippets cutter, org.apache.lucene.search.Query marking, String text, String title) {
        try {
            return cutter.of(marking, text, title);
        } catch (IOException stringsDoNotFail) {
            throw new UncheckedIOException(stringsDoNotFail);
        }
    }

    private Map<String, String> texts(List<String> ids) {
        SearchRequest request = SearchRequest.of(s -> s.index(alias)
                .ignoreUnavailable(true)
                .size(ids.size())
                .query(q -> q.constantScore(c -> c.filter(f -> f.ids(i -> i.values(ids)))))
                .source(x -> x.filter(f -> f.includes(IndexFields.TEXT))));
        SearchResponse<Source> answer = servers.ask("texts", c -> c.search(request, SOURCE));
        return answer.hits().hits().stream().collect(Collectors.toMap(Hit::id, hit -> source(hit)
                .getOrDefault(IndexFields.TEXT, "")
                .toString()));
    }

    private SearchRequest request(WordQuery.Stage stage, SearchQuery query) {
        Query filtered = ElasticsearchQuery.of(FilterQuery.within(stage.query(), query));
        return SearchRequest.of(s -> s.index(alias)
                .ignoreUnavailable(true) // a missing index is an empty one
                .allowPartialSearchResults(false)
                .searchType(SearchType.DfsQueryThenFetch) // several shards rank like one
                .trackTotalHits(t -> t.count(SearchHits.COUNTED))
                .trackScores(true)
                .size(query.limit())
                .query(filtered)
                .sort(BY_RANK)
                .source(x -> x.filter(f -> f.includes(SHOWN))));
    }
}
