package vn.sohoa.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.codes.AgencyRegister;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ResultCode;

/** Shows where a dossier stands: every paper, its status, its history. */
@Component
public class TrackDossier {
    private final Catalog catalog;
    private final AuditTrail audit;
    private final AgencyRegister agencies;
    private final CodeIssuer codes;

    TrackDossier(Catalog catalog, AuditTrail audit, AgencyRegister agencies, CodeIssuer codes) {
        this.catalog = catalog;
        this.audit = audit;
        this.agencies = agencies;
        this.codes = codes;
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

    /** What is out of the ordinary about the units of a dossier on the day it was received: codes closed or unknown. */
    public List<String> notes(Dossier dossier) {
        LocalDate day = dossier.received();
        return day == null
                ? List.of()
                : Stream.concat(
                                Stream.of(dossier.receivingUnit(), dossier.processingUnit()),
                                Optional.ofNullable(dossier.issuingUnit()).stream())
                        .distinct()
                        .flatMap(unit -> agencies.resolve(unit, day).warning().stream())
                        .toList();
    }

    /** Code of an electronic result (Decree 45/2020/NĐ-CP, Article 14.3; R-33); empty for a paper that is no result. */
    public Optional<String> resultCode(Tracked tracked, Document paper) {
        return codes.resultCode(tracked.dossier(), tracked.papers(), paper).map(ResultCode::value);
    }

    public Optional<Document> document(DocumentId id) {
        return catalog.document(id);
    }

    public List<ProvenanceEvent> history(DocumentId id) {
        return audit.history(id);
    }
}
