package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.signing.SignedCopy;
import vn.sohoa.signing.SigningOrder;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * The scanning officer signs the scans that wait for him (Circular 01/2023/TT-VPCP, Article 8; R-36): all in one session with his
 * token. The signed file is a new object, the bytes received stay beside it, and the paper goes its way with the next run.
 */
@Component
public class SignMaster {
    private static final String STEP = "KY_SO";

    private final Catalog catalog;
    private final ObjectStore store;
    private final Masters masters;
    private final SigningDesk desk;
    private final Clock clock;

    SignMaster(Catalog catalog, ObjectStore store, Masters masters, SigningDesk desk, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.masters = masters;
        this.desk = desk;
        this.clock = clock;
    }

    /** A paper in the queue. */
    public record Waiting(String document, String dossier, String unit, String file, int pages) {}

    /** The queue, in the order of dossiers. @param dossier of this one alone, or null for all */
    public List<Waiting> waiting(@Nullable DossierCode dossier) {
        return catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.AWAITING_SIGNATURE)).stream()
                .filter(paper -> dossier == null || paper.dossier().equals(dossier))
                .map(paper -> new Waiting(
                        paper.id().toString(),
                        paper.dossier().value(),
                        dossierOf(paper).receivingUnit().value(),
                        paper.source().name(),
                        paper.pages()))
                .toList();
    }

    /**
     * Signs one paper of the queue and sends it on its way again.
     *
     * @throws DigitisationException NOT_FOUND, WRONG_STATUS if it does not wait any more; else as of {@link SignFiles#sign}
     */
    public SignFiles.Signed sign(String document, String profile, String officer) {
        Document paper = catalog.document(new DocumentId(UUID.fromString(document)))
                .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, document));
        if (paper.status() != DigitisationStatus.AWAITING_SIGNATURE) {
            throw new DigitisationException(
                    Problem.WRONG_STATUS, document + " " + paper.status().vietnamese());
        }
        return masters.with(paper, master -> sign(paper, master, profile, officer));
    }

    private SignFiles.Signed sign(Document paper, Path master, String profile, String officer) {
        Path out = masters.fresh(".signed");
        try {
            SignedCopy copy = desk.signer()
                    .sign(new SigningOrder(master, out, paper.mediaType(), profile, Map.of("form", "SAO Y")));
            Document changed = changed(paper, copy, out);
            String note = "sha256 " + copy.sha256() + " from " + copy.original() + ", " + copy.format() + " "
                    + copy.level() + ", certificate " + copy.signer().serial();
            ProvenanceEvent event = new ProvenanceEvent(clock.instant(), officer, STEP, "RECEIVED", note);
            if (!catalog.change(changed, event)) {
                throw new DigitisationException(Problem.WRONG_STATUS, paper.id().toString());
            }
            return SignFiles.Signed.of(Path.of(paper.source().name()), copy);
        } finally {
            Masters.remove(out);
        }
    }

    private Document changed(Document paper, SignedCopy copy, Path out) {
        Change change = Change.of(paper).status(DigitisationStatus.RECEIVED);
        Dossier dossier = dossierOf(paper);
        if (copy.format().equals("PADES")) {
            StoredObject before = paper.object(ObjectRole.MASTER.name()).orElseThrow();
            change.object(new StoredObject(ObjectRole.UNSIGNED.name(), before.key(), before.sha256(), before.bytes()))
                    .object(store.put(dossier.receivingUnit(), ObjectRole.MASTER, out));
        } else {
            change.object(store.put(dossier.receivingUnit(), ObjectRole.SIGNATURE, out));
        }
        return change.done();
    }

    private Dossier dossierOf(Document paper) {
        return catalog.dossier(paper.dossier()).orElseThrow();
    }
}
