package vn.sohoa.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.Bits;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The index in a folder, with Lucene. Each change opens the writer, commits and lets go, so that several processes can take
 * turns; a process that cannot have the lock gets INDEX_UNAVAILABLE and may try again. Searching needs no lock.
 */
final class LuceneDocumentIndex implements DocumentIndex {

    private interface Change {
        void to(IndexWriter writer) throws IOException;
    }

    private final Object writing = new Object();
    /** Searches at once: more would only take the processor from each other, and from the compiler that makes them faster. */
    private final Semaphore searching =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final IndexFolder folder;
    private final LiveReader reader;

    LuceneDocumentIndex(IndexFolder folder) {
        this.folder = folder;
        this.reader = new LiveReader(folder);
        try {
            folder.create();
            reader.use(0, DirectoryReader::maxDoc);
        } catch (IOException e) {
            throw unavailable("open", e);
        }
    }

    @Override
    public void put(Collection<IndexedDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        change("put", writer -> {
            try (DirectoryReader held = DirectoryReader.open(writer)) {
                Map<String, Long> taken = new HashMap<>();
                for (IndexedDocument document : documents) {
                    String id = document.document();
                    long before = taken.containsKey(id) ? taken.get(id) : version(held, id);
                    if (document.version() > before) {
                        writer.updateDocument(new Term(IndexFields.DOCUMENT, id), IndexEntry.of(document));
                        taken.put(id, document.version());
                    }
                }
            }
        });
    }

    @Override
    public void remove(String document, long version) {
        change("remove", writer -> {
            try (DirectoryReader held = DirectoryReader.open(writer)) {
                if (version(held, document) <= version) {
                    writer.updateDocument(new Term(IndexFields.DOCUMENT, document), IndexEntry.gone(document, version));
                }
            }
        });
    }

    private void change(String what, Change change) {
        synchronized (writing) {
            try {
                reader.use(0, DirectoryReader::maxDoc); // sets a broken generation aside first
                try (Lock lock = folder.lock()) {
                    Optional<Path> live = folder.live();
                    Path generation = live.isPresent() ? live.get() : folder.fresh();
                    write(generation, change);
                    if (live.isEmpty()) {
                        lock.ensureValid();
                        folder.switchTo(generation);
                    }
                }
            } catch (IOException | AlreadyClosedException e) {
                throw unavailable(what, e);
            }
        }
    }

    @Override
    public void rebuild(Stream<IndexedDocument> documents) {
        synchronized (writing) {
            try (Lock lock = folder.lock()) {
                try {
                    Path generation = folder.fresh();
                    write(generation, writer -> addAll(documents, writer));
                    lock.ensureValid();
                    folder.switchTo(generation);
                } finally {
                    folder.sweep(); // the old state, or what an interrupted rebuild has left
                }
            } catch (IOException | AlreadyClosedException e) {
                throw unavailable("rebuild", e);
            }
        }
    }

    private static void addAll(Stream<IndexedDocument> documents, IndexWriter writer) throws IOException {
        for (Iterator<IndexedDocument> all = documents.iterator(); all.hasNext(); ) {
            IndexedDocument document = all.next();
            writer.updateDocument(new Term(IndexFields.DOCUMENT, document.document()), IndexEntry.of(document));
        }
    }

    /** All of the change is committed, or nothing. */
    private static void write(Path generation, Change change) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(IndexFields.ANALYZER)
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(64);
        IndexWriter writer = new IndexWriter(FSDirectory.open(generation), config);
        boolean done = false;
        try {
            change.to(writer);
            writer.close(); // commits, and finishes merges, which a second short-lived writer would otherwise never do
            done = true;
        } finally {
            if (!done) {
                writer.rollback();
            }
        }
    }

    private static long version(DirectoryReader held, String document) throws IOException {
        for (LeafReaderContext leaf : held.leaves()) {
            LeafReader segment = leaf.reader();
            PostingsEnum places = segment.postings(new Term(IndexFields.DOCUMENT, document), PostingsEnum.NONE);
            Bits live = segment.getLiveDocs();
            while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                NumericDocValues version = DocValues.getNumeric(segment, IndexFields.VERSION);
                if ((live == null || live.get(places.docID())) && version.advanceExact(places.docID())) {
                    return version.longValue();
                }
            }
        }
        return Long.MIN_VALUE;
    }

    @Override
    public SearchHits search(SearchQuery query) {
        searching.acquireUninterruptibly();
        try {
            return reader.use(new SearchHits(0, List.of()), held -> new LuceneSearch(held).search(query));
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable("search", e);
        } finally {
            searching.release();
        }
    }

    @Override
    public Map<String, Long> versions() {
        try {
            return reader.use(Map.of(), held -> {
                Map<String, Long> versions = new HashMap<>();
                for (LeafReaderContext leaf : held.leaves()) {
                    collect(leaf.reader(), versions);
                }
                return versions;
            });
        } catch (IOException | AlreadyClosedException e) {
            throw unavailable("versions", e);
        }
    }

    private static void collect(LeafReader segment, Map<String, Long> versions) throws IOException {
        SortedDocValues ids = DocValues.getSorted(segment, IndexFields.DOCUMENT);
        NumericDocValues numbers = DocValues.getNumeric(segment, IndexFields.VERSION);
        NumericDocValues gone = DocValues.getNumeric(segment, IndexFields.GONE);
        Bits live = segment.getLiveDocs();
        for (int i = 0; i < segment.maxDoc(); i++) {
            boolean there = (live == null || live.get(i)) && !gone.advanceExact(i);
            if (there && ids.advanceExact(i) && numbers.advanceExact(i)) {
                versions.put(ids.lookupOrd(ids.ordValue()).utf8ToString(), numbers.longValue());
            }
        }
    }

    @Override
    public List<IndexCheck> check() {
        try {
            int papers = reader.use(0, DirectoryReader::numDocs);
            return List.of(new IndexCheck("index", true, "Lucene, " + papers + " giấy tờ"));
        } catch (IOException | AlreadyClosedException e) {
            return List.of(
                    new IndexCheck("index", false, "Lucene: " + e.getClass().getSimpleName()));
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unavailable("close", e);
        }
    }

    private static DigitisationException unavailable(String what, Exception e) {
        return new DigitisationException(
                Problem.INDEX_UNAVAILABLE, what + ": " + e.getClass().getSimpleName(), e);
    }
}
