package vn.sohoa.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    public Lag lag(Topic topic) {
        return database.call(jdbc -> {
            Instant now = Database.now(jdbc);
            return jdbc.sql("select count(*) as n, min(written_at) as oldest from outbox"
                            + " where topic = :topic and sent_at is null")
                    .param("topic", topic.name())
                    .query((row, n) -> new Lag(row.getLong("n"), age(Database.instantOrNull(row, "oldest"), now)))
                    .single();
        });
    }

    private static Duration age(@Nullable Instant oldest, Instant now) {
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
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
