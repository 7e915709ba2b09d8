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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.MatchNoDocsQuery;

/** Asks Elasticsearch for papers: the same questions, in the same order of strictness, as the Lucene index asks itself. */
final class ElasticsearchSearch {
    private static final int ENTRIES_AT_ONCE = 20;
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
    private static final List<String> WITH_TEXT =
            Stream.concat(SHOWN.stream(), Stream.of(IndexFields.TEXT)).toList();
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
        int asked = RankedHit.asked(query);
        SearchResponse<Source> answer = ranked(stage.foremost().orElse(stage.ranked()), query, asked);
        TotalHits total = answer.hits().total();
        if (stage.foremost().isPresent()) {
            boolean enough = answer.hits().hits().size() >= asked;
            SearchResponse<Source> all = ranked(enough ? stage.found() : stage.ranked(), query, enough ? 0 : asked);
            total = all.hits().total();
            answer = enough ? answer : all;
        }
        Map<String, Float> besides = besides(stage.besides(), answer.hits().hits());
        List<RankedHit<String>> ranked = answer.hits().hits().stream()
                .map(hit -> ranked(hit, besides.getOrDefault(id(hit), 0f)))
                .toList();
        List<SearchHits.Hit> hits = shown(RankedHit.best(ranked, query), query.quoted(), stage.marking());
        return new SearchHits(total == null ? hits.size() : total.value(), hits);
    }

    private static RankedHit<String> ranked(Hit<Source> hit, float besides) {
        return new RankedHit<>(
                id(hit),
                (float) hit.sort().get(0).doubleValue()
                        + besides, // to track scores besides would keep papers from being passed over
                hit.sort().get(1).longValue(),
                hit.sort().get(2).stringValue());
    }

    /** What else adds to the score of these papers alone. */
    private Map<String, Float> besides(org.apache.lucene.search.Query besides, List<Hit<Source>> hits) {
        if (besides instanceof MatchNoDocsQuery || hits.isEmpty()) {
            return Map.of();
        }
        List<String> ids = hits.stream().map(ElasticsearchSearch::id).toList();
        Query more = ElasticsearchQuery.of(besides);
        SearchRequest request = SearchRequest.of(s -> s.index(alias)
                .allowPartialSearchResults(false)
                .searchType(SearchType.DfsQueryThenFetch)
                .size(ids.size())
                .query(q -> q.bool(b -> b.filter(f -> f.ids(i -> i.values(ids))).should(more))) // the papers lead
                .source(x -> x.fetch(false)));
        SearchResponse<Source> answer = servers.ask("besides", c -> c.search(request, SOURCE));
        return answer.hits().hits().stream()
                .collect(Collectors.toMap(ElasticsearchSearch::id, ElasticsearchSearch::score));
    }

    private static String id(Hit<Source> hit) {
        return Objects.requireNonNullElse(hit.id(), "");
    }

    private static float score(Hit<Source> hit) {
        return hit.score() == null ? 0 : hit.score().floatValue();
    }

    /** The passages are cut here and not by Elasticsearch, which breaks names in two and leaves scraps at the end of a text. */
    private List<SearchHits.Hit> shown(
            List<RankedHit<String>> best, SearchQuery.Quoted quoted, org.apache.lucene.search.Query marking) {
        List<SearchHits.Hit> hits = new ArrayList<>();
        for (int from = 0; from < best.size(); from += ENTRIES_AT_ONCE) {
            List<RankedHit<String>> some = best.subList(from, Math.min(best.size(), from + ENTRIES_AT_ONCE));
            boolean marked = quoted.meets(from, from + some.size()) && !(marking instanceof MatchNoDocsQuery);
            Map<String, Source> entries = entries(some, marked);
            for (RankedHit<String> hit : some) {
                Source entry = entries.get(hit.place());
                if (entry != null) { // else taken out between two questions
                    List<String> passages = marked && quoted.has(hits.size()) ? cut(marking, entry) : List.of();
                    hits.add(ElasticsearchEntry.hit(entry, passages, hit.score()));
                }
            }
        }
        return hits;
    }

    private static List<String> cut(org.apache.lucene.search.Query marking, Source entry) {
        try {
            return Snippets.of(marking, text(entry, IndexFields.TEXT), text(entry, IndexFields.TITLE));
        } catch (IOException stringsDoNotFail) {
            throw new UncheckedIOException(stringsDoNotFail);
        }
    }

    private static String text(Source entry, String field) {
        return entry.getOrDefault(field, "").toString();
    }

    private Map<String, Source> entries(List<RankedHit<String>> hits, boolean withText) {
        List<String> ids = hits.stream().map(RankedHit::place).toList();
        SearchRequest request = SearchRequest.of(s -> s.index(alias)
                .ignoreUnavailable(true)
                .size(ids.size())
                .query(q -> q.constantScore(c -> c.filter(f -> f.ids(i -> i.values(ids)))))
                .source(x -> x.filter(f -> f.includes(withText ? WITH_TEXT : SHOWN))));
        SearchResponse<Source> answer = servers.ask("entries", c -> c.search(request, SOURCE));
        Map<String, Source> entries = new HashMap<>();
        for (Hit<Source> hit : answer.hits().hits()) {
            Source entry = hit.source();
            if (entry != null) {
                entries.put(id(hit), entry);
            }
        }
        return entries;
    }

    /** The best, so many; none: it is only counted. */
    private SearchResponse<Source> ranked(org.apache.lucene.search.Query words, SearchQuery query, int asked) {
        Query filtered = ElasticsearchQuery.of(FilterQuery.within(words, query));
        SearchRequest request = SearchRequest.of(s -> {
            s.index(alias)
                    .ignoreUnavailable(true) // a missing index is an empty one
                    .allowPartialSearchResults(false)
                    .trackTotalHits(t -> t.count(SearchHits.COUNTED))
                    .size(asked)
                    .query(filtered)
                    .source(x -> x.fetch(false));
            return asked == 0
                    ? s
                    : s.sort(BY_RANK).searchType(SearchType.DfsQueryThenFetch); // several shards rank like one
        });
        return servers.ask("search", c -> c.search(request, SOURCE));
    }
}
