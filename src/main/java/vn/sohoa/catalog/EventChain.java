package vn.sohoa.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.Sha256;

/**
 * The chained history: entry n holds the hash of entry n-1 and a hash over its own facts, so a later change of any entry is
 * found. Numbers are given under a lock, hence without gaps. Works inside a transaction that others have begun; whoever also
 * locks a paper locks the paper first.
 */
final class EventChain {
    private static final String CHAIN = "document_event";
    private static final long FORMAT = 1;

    /** One row. {@code version} is null where no row of a paper was changed. */
    record Entry(
            long seq,
            String previous,
            String hash,
            UUID document,
            @Nullable Long version,
            ProvenanceEvent event) {

        /** The hash that the facts of this entry give. */
        String recomputed() {
            return hashOf(seq, previous, document, version, event);
        }
    }

    static final RowMapper<Entry> ENTRY = (row, n) -> new Entry(
            row.getLong("seq"),
            row.getString("prev_hash"),
            row.getString("hash"),
            row.getObject("document_id", UUID.class),
            row.getObject("document_version", Long.class),
            new ProvenanceEvent(
                    Database.instant(row, "happened_at"),
                    row.getString("actor"),
                    row.getString("step"),
                    row.getString("event"),
                    row.getString("detail")));

    private EventChain() {}

    static void append(JdbcClient jdbc, DocumentId document, @Nullable Long version, ProvenanceEvent event) {
        ChainHead.advance(jdbc, CHAIN, List.of(event), (entry, seq, previous) -> {
            String hash = hashOf(seq, previous, document.value(), version, entry);
            jdbc.sql("""
                            insert into document_event (seq, prev_hash, hash, document_id, document_version, happened_at,
                              actor, step, event, detail)
                            values (:seq, :previous, :hash, :document, :version, :at, :actor, :step, :event, :detail)""")
                    .param("seq", seq)
                    .param("previous", previous)
                    .param("hash", hash)
                    .param("document", document.value())
                    .param("version", version)
                    .param("at", Database.timestamp(event.at()))
                    .param("actor", event.actor())
                    .param("step", event.step())
                    .param("event", event.event())
                    .param("detail", event.detail())
                    .update();
            return hash;
        });
    }

    static ChainHead head(JdbcClient jdbc) {
        return ChainHead.of(jdbc, CHAIN);
    }

    private static String hashOf(
            long seq, String previous, UUID document, @Nullable Long version, ProvenanceEvent event) {
        SortedMap<String, Object> facts = new TreeMap<>();
        facts.put("format", FORMAT);
        facts.put("seq", seq);
        facts.put("prev", previous);
        facts.put("document", document);
        if (version != null) {
            facts.put("version", version);
        }
        Instant kept = Database.timestamp(event.at()).toInstant();
        facts.put("at", kept);
        facts.put("actor", event.actor());
        facts.put("step", event.step());
        facts.put("event", event.event());
        facts.put("detail", event.detail());
        return Sha256.of(JsonColumns.canonical(facts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
