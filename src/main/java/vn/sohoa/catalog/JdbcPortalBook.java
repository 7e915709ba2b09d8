package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Sha256;

/** What the portal has and has not, in an SQL database. */
final class JdbcPortalBook implements PortalBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private static final int LONGEST = 100_000;

    /** What changed, by dossier: papers newly stored; handling or reuse since the portal last took the dossier. */
    private static final String CHANGES = """
            select x.dossier_code, o.written_at as since from outbox o join document x on x.id = o.document_id
              where o.topic = 'PORTAL' and o.sent_at is null
            union all
            select s.dossier_code, h.declared_at from portal_state s join dossier_handling h on h.dossier_code = s.dossier_code
              where h.declared_at > s.accepted_at
            union all
            select s.dossier_code, r.happened_at from portal_state s join reuse_entry r on r.for_dossier = s.dossier_code
              where r.happened_at > s.accepted_at""";

    private final Database database;

    JdbcPortalBook(Database database) {
        this.database = database;
    }

    /** A refused dossier is due again only when something has changed since it was tried. */
    @Override
    public List<Due> due(Instant now, int limit) {
        return database.call(jdbc -> jdbc.sql("select c.dossier_code, coalesce(max(s.attempts), 0) as attempts,"
                        + " (select coalesce(max(o.id), 0) from outbox o join document x on x.id = o.document_id"
                        + " where x.dossier_code = c.dossier_code and o.topic = 'PORTAL' and o.sent_at is null) as upto"
                        + " from (" + CHANGES + ") c"
                        + " left join portal_state s on s.dossier_code = c.dossier_code"
                        + " where s.dossier_code is null or s.not_before <= :now or c.since > s.tried_at"
                        + " or (s.attempts = 0 and s.not_before is null)"
                        + " group by c.dossier_code order by min(c.since), c.dossier_code limit :limit")
                .param("now", Database.timestamp(now))
                .param("limit", limit)
                .query((row, n) -> new Due(
                        new DossierCode(row.getString("dossier_code")), row.getLong("upto"), row.getInt("attempts")))
                .list());
    }

    @Override
    public List<DocumentId> takenFor(DossierCode dossier) {
        return database.call(jdbc -> jdbc.sql("select document_id, min(id) as first from reuse_entry"
                        + " where for_dossier = :dossier group by document_id order by min(id)")
                .param("dossier", dossier.value())
                .query((row, n) -> new DocumentId(row.getObject("document_id", UUID.class)))
                .list());
    }

    @Override
    public void accepted(Due due, Sha256 payload, Instant now) {
        database.call(jdbc -> {
            write(jdbc, due, 0, Optional.empty(), false, List.of(), Optional.of(payload), now);
            return jdbc.sql("""
                            update outbox set sent_at = current_timestamp where topic = 'PORTAL' and sent_at is null
                              and id <= :upto and document_id in (select id from document where dossier_code = :dossier)""")
                    .param("upto", due.upTo())
                    .param("dossier", due.dossier().value())
                    .update();
        });
    }

    @Override
    public void failed(Due due, List<Fault> faults, Optional<Instant> again, Instant now) {
        database.call(jdbc -> {
            write(jdbc, due, due.attempts() + 1, again, again.isEmpty(), faults, Optional.empty(), now);
            return true;
        });
    }

    private static void write(
            JdbcClient jdbc,
            Due due,
            int attempts,
            Optional<Instant> again,
            boolean refused,
            List<Fault> faults,
            Optional<Sha256> accepted,
            Instant now) {
        String errors = JSON.writeValueAsString(faults);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("dossier", due.dossier().value());
        columns.put("attempts", attempts);
        columns.put("now", Database.timestamp(now));
        columns.put("again", again.map(Database::timestamp).orElse(null));
        columns.put("refused", refused);
        columns.put("errors", errors.length() > LONGEST ? "[]" : errors);
        columns.put("payload", accepted.map(Sha256::hex).orElse(null));
        columns.put("accepted", accepted.isPresent() ? Database.timestamp(now) : null);
        int known = jdbc.sql("update portal_state set attempts = :attempts, tried_at = :now, not_before = :again,"
                        + " refused = :refused, errors = :errors"
                        + (accepted.isPresent() ? ", accepted_at = :accepted, payload_sha256 = :payload" : "")
                        + " where dossier_code = :dossier")
                .params(columns)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into portal_state (dossier_code, attempts, tried_at, not_before, accepted_at,
                              payload_sha256, refused, errors)
                            values (:dossier, :attempts, :now, :again, :accepted, :payload, :refused, :errors)""").params(columns).update();
        }
    }

    @Override
    public List<Unsynced> unsynced() {
        return database.call(
                jdbc -> jdbc.sql("select c.dossier_code, min(c.since) as since, max(d.processing_unit) as unit,"
                                + " coalesce(max(s.attempts), 0) as attempts, max(case when s.refused then 1 else 0 end) as refused,"
                                + " max(s.tried_at) as tried_at, max(s.not_before) as not_before, max(s.errors) as errors"
                                + " from (" + CHANGES + ") c join dossier d on d.code = c.dossier_code"
                                + " left join portal_state s on s.dossier_code = c.dossier_code"
                                + " where " + CurrentScope.ofUnits("d")
                                + " group by c.dossier_code order by min(c.since), c.dossier_code")
                        .query(JdbcPortalBook::line)
                        .list());
    }

    private static Unsynced line(ResultSet row, int number) throws SQLException {
        String errors = row.getString("errors");
        return new Unsynced(
                new DossierCode(row.getString("dossier_code")),
                row.getString("unit"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getInt("refused") == 1,
                Database.instantOrNull(row, "tried_at"),
                Database.instantOrNull(row, "not_before"),
                errors == null ? List.of() : JSON.readValue(errors, FAULTS));
    }
}
