package vn.sohoa.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/**
 * Says a Lucene query in the language of Elasticsearch, clause by clause, so that what an officer typed is understood in one
 * place ({@link WordQuery}, {@link FilterQuery}) and both adapters find the same in the same order.
 */
final class ElasticsearchQuery {
    /** Elasticsearch multiplies the relevance of words by k1 + 1, which Lucene has given up; here it is taken out again. */
    private static final float RELEVANCE = 1 / 2.2f;

    private ElasticsearchQuery() {}

    static Query of(org.apache.lucene.search.Query query) {
        return of(query, 1);
    }

    private static Query of(org.apache.lucene.search.Query query, float boost) {
        if (query instanceof BoostQuery boosted) {
            return of(boosted.getQuery(), boost * boosted.getBoost());
        } else if (query instanceof BooleanQuery bool) {
            return bool.clauses().isEmpty() ? none() : bool(bool, boost);
        } else if (query instanceof DisjunctionMaxQuery best) {
            return Query.of(q -> q.disMax(d -> d.tieBreaker((double) best.getTieBreakerMultiplier())
                    .boost(boost)
                    .queries(best.getDisjuncts().stream()
                            .map(ElasticsearchQuery::of)
                            .toList())));
        } else if (query instanceof ConstantScoreQuery constant) {
            Query filter = of(constant.getQuery(), 1);
            return Query.of(q -> q.constantScore(c -> c.filter(filter).boost(boost)));
        } else if (query instanceof MatchAllDocsQuery) {
            return Query.of(q -> q.matchAll(m -> m.boost(boost)));
        } else if (query instanceof MatchNoDocsQuery) {
            return none();
        }
        return leaf(query, boost);
    }

    private static Query bool(BooleanQuery bool, float boost) {
        BoolQuery.Builder to = new BoolQuery.Builder().boost(boost);
        for (BooleanClause clause : bool.clauses()) {
            Query part = of(clause.getQuery(), 1);
            switch (clause.getOccur()) {
                case MUST -> to.must(part);
                case SHOULD -> to.should(part);
                case FILTER -> to.filter(part);
                case MUST_NOT -> to.mustNot(part);
            }
        }
        if (bool.getMinimumNumberShouldMatch() > 0) {
            to.minimumShouldMatch(Integer.toString(bool.getMinimumNumberShouldMatch()));
        }
        return to.build()._toQuery();
    }

    private static Query leaf(org.apache.lucene.search.Query query, float boost) {
        if (query instanceof TermQuery term) {
            Term t = term.getTerm();
            return Query.of(q -> q.term(x -> x.field(t.field()).value(text(t)).boost(boost * RELEVANCE)));
        } else if (query instanceof PhraseQuery phrase) {
            String words = Arrays.stream(phrase.getTerms())
                    .map(ElasticsearchQuery::text)
                    .collect(Collectors.joining(" "));
            return Query.of(q -> q.matchPhrase(m -> m.field(phrase.getField())
                    .query(words)
                    .slop(phrase.getSlop())
                    .boost(boost * RELEVANCE)));
        } else if (query instanceof FuzzyQuery fuzzy) {
            Term t = fuzzy.getTerm();
            return Query.of(q -> q.fuzzy(f -> f.field(t.field())
                    .value(text(t))
                    .fuzziness(Integer.toString(fuzzy.getMaxEdits()))
                    .prefixLength(fuzzy.getPrefixLength())
                    .maxExpansions(WordQuery.FUZZY_SPELLINGS)
                    .transpositions(fuzzy.getTranspositions())
                    .boost(boost * RELEVANCE)));
        } else if (query instanceof PrefixQuery prefix) {
            Term t = prefix.getPrefix();
            return Query.of(q -> q.prefix(p -> p.field(t.field()).value(text(t)).boost(boost)));
        } else if (query instanceof WildcardQuery wildcard) {
            Term t = wildcard.getTerm();
            return Query.of(
                    q -> q.wildcard(w -> w.field(t.field()).value(text(t)).boost(boost)));
        } else if (query instanceof PointRangeQuery range) {
            double from = IntPoint.decodeDimension(range.getLowerPoint(), 0);
            double to = IntPoint.decodeDimension(range.getUpperPoint(), 0);
            return Query.of(q -> q.range(r ->
                    r.number(n -> n.field(range.getField()).gte(from).lte(to).boost(boost))));
        }
        throw new IllegalStateException("not known to Elasticsearch: " + query.getClass());
    }

    private static Query none() {
        return Query.of(q -> q.matchNone(m -> m));
    }

    private static String text(Term term) {
        return PaperFields.whole(term.text());
    }
}
