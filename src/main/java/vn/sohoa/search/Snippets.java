package vn.sohoa.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Cuts the passages that show why a paper was found, in its own spelling: from the text, else from the title. */
final class Snippets {
    private static final int MAX_SNIPPETS = 3;
    private static final int LENGTH = 150;
    private static final float HIT_IN_THE_MIDDLE = 0.5f;
    private static final String SEPARATOR = "\n"; // not within texts, see PaperFields.plain
    private static final String[] FIELDS = {IndexFields.TEXT, IndexFields.TITLE};
    private static final int[] PASSAGES = {MAX_SNIPPETS, 1};

    private final UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(IndexFields.ANALYZER)
            .withMaxLength(Integer.MAX_VALUE - 1)
            .withMaxNoHighlightPassages(0)
            .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                    new CustomSeparatorBreakIterator(' '), LENGTH, HIT_IN_THE_MIDDLE))
            .withFormatter(new Marks())
            .build();

    /** The snippets of one paper. */
    List<String> of(Query query, String text, String title) throws IOException {
        String[] texts = {text, title};
        for (int i = 0; i < FIELDS.length; i++) {
            Object found = highlighter.highlightWithoutSearcher(FIELDS[i], query, texts[i], PASSAGES[i]);
            if (found instanceof String passages && !passages.isEmpty()) {
                return List.of(passages.split(SEPARATOR));
            }
        }
        return List.of();
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
