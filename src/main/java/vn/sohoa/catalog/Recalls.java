package vn.sohoa.catalog;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ReuseStanding;

/** Raises recalls. Works inside the transaction that withdraws the paper and holds its row. */
final class Recalls {
    private Recalls() {}

    /** @param version that the withdrawal makes */
    static void raise(JdbcClient jdbc, Document before, ReuseStanding now, long version, Instant at) {
        if (now == before.standing() || !now.isWithdrawn()) {
            return;
        }
        jdbc.sql("""
                        insert into reuse_recall (entry_id, document_id, document_version, standing, raised_at)
                        select id, document_id, cast(:version as bigint), cast(:standing as varchar(20)),
                          cast(:at as timestamp(6) with time zone)
                        from reuse_entry where document_id = :document order by id""")
                .param("version", version)
                .param("standing", now.name())
                .param("at", Database.timestamp(at))
                .param("document", before.id().value())
                .update();
    }
}
