package vn.sohoa.search;

import java.nio.file.Path;

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
}
