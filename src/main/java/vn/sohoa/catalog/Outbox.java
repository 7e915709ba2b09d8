package vn.sohoa.catalog;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import vn.sohoa.dossier.DocumentId;

/** What others have yet to hear: written in the transaction of the change, sent afterwards, at least once. */
public interface Outbox {

    /** Who waits. */
    enum Topic {
        /** The search index: each change of a paper that is or was stored. */
        INDEX,
        /** The national portal: a paper newly stored. */
        PORTAL
    }

    /** @param version of the catalogue row when it was written */
    record Event(long id, DocumentId document, long version) {}

    /** How far a topic lags behind: events that wait, and for how long the oldest of them has. */
    record Lag(long unsent, Duration age) {}

    /** The oldest unsent events of a topic. */
    List<Event> unsent(Topic topic, int limit);

    /** What waits of a topic, for those who watch. */
    Lag lag(Topic topic);

    /** Marks events as sent. */
    void sent(Topic topic, Collection<Long> events);
}
