package vn.sohoa.catalog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.Sha256;

/** The book of reuse in an SQL database. */
final class JdbcReuseBook implements ReuseBook {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Database database;

    JdbcReuseBook(Database database) {
        this.database = database;
    }

    @Override
    public void enter(ReuseEntry entry) {
        database.call(jdbc -> {
            boolean isNew = insert(jdbc, entry) == 1;
            if (isNew) {
                EventChain.append(jdbc, entry.document(), null, event(entry));
            }
            return isNew;
        });
    }

    private static int insert(JdbcClient jdbc, ReuseEntry entry) {
        LocalDate day = LocalDate.ofInstant(entry.at(), OFFICE);
        int known = jdbc.sql("""
                        select count(*) from reuse_entry where document_id = :document and for_dossier = :dossier
                          and officer = :officer and business_day = :day""")
                .param("document", entry.document().value())
                .param("dossier", entry.forDossier().value())
                .param("officer", entry.officer())
                .param("day", day)
                .query(Integer.class)
                .single();
        return known > 0
                ? 0
                : jdbc.sql("""
                                insert into reuse_entry (document_id, sha256, for_dossier, officer, purpose, basis,
                                  happened_at, business_day)
                                values (:document, :sha256, :dossier, :officer, :purpose, :basis, :at, :day)""")
                        .param("document", entry.document().value())
                        .param("sha256", entry.sha256().hex())
                        .param("dossier", entry.forDossier().value())
                        .param("officer", entry.officer())
                        .param("purpose", entry.purpose())
                        .param("basis", entry.basis())
                        .param("at", Database.timestamp(entry.at()))
                        .param("day", day)
                        .update();
    }

    private static ProvenanceEvent event(ReuseEntry entry) {
        return new ProvenanceEvent(
                entry.at(),
                entry.officer(),
                "REUSE",
                "TAKEN",
                "for " + entry.forDossier() + ", sha256 " + entry.sha256() + ", " + entry.basis());
    }

    @Override
    public List<ReuseEntry> of(DocumentId document) {
        return database.call(jdbc -> jdbc.sql("select * from reuse_entry where document_id = :document order by id")
                .param("document", document.value())
                .query((row, n) -> new ReuseEntry(
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        new Sha256(row.getString("sha256")),
                        new DossierCode(row.getString("for_dossier")),
                        row.getString("officer"),
                        row.getString("purpose"),
                        row.getString("basis"),
                        Database.instant(row, "happened_at")))
                .list());
    }
}
