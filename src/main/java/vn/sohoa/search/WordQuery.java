package vn.sohoa.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What an officer typed, as Lucene queries from strict to lenient; the first that finds anything counts. First every word must be
 * there, folded. Then words of four letters and more may differ by one letter or a swap; numbers never. Last, two words in five
 * may be missing. A code matches by any stretch of it. Rank: the code asked for, then papers with every accent as typed, then
 * relevance, where the title counts most and words that stand together count more.
 */
final class WordQuery {
    /**
     * Query to run, what counts besides for the best of its hits alone, and the same words for marking them in the text.
     *
     * @param foremost papers that rank before all others, in their order: where they are enough, the query only counts
     * @param together the words standing together as they were typed: dear to ask of every paper, and only the best are shown
     */
    record Stage(Query query, Optional<Query> foremost, Query together, Query marking) {}

    private record Chunk(String raw, List<String> folded, List<String> exact) {}

    private static final int MAX_TOKENS = 16;
    private static final int MAX_CODE_LENGTH = 80;
    private static final int MIN_PREFIX_LENGTH = 4;
    private static final int MIN_FUZZY_LENGTH = 4;
    static final int FUZZY_SPELLINGS = 8;
    private static final float WHOLE_CODE = 100_000;
    private static final float PART_OF_CODE = 10_000;
    private static final float ALL_ACCENTS = 1_000;
    private static final float ACCENT = 10;
    private static final String FOLDED = IndexFields.folded(IndexFields.WORDS);
    /** What a word in these counts besides. */
    private static final Map<String, Float> PARTS = Map.of(IndexFields.TITLE, 2f, IndexFields.OWNER_NAME, 1f);

    private final String words;
    private final List<Chunk> chunks = new ArrayList<>();

    WordQuery(String words) {
        this.words = VietnameseFolding.nfc(words).strip();
        int tokens = 0;
        for (String raw : this.words.split("\\s+")) {
            List<String> folded = tokens(FOLDED, raw);
            tokens += folded.size();
            if (!folded.isEmpty() && tokens <= MAX_TOKENS) {
                chunks.add(new Chunk(raw, folded, tokens(IndexFields.WORDS, raw)));
            }
        }
    }

    List<Stage> stages() {
        if (words.isEmpty()) {
            Query none = new MatchNoDocsQuery();
            return List.of(new Stage(new MatchAllDocsQuery(), Optional.empty(), none, none));
        }
        List<Stage> stages = new ArrayList<>();
        stages.add(stage(WordQuery::term, chunks.size()));
        stages.add(stage(WordQuery::fuzzy, chunks.size()));
        if (chunks.size() > 1) {
            stages.add(stage(WordQuery::fuzzy, chunks.size() - Math.max(1, chunks.size() * 2 / 5)));
        }
        return stages;
    }

    private Stage stage(BiFunction<String, String, Query> word, int needed) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(1, needed));
        BooleanQuery.Builder marking = new BooleanQuery.Builder();
        List<Query> besides = new ArrayList<>();
        for (Chunk chunk : chunks) {
            all.add(anywhere(chunk, word), Occur.SHOULD);
            PARTS.forEach((part, weight) -> besides.add(new BoostQuery(inField(part, chunk, word), weight)));
            marking.add(inField(IndexFields.TEXT, chunk, word), Occur.SHOULD);
            marking.add(inField(IndexFields.TITLE, chunk, word), Occur.SHOULD);
        }
        List<Query> accented = accented();
        accented.forEach(exact -> besides.add(constant(exact, ACCENT)));
        BooleanQuery.Builder accents = new BooleanQuery.Builder();
        accented.forEach(exact -> accents.add(exact, Occur.MUST));
        Query withAccents = constant(accents.build(), ALL_ACCENTS);
        Optional<Query> foremost =
                accented.isEmpty() ? Optional.empty() : Optional.of(ranked(both(all.build(), withAccents), besides));
        if (!accented.isEmpty()) {
            besides.add(withAccents);
        }
        return new Stage(ranked(all.build(), besides), foremost, together(), marking.build());
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.MUST)
                .add(other, Occur.MUST)
                .build();
    }

    /** What is found by its words or has the code asked for, and what counts besides. */
    private Query ranked(Query byWords, List<Query> besides) {
        BooleanQuery.Builder found = new BooleanQuery.Builder().add(byWords, Occur.SHOULD);
        String code = CodeForms.canonical(words);
        if (!code.isEmpty() && words.length() <= MAX_CODE_LENGTH) {
            found.add(constant(new TermQuery(new Term(IndexFields.CODE, code)), WHOLE_CODE), Occur.SHOULD);
            if (code.indexOf('-') > 0) {
                found.add(constant(new TermQuery(new Term(IndexFields.CODE_PART, code)), PART_OF_CODE), Occur.SHOULD);
            }
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(found.build(), Occur.MUST);
        besides.forEach(part -> query.add(part, Occur.SHOULD));
        return query.build();
    }

    /** The chunk among the words or as a stretch of a code. */
    private static Query anywhere(Chunk chunk, BiFunction<String, String, Query> word) {
        Query among = inField(FOLDED, chunk, word);
        String code = CodeForms.canonical(chunk.raw());
        if (code.isEmpty()) {
            return among;
        }
        List<Query> places = new ArrayList<>();
        places.add(among);
        places.add(constant(new TermQuery(new Term(IndexFields.CODE_PART, code)), 20));
        if (code.length() >= MIN_PREFIX_LENGTH && code.chars().anyMatch(Character::isDigit)) {
            places.add(constant(new PrefixQuery(new Term(IndexFields.CODE_PART, code)), 5));
        }
        return new DisjunctionMaxQuery(places, 0.3f);
    }

    private static Query inField(String field, Chunk chunk, BiFunction<String, String, Query> word) {
        return chunk.folded().size() == 1
                ? word.apply(field, chunk.folded().get(0))
                : new PhraseQuery(1, field, chunk.folded().toArray(String[]::new));
    }

    /** The words that were typed with accents, as they were typed. */
    private List<Query> accented() {
        List<Query> accented = new ArrayList<>();
        for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.exact().size(); i++) {
                String exact = chunk.exact().get(i);
                if (!chunk.folded().get(i).equals(exact)) {
                    accented.add(new TermQuery(new Term(IndexFields.WORDS, exact)));
                }
            }
        }
        return accented;
    }

    private Query together() {
        String[] tokens =
                chunks.stream().flatMap(chunk -> chunk.folded().stream()).toArray(String[]::new);
        if (tokens.length < 2) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
        anywhere.add(new BoostQuery(new PhraseQuery(FOLDED, tokens), 2), Occur.SHOULD);
        PARTS.forEach((part, weight) ->
                anywhere.add(new BoostQuery(new PhraseQuery(part, tokens), 2 * weight), Occur.SHOULD));
        return anywhere.build();
    }

    private static Query term(String field, String token) {
        return new TermQuery(new Term(field, token));
    }

    /** Numbers stay as they are: one digit off is another person. */
    private static Query fuzzy(String field, String token) {
        boolean letters = token.codePoints().allMatch(Character::isLetter);
        return letters && token.length() >= MIN_FUZZY_LENGTH
                ? new FuzzyQuery(new Term(field, token), 1, 0, FUZZY_SPELLINGS, true)
                : term(field, token);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static List<String> tokens(String field, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = IndexFields.ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString().toLowerCase(Locale.ROOT));
            }
            stream.end();
        } catch (IOException stringsDoNotFail) {
            throw new UncheckedIOException(stringsDoNotFail);
        }
        return tokens;
    }
}
