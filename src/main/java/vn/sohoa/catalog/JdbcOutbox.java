package vn.sohoa.catalog;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.sohoa.dossier.DocumentId;

/** The outbox in an SQL database. */
final class JdbcOutbox implements Outbox {
    private final Database database;

    JdbcOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Event> unsent(Topic topic, int limit) {
        return database.call(jdbc -> jdbc.sql("""
                        select id, document_id, version from outbox
                        where topic = :topic and sent_at is null order by id limit :limit""")
                .param("topic", topic.name())
                .param("limit", limit)
                .query((row, n) -> new Event(
                        row.getLong("id"),
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getLong("version")))
                .list());
    }

    @Override
    public void sent(Topic topic, Collection<Long> events) {
        if (events.isEmpty()) {
            return;
        }
        database.call(jdbc -> jdbc.sql("""
                        update outbox set sent_at = current_timestamp
                        where topic = :topic and sent_at is null and id in (:events)""")
                .param("topic", topic.name())
                .param("events", List.copyOf(events))
                .update());
    }
}
