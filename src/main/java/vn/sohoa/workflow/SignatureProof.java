package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.EvidenceBook;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.signing.ProofKeeper;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Signatures inside stored PDFs: raised to LTA where that is lacking, and given one more archive time-stamp before the last one
 * lapses. The result is an object of its own that begins with the very bytes it was made from.
 */
final class SignatureProof {
    private static final String PDF = "application/pdf";
    private static final Logger log = LoggerFactory.getLogger(SignatureProof.class);

    private final Catalog catalog;
    private final EvidenceBook book;
    private final ObjectStore store;
    private final Masters masters;
    private final SigningDesk desk;
    private final RetentionSchedule schedule;
    private final Clock clock;

    SignatureProof(
            Catalog catalog,
            EvidenceBook book,
            ObjectStore store,
            Masters masters,
            SigningDesk desk,
            RetentionSchedule schedule,
            Clock clock) {
        this.catalog = catalog;
        this.book = book;
        this.store = store;
        this.masters = masters;
        this.desk = desk;
        this.schedule = schedule;
        this.clock = clock;
    }

    PreserveProof.Result raise(BooleanSupplier mayGoOn) {
        ProofKeeper keeper = desk.keeper();
        Instant before = PreserveProof.earlier(
                clock.instant().plus(PreserveProof.AHEAD), keeper.reach().stamps());
        // a record is younger than the time-stamps it covers: where none lapses, no file has to be opened
        Set<DocumentId> lapsing = new HashSet<>(book.lapsing(before, Integer.MAX_VALUE));
        int done = 0;
        int failed = 0;
        for (Document paper : catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))) {
            if (!mayGoOn.getAsBoolean()) {
                break;
            }
            boolean lacking = lacksProof(paper);
            if (lacking || (lapsing.contains(paper.id()) && isSound(paper) && lapses(keeper, paper, before))) {
                boolean raised = raise(keeper, paper);
                done += raised ? 1 : 0;
                failed += raised ? 0 : 1;
            }
        }
        return new PreserveProof.Result(done, failed);
    }

    private static boolean isSound(Document paper) {
        SignatureReport report = paper.signature();
        return report != null
                && paper.mediaType().equals(PDF)
                && report.verdict() != SignatureVerdict.KHONG_HOP_LE
                && !report.signatures().isEmpty();
    }

    private static boolean lacksProof(Document paper) {
        SignatureReport report = paper.signature();
        return isSound(paper)
                && report != null
                && paper.object(ObjectRole.PRESERVED.name()).isEmpty()
                && report.signatures().stream().anyMatch(each -> !each.level().endsWith("-LTA"));
    }

    private boolean lapses(ProofKeeper keeper, Document paper, Instant before) {
        return with(
                newest(paper),
                file -> keeper.lapses(file).filter(end -> end.isBefore(before)).isPresent());
    }

    private static StoredObject newest(Document paper) {
        return paper.object(ObjectRole.PRESERVED.name())
                .or(() -> paper.object(ObjectRole.MASTER.name()))
                .orElseThrow(() -> new DigitisationException(Problem.STORE_CORRUPT, "no master of " + paper.id()));
    }

    private <T> T with(StoredObject object, Function<Path, T> work) {
        Path copy = masters.fresh(".pdf");
        try {
            store.copyTo(new ObjectKey(object.key()), object.sha256(), copy);
            return work.apply(copy);
        } finally {
            Masters.remove(copy);
        }
    }

    private boolean raise(ProofKeeper keeper, Document paper) {
        Path target = masters.fresh(".lta");
        try {
            StoredObject from = newest(paper);
            with(from, file -> keeper.raise(file, target));
            Dossier dossier = catalog.dossier(paper.dossier()).orElseThrow();
            StoredObject kept = store.put(dossier.receivingUnit(), ObjectRole.PRESERVED, target);
            store.retain(new ObjectKey(kept.key()), schedule.of(dossier, paper));
            String proof =
                    "sha256 " + kept.sha256() + " begins with the " + from.bytes() + " bytes of " + from.sha256();
            // a record that does not cover all objects any more stays as an object, and is covered by the next
            Change change = PreserveProof.shelve(Change.of(paper), paper, ObjectRole.EVIDENCE);
            change = PreserveProof.shelve(change, paper, ObjectRole.PRESERVED).object(kept);
            ProvenanceEvent event =
                    new ProvenanceEvent(clock.instant(), PreserveProof.SYSTEM, PreserveProof.STEP, "LTA", proof);
            return book.reopen(change.done(), event);
        } catch (DigitisationException problem) {
            if (problem.problem() == Problem.TSA_UNAVAILABLE || problem.problem() == Problem.CONFIGURATION_INVALID) {
                throw problem;
            }
            log.warn("paper {} was not raised: {}", paper.id(), problem.getMessage());
            return false;
        } finally {
            Masters.remove(target);
        }
    }
}
