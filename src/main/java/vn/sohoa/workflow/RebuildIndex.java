package vn.sohoa.workflow;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.IndexedDocument;

/** Makes the index anew from the catalogue and the store; searches go on meanwhile. */
@Component
public class RebuildIndex {
    private final Indexing indexing;
    private final DocumentIndex index;

    RebuildIndex(Indexing indexing, DocumentIndex index) {
        this.indexing = indexing;
        this.index = index;
    }

    /** Gives the number of papers in the new index. */
    public int rebuild() {
        try (Stream<IndexedDocument> all = indexing.all()) {
            index.rebuild(all);
        }
        return index.versions().size();
    }
}
