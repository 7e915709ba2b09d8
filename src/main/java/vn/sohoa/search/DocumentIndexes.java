package vn.sohoa.search;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Makes document indexes for code that is wired by hand. */
public final class DocumentIndexes {
    private DocumentIndexes() {}

    /**
     * An index in a folder. A missing or broken index is an empty one, which {@link DocumentIndex#versions()} shows: it is a
     * cache and can be rebuilt.
     *
     * @throws vn.sohoa.dossier.DigitisationException INDEX_UNAVAILABLE if the folder cannot be used
     */
    public static DocumentIndex lucene(Path folder) {
        return new LuceneDocumentIndex(new IndexFolder(folder));
    }

    /**
     * An index on an Elasticsearch server without secrets, with the usual time limits. Nothing is asked of the server before the
     * first call; a missing index is an empty one.
     *
     * @param alias name of the index
     * @param mapping {@code storage-config/documents-index.json}
     */
    public static DocumentIndex elasticsearch(URI server, String alias, Path mapping) {
        return new ElasticsearchDocumentIndex(ElasticsearchSettings.of(List.of(server), alias, mapping));
    }
}
