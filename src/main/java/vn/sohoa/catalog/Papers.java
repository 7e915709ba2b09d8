package vn.sohoa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ProvenanceEvent;

/** Writes rows of papers with all that belongs in the same commit. Works inside a transaction that others have begun. */
final class Papers {
    private static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "dossier_code",
            "ordinal",
            "source_name",
            "source_sha256",
            "source_bytes",
            "title",
            "copy_form",
            "show_only",
            "is_result",
            "received_at",
            "status",
            "standing",
            "media_type",
            "pages",
            "type_code",
            "type_name",
            "type_confidence",
            "field_values",
            "owner_kind",
            "owner_number",
            "signature",
            "problem",
            "scope_reason",
            "problem_detail",
            "code",
            "objects",
            "duplicate_of",
            "verified_by");
    private static final String INSERT = "insert into document (" + String.join(", ", COLUMNS) + ") values ("
            + COLUMNS.stream().map(":"::concat).collect(Collectors.joining(", ")) + ")";
    private static final String UPDATE = "update document set "
            + COLUMNS.stream()
                    .filter(column -> !column.equals("id"))
                    .map(column -> column + " = :" + column)
                    .collect(Collectors.joining(", "))
            + ", last_problem = :problem, attempts = :attempts, deaths = :deaths, not_before = :not_before, stored_at = :stored_at,"
            + " lease_until = null, lease_epoch = :lease_epoch where id = :id";

    /** A row that this transaction holds. */
    record Locked(
            Document document,
            long epoch,
            @Nullable Instant leaseUntil,
            int attempts,
            int deaths,
            @Nullable Instant notBefore,
            @Nullable Instant storedAt) {

        /** Whether the claim is the last one and was not given back. */
        boolean isClaimedBy(Claim claim) {
            return epoch == claim.epoch() && leaseUntil != null;
        }
    }

    static final RowMapper<Locked> LOCKED = (row, n) -> new Locked(
            DocumentRows.read(row, n),
            row.getLong("lease_epoch"),
            Database.instantOrNull(row, "lease_until"),
            row.getInt("attempts"),
            row.getInt("deaths"),
            Database.instantOrNull(row, "not_before"),
            Database.instantOrNull(row, "stored_at"));

    private Papers() {}

    static void insert(JdbcClient jdbc, Document paper, ProvenanceEvent event) {
        jdbc.sql(INSERT).params(DocumentRows.columns(paper)).update();
        jdbc.sql("""
                        insert into receipt (document_id, sha256, bytes, received_at)
                        values (:id, :source_sha256, :source_bytes, :received_at)""").params(DocumentRows.columns(paper)).update();
        EventChain.append(jdbc, paper.id(), paper.version(), event);
    }

    static Optional<Locked> lock(JdbcClient jdbc, DocumentId id) {
        return jdbc.sql("select * from document where id = :id for update")
                .param("id", id.value())
                .query(LOCKED)
                .optional();
    }

    /** By a claim: the claim is given back; attempts are counted anew once the paper has moved. */
    static void writeByClaim(JdbcClient jdbc, Locked current, Document changed, ProvenanceEvent event) {
        boolean moved = changed.status() != current.document().status();
        write(jdbc, current, changed, event, current.epoch(), moved ? 0 : current.attempts());
    }

    /** By a person: whoever works on the paper loses it, and it is due at once. */
    static void writeByPerson(JdbcClient jdbc, Locked current, Document changed, ProvenanceEvent event) {
        write(jdbc, current, changed, event, current.epoch() + 1, 0);
    }

    private static void write(
            JdbcClient jdbc, Locked current, Document changed, ProvenanceEvent event, long epoch, int attempts) {
        Document before = current.document();
        if (changed.status() != before.status()) {
            before.status().become(changed.status());
        }
        if (!changed.dossier().equals(before.dossier()) || !changed.source().equals(before.source())) {
            throw new IllegalArgumentException("dossier and source of a paper never change: " + before.id());
        }
        long version = before.version() + 1;
        boolean newlyStored = changed.status() == DigitisationStatus.STORED && current.storedAt() == null;
        Instant storedAt = newlyStored ? event.at() : current.storedAt();
        Map<String, @Nullable Object> columns = DocumentRows.columns(changed);
        columns.put("version", version);
        columns.put("received_at", Database.timestamp(before.receivedAt()));
        columns.put("attempts", attempts);
        columns.put("deaths", 0);
        columns.put("not_before", null);
        columns.put("stored_at", DocumentRows.ifPresent(storedAt, Database::timestamp));
        columns.put("lease_epoch", epoch);
        jdbc.sql(UPDATE).params(columns).update();
        if (storedAt != null) {
            announce(jdbc, Outbox.Topic.INDEX, before.id(), version);
        }
        if (newlyStored) {
            announce(jdbc, Outbox.Topic.PORTAL, before.id(), version);
        }
        Recalls.raise(jdbc, before, changed.standing(), version, event.at());
        EventChain.append(jdbc, before.id(), version, event);
    }

    private static void announce(JdbcClient jdbc, Outbox.Topic topic, DocumentId document, long version) {
        jdbc.sql("insert into outbox (topic, document_id, version) values (:topic, :document, :version)")
                .param("topic", topic.name())
                .param("document", document.value())
                .param("version", version)
                .update();
    }
}
