package vn.sohoa.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cache that finds papers; the catalogue is the truth. Safe for many threads in one process. What this process has put is
 * found by its next search; other processes find it within about a second.
 *
 * <p>Problems: INDEX_UNAVAILABLE; INDEX_REFUSED from {@code put} and {@code rebuild}, which names the papers that the index does
 * not take, when all others are in.
 */
public interface DocumentIndex extends AutoCloseable {

    /** Adds or replaces papers; for each, an older or equal version than the one held changes nothing. Durable on return. */
    void put(Collection<IndexedDocument> documents);

    /** Takes a paper out if the version held is not newer. */
    void remove(String document, long version);

    /** Finds papers. Exact accents rank first. */
    SearchHits search(SearchQuery query);

    /**
     * Throws everything away and takes in the given papers; searches see the old state until it is done. What others put
     * meanwhile is not lost, if the papers are read from the catalogue only after this call has begun (a lazy stream).
     */
    void rebuild(Stream<IndexedDocument> documents);

    /** Version held of every paper, by document id: to be compared with the catalogue. */
    Map<String, Long> versions();

    /** Whether the index can be used, and what it is, thing by thing; a fault is an answer here, not an exception. */
    List<IndexCheck> check();

    @Override
    void close();
}
