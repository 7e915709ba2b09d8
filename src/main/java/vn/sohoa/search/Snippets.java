package vn.sohoa.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.BytesRef;

/** Cuts the passages that show why a paper was found, in its own spelling: from the text, else from the title. */
final class Snippets {
    private static final int MAX_SNIPPETS = 3;
    private static final int LENGTH = 150;
    private static final float HIT_IN_THE_MIDDLE = 0.5f;
    private static final String SEPARATOR = "\n"; // not within texts, see PaperFields.plain
    private static final String[] FIELDS = {IndexFields.TEXT, IndexFields.TITLE};
    private static final int[] PASSAGES = {MAX_SNIPPETS, 1};

    private Snippets() {}

    private static UnifiedHighlighter.Builder style(UnifiedHighlighter.Builder cutter) {
        return cutter.withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(0)
                .withWeightMatches(false)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        new CustomSeparatorBreakIterator(' '), LENGTH, HIT_IN_THE_MIDDLE))
                .withScorer(new Worth())
                .withFormatter(new Marks());
    }

    /** The snippets of one paper, whose text is read for them. */
    static List<String> of(Query query, String text, String title) throws IOException {
        UnifiedHighlighter cutter = style(UnifiedHighlighter.builderWithoutSearcher(IndexFields.ANALYZER))
                .build();
        String[] texts = {text, title};
        for (int i = 0; i < FIELDS.length; i++) {
            Object found = cutter.highlightWithoutSearcher(FIELDS[i], query, texts[i], PASSAGES[i]);
            if (found instanceof String passages && !passages.isEmpty()) {
                return List.of(passages.split(SEPARATOR));
            }
        }
        return List.of();
    }

    /**
     * The snippets of several papers, by the places of the words that the index keeps.
     *
     * @param stored what is stored of each paper, by its place in the index
     */
    static Map<Integer, List<String>> of(Query query, IndexSearcher searcher, SortedMap<Integer, Document> stored)
            throws IOException {
        int[] places = stored.keySet().stream().mapToInt(Integer::intValue).toArray();
        Map<String, String[]> found = new Indexed(searcher, stored).highlightFields(FIELDS, query, places, PASSAGES);
        Map<Integer, List<String>> snippets = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            for (String field : FIELDS) {
                String passages = Objects.requireNonNull(found.get(field))[i];
                if (passages != null && !passages.isEmpty()) {
                    snippets.putIfAbsent(places[i], List.of(passages.split(SEPARATOR)));
                }
            }
        }
        return snippets;
    }

    /** Takes the texts from papers that have been fetched already. */
    private static final class Indexed extends UnifiedHighlighter {
        private final SortedMap<Integer, Document> stored;

        Indexed(IndexSearcher searcher, SortedMap<Integer, Document> stored) {
            super(style(new Builder(searcher, IndexFields.ANALYZER)));
            this.stored = stored;
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator places, int threshold)
                throws IOException {
            List<CharSequence[]> texts = new ArrayList<>();
            while (places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                Document paper = Objects.requireNonNull(stored.get(places.docID()));
                texts.add(Arrays.stream(fields).map(paper::get).toArray(CharSequence[]::new));
            }
            return texts;
        }
    }

    /** What Lucene's own says, which takes a block of 32 kB for each passage: a quarter of all that a busy counter allocated. */
    private static final class Worth extends PassageScorer {

        @Override
        public float score(Passage passage, int contentLength) {
            Map<BytesRef, Integer> here = new LinkedHashMap<>();
            Map<BytesRef, Integer> everywhere = new HashMap<>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                here.merge(passage.getMatchTerms()[i], 1, Integer::sum);
                everywhere.put(passage.getMatchTerms()[i], passage.getMatchTermFreqsInDoc()[i]);
            }
            float score = 0;
            for (Map.Entry<BytesRef, Integer> word : here.entrySet()) {
                score += tf(word.getValue(), passage.getLength())
                        * weight(Objects.requireNonNull(everywhere.get(word.getKey())), contentLength);
            }
            return score * norm(passage.getStartOffset());
        }
    }

    private static final class Marks extends PassageFormatter {

        @Override
        public String format(Passage[] passages, String content) {
            List<String> snippets = new ArrayList<>();
            for (Passage passage : passages) {
                snippets.add(mark(passage, content));
            }
            return String.join(SEPARATOR, snippets);
        }

        private static String mark(Passage passage, String content) {
            StringBuilder out = new StringBuilder(passage.getStartOffset() > 0 ? "…" : "");
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
                if (end > start) {
                    out.append(content, at, start)
                            .append('⟦')
                            .append(content, start, end)
                            .append('⟧');
                    at = end;
                }
            }
            out.append(content, at, Math.max(at, passage.getEndOffset()));
            return out.append(passage.getEndOffset() < content.length() ? "…" : "")
                    .toString()
                    .strip();
        }
    }
}
