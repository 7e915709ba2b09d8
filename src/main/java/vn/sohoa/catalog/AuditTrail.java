package vn.sohoa.catalog;

import java.util.List;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ProvenanceEvent;

/** The history of papers, append-only, hash-chained: each entry holds the hash of the one before. */
public interface AuditTrail {

    /** Records a look or an act that changes no row. */
    void append(DocumentId document, ProvenanceEvent event);

    /** The oldest first. */
    List<ProvenanceEvent> history(DocumentId document);
}
