package vn.sohoa.catalog;

import java.util.List;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ProvenanceEvent;

/** The history in an SQL database. */
final class JdbcAuditTrail implements AuditTrail {
    private final Database database;

    JdbcAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(DocumentId document, ProvenanceEvent event) {
        database.call(jdbc -> {
            EventChain.append(jdbc, document, null, event);
            return true;
        });
    }

    @Override
    public List<ProvenanceEvent> history(DocumentId document) {
        return database.call(jdbc -> jdbc
                .sql("select * from document_event where document_id = :document and "
                        + CurrentScope.ofPaper("document_id") + " order by seq")
                .param("document", document.value())
                .query(EventChain.ENTRY)
                .list()
                .stream()
                .map(EventChain.Entry::event)
                .toList());
    }
}
