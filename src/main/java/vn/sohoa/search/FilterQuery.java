package vn.sohoa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;
import vn.sohoa.dossier.AgencyScope;

/** The conditions of a query that say yes or no and do not count for the rank. */
final class FilterQuery {
    private FilterQuery() {}

    static Query within(Query words, SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
        all.add(new TermQuery(new Term(IndexFields.GONE, "1")), Occur.MUST_NOT);
        of(query).forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    private static List<Query> of(SearchQuery query) {
        List<Query> filters = new ArrayList<>();
        if (!query.scope().all()) {
            filters.add(units(query.scope()));
        }
        if (query.owners() != null) {
            filters.add(owners(query.owners()));
        }
        if (query.type() != null) {
            String type = query.type().strip().toUpperCase(Locale.ROOT);
            filters.add(new TermQuery(new Term(IndexFields.TYPE, type)));
        }
        if (query.agency() != null && !query.agency().isBlank()) {
            filters.add(agency(query.agency().strip()));
        }
        if (query.from() != null || query.to() != null) {
            int from = query.from() == null ? Integer.MIN_VALUE : PaperFields.day(query.from());
            int to = query.to() == null ? Integer.MAX_VALUE : PaperFields.day(query.to());
            filters.add(IntPoint.newRangeQuery(IndexFields.ISSUED_ON, from, to));
        }
        if (query.validOn() != null) {
            int day = PaperFields.day(query.validOn());
            filters.add(IntPoint.newRangeQuery(IndexFields.VALID_TO, day, Integer.MAX_VALUE));
        }
        return filters;
    }

    private static Query owners(List<String> numbers) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        numbers.forEach(number ->
                either.add(new TermQuery(new Term(IndexFields.OWNER_ID, PaperFields.digits(number))), Occur.SHOULD));
        return either.build();
    }

    /** Units above a paper's are in the index beside them; a scope of nothing finds nothing. */
    private static Query units(AgencyScope scope) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        scope.units().forEach(unit -> either.add(new TermQuery(new Term(IndexFields.UNIT, unit)), Occur.SHOULD));
        return scope.units().isEmpty() ? new MatchNoDocsQuery() : either.build();
    }

    /** Any stretch of the name or code, or all its words in any order, without accents. There are few different agencies. */
    private static Query agency(String name) {
        String folded = VietnameseFolding.fold(name).replaceAll("[\\\\*?]", "\\\\$0");
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(new WildcardQuery(new Term(IndexFields.AGENCY, "*" + folded + "*")), Occur.SHOULD);
        Query words = new QueryBuilder(IndexFields.ANALYZER)
                .createBooleanQuery(IndexFields.folded(IndexFields.AGENCY), VietnameseFolding.nfc(name), Occur.MUST);
        if (words != null) {
            either.add(words, Occur.SHOULD);
        }
        return either.build();
    }
}
