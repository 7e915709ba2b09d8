package vn.sohoa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ProvenanceEvent;

/** Evidence records in an SQL database. */
final class JdbcEvidenceBook implements EvidenceBook {
    private final Database database;

    JdbcEvidenceBook(Database database) {
        this.database = database;
    }

    @Override
    public List<DocumentId> missing(int limit) {
        return database.call(jdbc -> jdbc.sql("""
                        select d.id from document d left join evidence e on e.document_id = d.id
                        where d.status = 'STORED' and e.document_id is null order by d.stored_at, d.id limit :limit""")
                .param("limit", limit)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .list());
    }

    @Override
    public List<DocumentId> lapsing(Instant before, int limit) {
        return database.call(jdbc -> jdbc.sql(
                        "select document_id from evidence where lapses_at < :before order by lapses_at, document_id limit :limit")
                .param("before", Database.timestamp(before))
                .param("limit", limit)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .list());
    }

    @Override
    public boolean enter(Document changed, ProvenanceEvent event, Instant madeAt, Instant lapsesAt) {
        return database.call(jdbc -> {
            boolean ours = write(jdbc, changed, event);
            if (ours) {
                jdbc.sql("insert into evidence (document_id, made_at, lapses_at) values (:id, :made, :lapses)")
                        .param("id", changed.id().value())
                        .param("made", Database.timestamp(madeAt))
                        .param("lapses", Database.timestamp(lapsesAt))
                        .update();
            }
            return ours;
        });
    }

    @Override
    public boolean reopen(Document changed, ProvenanceEvent event) {
        return database.call(jdbc -> write(jdbc, changed, event));
    }

    /** The paper as changed, and no record of it any more. */
    private static boolean write(JdbcClient jdbc, Document changed, ProvenanceEvent event) {
        Optional<Papers.Locked> current =
                Papers.lock(jdbc, changed.id()).filter(row -> row.document().version() == changed.version());
        current.ifPresent(row -> {
            Papers.writeByPerson(jdbc, row, changed, event);
            jdbc.sql("delete from evidence where document_id = :id")
                    .param("id", changed.id().value())
                    .update();
        });
        return current.isPresent();
    }
}
