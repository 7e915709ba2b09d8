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
 * relevance, where the title counts most ({@link PaperFields#words}) and words that stand together count more.
 */
final class WordQuery {
    /**
     * What is asked of an index.
     *
     * @param found what is found, to be counted
     * @param ranked the same in its order
     * @param foremost papers that rank before all others, in their order: where they are enough, the others are only counted
     * @param besides what counts besides for the best alone, being dear to ask of every paper: words in the title or the owner's
     *     name, and words standing together as they were typed
     * @param marking the words, for marking them in the text
     */
    record Stage(Query found, Query ranked, Optional<Query> foremost, Query besides, Query marking) {}

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
    /** What a word in these counts besides, among the best. */
    private static final Map<String, Float> PARTS = Map.of(IndexFields.TITLE, 2f, IndexFields.OWNER_NAME, 1f);
    /** What all the words standing together in these count besides, among the best. */
    private static final Map<String, Float> TOGETHER =
            Map.of(IndexFields.TEXT, 2f, IndexFields.TITLE, 6f, IndexFields.OWNER_NAME, 4f);

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
            Query all = new MatchAllDocsQuery();
            Query none = new MatchNoDocsQuery();
            return List.of(new Stage(all, all, Optional.empty(), none, none));
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
        Query all = atLeast(
                        needed,
                        chunks.stream().map(chunk -> anywhere(chunk, word)).toList())
                .build();
        BooleanQuery.Builder marking = new BooleanQuery.Builder();
        for (Chunk chunk : chunks) {
            marking.add(inField(IndexFields.TEXT, chunk, word), Occur.SHOULD);
            marking.add(inField(IndexFields.TITLE, chunk, word), Occur.SHOULD);
        }
        List<Query> accented =
                chunks.stream().flatMap(chunk -> accented(chunk).stream()).toList();
        if (accented.isEmpty()) {
            return new Stage(orCode(all), orCode(all), Optional.empty(), besides(word), marking.build());
        }
        Query foremost = foremost(word, needed);
        Query allAccents = new BooleanQuery.Builder()
                .add(foremost, Occur.MUST)
                .add(constant(new MatchAllDocsQuery(), ALL_ACCENTS), Occur.MUST)
                .build();
        BooleanQuery.Builder someAccents = new BooleanQuery.Builder().add(all, Occur.MUST);
        accented.forEach(exact -> someAccents.add(constant(exact, ACCENT), Occur.SHOULD));
        Query ranked = orCode(new DisjunctionMaxQuery(List.of(allAccents, someAccents.build()), 0));
        return new Stage(orCode(all), ranked, Optional.of(orCode(foremost)), besides(word), marking.build());
    }

    /** Papers with every accent as typed. A word that is there so is there folded too, which need not be asked then. */
    private Query foremost(BiFunction<String, String, Query> word, int needed) {
        List<Chunk> exact = chunks.stream()
                .filter(chunk -> chunk.folded().size() == 1 && !accented(chunk).isEmpty())
                .toList();
        List<Chunk> others =
                chunks.stream().filter(chunk -> !exact.contains(chunk)).toList();
        BooleanQuery.Builder foremost = atLeast(
                needed - exact.size(),
                others.stream().map(chunk -> anywhere(chunk, word)).toList());
        for (Chunk chunk : exact) {
            foremost.add(accented(chunk).get(0), Occur.MUST);
            inCodes(chunk).forEach(code -> foremost.add(code, Occur.SHOULD));
        }
        others.forEach(chunk -> accented(chunk).forEach(each -> foremost.add(each, Occur.FILTER)));
        return foremost.build();
    }

    private static BooleanQuery.Builder atLeast(int needed, List<Query> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (needed > 0 && needed < words.size()) {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
            words.forEach(word -> some.add(word, Occur.SHOULD));
            return all.add(some.build(), Occur.MUST);
        }
        words.forEach(word -> all.add(word, needed > 0 ? Occur.MUST : Occur.SHOULD));
        return all;
    }

    /** What is found by its words or has the code asked for. */
    private Query orCode(Query byWords) {
        String code = CodeForms.canonical(words);
        if (code.isEmpty() || words.length() > MAX_CODE_LENGTH) {
            return byWords;
        }
        BooleanQuery.Builder found = new BooleanQuery.Builder().add(byWords, Occur.SHOULD);
        found.add(constant(new TermQuery(new Term(IndexFields.CODE, code)), WHOLE_CODE), Occur.SHOULD);
        if (code.indexOf('-') > 0) {
            found.add(constant(new TermQuery(new Term(IndexFields.CODE_PART, code)), PART_OF_CODE), Occur.SHOULD);
        }
        return found.build();
    }

    /** The chunk among the words or as a stretch of a code. */
    private static Query anywhere(Chunk chunk, BiFunction<String, String, Query> word) {
        List<Query> places = new ArrayList<>(inCodes(chunk));
        if (chunk.folded().size() == 1) {
            places.add(inField(FOLDED, chunk, word));
        } else {
            TOGETHER.keySet().forEach(part -> places.add(inField(part, chunk, word)));
        }
        return places.size() == 1 ? places.get(0) : new DisjunctionMaxQuery(places, 0.3f);
    }

    private static List<Query> inCodes(Chunk chunk) {
        List<Query> places = new ArrayList<>();
        String code = CodeForms.canonical(chunk.raw());
        if (!code.isEmpty()) {
            places.add(constant(new TermQuery(new Term(IndexFields.CODE_PART, code)), 20));
        }
        if (code.length() >= MIN_PREFIX_LENGTH && code.chars().anyMatch(Character::isDigit)) {
            places.add(constant(new PrefixQuery(new Term(IndexFields.CODE_PART, code)), 5));
        }
        return places;
    }

    private static Query inField(String field, Chunk chunk, BiFunction<String, String, Query> word) {
        return chunk.folded().size() == 1
                ? word.apply(field, chunk.folded().get(0))
                : new PhraseQuery(1, field, chunk.folded().toArray(String[]::new));
    }

    /** The words of the chunk that were typed with accents, as they were typed. */
    private static List<Query> accented(Chunk chunk) {
        List<Query> accented = new ArrayList<>();
        for (int i = 0; i < chunk.exact().size(); i++) {
            String exact = chunk.exact().get(i);
            if (!chunk.folded().get(i).equals(exact)) {
                accented.add(new TermQuery(new Term(IndexFields.WORDS, exact)));
            }
        }
        return accented;
    }

    private Query besides(BiFunction<String, String, Query> word) {
        String[] tokens =
                chunks.stream().flatMap(chunk -> chunk.folded().stream()).toArray(String[]::new);
        BooleanQuery.Builder besides = new BooleanQuery.Builder();
        PARTS.forEach((part, weight) ->
                chunks.forEach(chunk -> besides.add(new BoostQuery(inField(part, chunk, word), weight), Occur.SHOULD)));
        if (tokens.length > 1) {
            List<Query> together = new ArrayList<>();
            TOGETHER.forEach((part, weight) -> together.add(new BoostQuery(new PhraseQuery(part, tokens), weight)));
            besides.add(new DisjunctionMaxQuery(together, 0), Occur.SHOULD);
        }
        return besides.build();
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
