package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.HandlingBook;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.PaperHandling;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SourceFile;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.intake.DeliveredPaper;
import vn.sohoa.intake.Delivery;
import vn.sohoa.intake.Inbox;
import vn.sohoa.intake.Refusal;
import vn.sohoa.intake.Scan;
import vn.sohoa.intake.StagedFile;
import vn.sohoa.intake.Staging;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Takes deliveries from an inbox: private copy, object store, one transaction, and only then the folder moves to {@code done/}
 * (order of effects). A refused delivery stays where it is with its reason beside it; the others go on.
 */
@Component
public class ReceiveDossier {
    private final ObjectStore store;
    private final Catalog catalog;
    private final HandlingBook handling;
    private final RunLedger ledger;
    private final WorkFolders folders;
    private final LooseScans loose;
    private final Clock clock;

    ReceiveDossier(
            ObjectStore store,
            Catalog catalog,
            HandlingBook handling,
            RunLedger ledger,
            WorkFolders folders,
            LooseScans loose,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.handling = handling;
        this.ledger = ledger;
        this.folders = folders;
        this.loose = loose;
        this.clock = clock;
    }

    /**
     * What an inbox gave.
     *
     * @param received dossiers taken in
     * @param waiting folders still being copied
     */
    public record Received(int received, int refused, int waiting) {}

    /** Takes in what is ready, in the order of folder names. May be repeated. */
    public Received receive(Path inboxFolder, Duration settle, long run) {
        Inbox inbox = new Inbox(inboxFolder, settle, clock);
        Scan scan = inbox.scan();
        List<Refusal> refusals = new ArrayList<>(scan.refusals());
        int received = 0;
        for (Delivery delivery : scan.deliveries()) {
            try {
                ledger.plan(run, receive(delivery));
                inbox.done(delivery);
                received++;
            } catch (DigitisationException failure) {
                refusals.add(new Refusal(delivery.folder(), failure.problem(), failure.detail()));
            }
        }
        for (Refusal refusal : refusals) {
            inbox.refuse(refusal);
            ledger.refuse(run, String.valueOf(refusal.folder().getFileName()), refusal.problem(), refusal.detail());
        }
        return new Received(received, refusals.size(), scan.waiting().size());
    }

    private List<DocumentId> receive(Delivery delivery) {
        Instant now = clock.instant();
        Map<Sha256, DocumentId> seen = new HashMap<>();
        List<Document> papers = new ArrayList<>();
        Ordinals ordinals = new Ordinals(
                catalog.documents(DocumentFilter.ofDossier(delivery.dossier().code())));
        List<String> cut = new ArrayList<>();
        Map<DocumentId, PaperHandling> handled = new HashMap<>();
        for (DeliveredPaper paper : delivery.papers()) {
            StagedFile staged = Staging.copy(paper.file(), folders.staging());
            List<LooseScans.Piece> pieces = List.of();
            try {
                pieces = loose.pieces(paper, staged);
                if (pieces.isEmpty()) {
                    papers.add(stored(delivery.dossier(), paper, ordinals, staged, seen, now));
                } else {
                    cut.add("tách " + pieces.size() + " giấy tờ từ "
                            + staged.sha256().hex());
                }
                for (LooseScans.Piece piece : pieces) {
                    papers.add(stored(delivery.dossier(), piece.paper(), ordinals, piece.file(), seen, now));
                }
                papers.forEach(known -> handled.putIfAbsent(known.id(), paper.handling()));
            } finally {
                pieces.forEach(piece -> Masters.remove(piece.file().file()));
                Masters.remove(staged.file());
            }
        }
        ProvenanceEvent event = new ProvenanceEvent(
                now, "system", "TIEP_NHAN", DigitisationStatus.RECEIVED.name(), String.join("; ", cut));
        catalog.receive(delivery.dossier(), papers, event);
        handling.keep(delivery.dossier().code(), delivery.handling(), handled, now);
        return papers.stream().map(Document::id).toList();
    }

    private Document stored(
            Dossier dossier,
            DeliveredPaper paper,
            Ordinals ordinals,
            StagedFile staged,
            Map<Sha256, DocumentId> seen,
            Instant now) {
        StoredObject master = store.put(dossier.receivingUnit(), ObjectRole.MASTER, staged.file());
        Document document = document(dossier, paper, ordinals, staged, master, seen, now);
        if (staged.bytes() > 0) { // two empty files are two failed scans, not one paper twice
            seen.putIfAbsent(staged.sha256(), document.id());
        }
        return document;
    }

    private Document document(
            Dossier dossier,
            DeliveredPaper paper,
            Ordinals ordinals,
            StagedFile staged,
            StoredObject master,
            Map<Sha256, DocumentId> batch,
            Instant now) {
        DocumentId id = id(dossier.code(), paper.name(), staged.sha256());
        @Nullable DocumentId twin = batch.get(staged.sha256());
        return new Document(
                id,
                dossier.code(),
                ordinals.of(id),
                1,
                new SourceFile(paper.name(), staged.sha256(), staged.bytes()),
                paper.title(),
                paper.copy(),
                paper.showOnly(),
                paper.result(),
                now,
                DigitisationStatus.RECEIVED,
                ReuseStanding.UNDETERMINED,
                "",
                0,
                DocumentType.UNKNOWN,
                0,
                List.of(),
                null,
                null,
                null,
                twin == null ? null : ScopeReason.DUPLICATE_IN_BATCH,
                "",
                null,
                List.of(master),
                twin == null ? held(id, staged.sha256()).orElse(null) : twin,
                null);
    }

    /** Places in the dossier: known papers keep theirs, new ones come after the last, so that codes stay apart. */
    private static final class Ordinals {
        private final Map<DocumentId, Integer> known = new HashMap<>();
        private int last;

        Ordinals(List<Document> held) {
            held.forEach(paper -> {
                known.put(paper.id(), paper.ordinal());
                last = Math.max(last, paper.ordinal());
            });
        }

        int of(DocumentId id) {
            return known.computeIfAbsent(id, fresh -> ++last);
        }
    }

    /** The same file again has the same id; other bytes under the name are the paper's next version. */
    private DocumentId id(DossierCode code, String name, Sha256 sha256) {
        for (int version = 1; ; version++) {
            DocumentId id = DocumentId.of(code, name, version);
            Optional<Document> known = catalog.document(id);
            if (known.isEmpty() || known.get().source().sha256().equals(sha256)) {
                return id;
            }
        }
    }

    /** An earlier paper with the same bytes, which an officer has to compare; nothing is deleted. Empty files are no twins. */
    private Optional<DocumentId> held(DocumentId self, Sha256 sha256) {
        return sha256.equals(Sha256.of(new byte[0]))
                ? Optional.empty()
                : catalog.documents(DocumentFilter.ofBytes(sha256)).stream()
                        .map(Document::id)
                        .filter(id -> !id.equals(self))
                        .findFirst();
    }
}
