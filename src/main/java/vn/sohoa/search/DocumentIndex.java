package vn.sohoa.search;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cache that finds papers; the catalogue is the truth. Safe for many threads in one process.
 *
 * <p>Problems: INDEX_UNAVAILABLE.
 */
public interface DocumentIndex extends AutoCloseable {

    /** Adds or replaces papers; for each, an older or equal version than the one held changes nothing. Durable on return. */
    void put(Collection<IndexedDocument> documents);

    /** Takes a paper out if the version held is not newer. */
    void remove(String document, long version);

    /** Finds papers. Exact accents rank first. */
    SearchHits search(SearchQuery query);

    /** Throws everything away and takes in the given papers; searches see the old state until it is done. */
    void rebuild(Stream<IndexedDocument> documents);

    /** Version held of every paper, by document id: to be compared with the catalogue. */
    Map<String, Long> versions();

    @Override
    void close();
}
