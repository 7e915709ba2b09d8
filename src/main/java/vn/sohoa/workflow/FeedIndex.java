package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.IndexedDocument;

/** Brings the index up to date from the outbox; sending twice does no harm, since versions decide. */
@Component
public class FeedIndex {
    private static final Logger log = LoggerFactory.getLogger(FeedIndex.class);
    private static final int BATCH = 200;

    private final Outbox outbox;
    private final Catalog catalog;
    private final Indexing indexing;
    private final DocumentIndex index;

    FeedIndex(Outbox outbox, Catalog catalog, Indexing indexing, DocumentIndex index) {
        this.outbox = outbox;
        this.catalog = catalog;
        this.indexing = indexing;
        this.index = index;
    }

    /** Sends everything that waits; gives the number of events. */
    public int feed() {
        int sent = 0;
        for (List<Outbox.Event> events = next(); !events.isEmpty(); events = next()) {
            send(events);
            outbox.sent(
                    Outbox.Topic.INDEX, events.stream().map(Outbox.Event::id).toList());
            sent += events.size();
        }
        return sent;
    }

    private List<Outbox.Event> next() {
        return outbox.unsent(Outbox.Topic.INDEX, BATCH);
    }

    private void send(List<Outbox.Event> events) {
        Map<DocumentId, Long> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.merge(event.document(), event.version(), Math::max));
        List<IndexedDocument> puts = new ArrayList<>();
        newest.forEach((id, version) -> catalog.document(id)
                .filter(Indexing::belongs)
                .ifPresentOrElse(paper -> puts.add(indexing.of(paper)), () -> index.remove(id.toString(), version)));
        try {
            index.put(puts);
        } catch (DigitisationException e) {
            if (e.problem() != Problem.INDEX_REFUSED) {
                throw e;
            }
            log.error("papers that the index does not take (doctor names them until they are mended): {}", e.detail());
        }
    }
}
