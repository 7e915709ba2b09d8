package vn.sohoa.workflow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ProvenanceEvent;

/** Shows where a dossier stands: every paper, its status, its history. */
@Component
public class TrackDossier {
    private final Catalog catalog;
    private final AuditTrail audit;

    TrackDossier(Catalog catalog, AuditTrail audit) {
        this.catalog = catalog;
        this.audit = audit;
    }

    /** A dossier with its papers in order. */
    public record Tracked(Dossier dossier, List<Document> papers) {}

    public Optional<Tracked> dossier(DossierCode code) {
        return catalog.dossier(code)
                .map(dossier -> new Tracked(dossier, catalog.documents(DocumentFilter.ofDossier(code))));
    }

    /** Dossiers that hold a paper in that status, or all. */
    public List<Tracked> dossiers(@Nullable DigitisationStatus status) {
        DocumentFilter filter = status == null ? DocumentFilter.ALL : DocumentFilter.ofStatus(status);
        return catalog.dossiers(filter).stream()
                .map(dossier -> new Tracked(dossier, catalog.documents(DocumentFilter.ofDossier(dossier.code()))))
                .toList();
    }

    public Optional<Document> document(DocumentId id) {
        return catalog.document(id);
    }

    public List<ProvenanceEvent> history(DocumentId id) {
        return audit.history(id);
    }
}
