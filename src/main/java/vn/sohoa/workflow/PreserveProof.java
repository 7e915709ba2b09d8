package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.EvidenceBook;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.signing.Evidence;
import vn.sohoa.signing.ProofKeeper;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Keeps stored papers provable for as long as they are kept (Circular 05/2025/TT-BNV, Article 26; R-41): signatures that would lapse
 * are raised to LTA in a new object, and every paper gets an evidence record over all its objects, which is renewed before it lapses.
 * Every part may be repeated, and goes on where it was interrupted.
 */
@Component
public class PreserveProof {
    /** A record is renewed when so little is left of its time-stamp's certificate. */
    static final Duration AHEAD = Duration.ofDays(365);

    private static final String STEP = "BAO_QUAN";
    private static final String SYSTEM = "system";
    private static final String PDF = "application/pdf";
    private static final Logger log = LoggerFactory.getLogger(PreserveProof.class);

    private final Catalog catalog;
    private final EvidenceBook book;
    private final ObjectStore store;
    private final Masters masters;
    private final SigningDesk desk;
    private final RetentionSchedule schedule;
    private final Clock clock;

    PreserveProof(
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

    /** @param failed papers left for the next time, each named in the log with its problem */
    public record Result(int done, int failed) {}

    /** Raises signatures of stored PDFs that lack long-term proof. The master stays; the result begins with its very bytes. */
    public Result raise(BooleanSupplier mayGoOn) {
        ProofKeeper keeper = desk.keeper();
        int done = 0;
        int failed = 0;
        for (Document paper : catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))) {
            if (!mayGoOn.getAsBoolean()) {
                break;
            }
            if (lacksProof(paper)) {
                boolean raised = raise(keeper, paper);
                done += raised ? 1 : 0;
                failed += raised ? 0 : 1;
            }
        }
        return told("raised", new Result(done, failed));
    }

    private static boolean lacksProof(Document paper) {
        SignatureReport report = paper.signature();
        return report != null
                && paper.mediaType().equals(PDF)
                && report.verdict() != SignatureVerdict.KHONG_HOP_LE
                && paper.object(ObjectRole.PRESERVED.name()).isEmpty()
                && report.signatures().stream().anyMatch(each -> !each.level().endsWith("-LTA"));
    }

    private boolean raise(ProofKeeper keeper, Document paper) {
        Path target = masters.fresh(".lta");
        try {
            masters.with(paper, master -> keeper.raise(master, target));
            Dossier dossier = catalog.dossier(paper.dossier()).orElseThrow();
            StoredObject kept = store.put(dossier.receivingUnit(), ObjectRole.PRESERVED, target);
            store.retain(new ObjectKey(kept.key()), schedule.of(dossier, paper));
            StoredObject master = paper.object(ObjectRole.MASTER.name()).orElseThrow();
            String proof =
                    "sha256 " + kept.sha256() + " begins with the " + master.bytes() + " bytes of " + master.sha256();
            return book.reopen(
                    withoutRecord(Change.of(paper), paper).object(kept).done(), event("LTA", proof));
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

    /** Gives every stored paper that has none an evidence record; one time-stamp for up to 500 papers. */
    public Result record(BooleanSupplier mayGoOn) {
        ProofKeeper keeper = desk.keeper();
        return inSets("recorded", mayGoOn, () -> book.missing(ProofKeeper.LARGEST_SET), set -> {
            List<List<Sha256>> groups = set.stream().map(PreserveProof::covered).toList();
            return keeper.evidence(groups);
        });
    }

    /** Renews the records whose time-stamp lapses within a year. */
    public Result renew(BooleanSupplier mayGoOn) {
        ProofKeeper keeper = desk.keeper();
        Instant before = clock.instant().plus(AHEAD);
        return inSets("renewed", mayGoOn, () -> book.lapsing(before, ProofKeeper.LARGEST_SET), set -> {
            List<Evidence.Renewal> old = set.stream()
                    .map(paper -> new Evidence.Renewal(recordOf(paper), covered(paper)))
                    .toList();
            return keeper.renew(old);
        });
    }

    private byte[] recordOf(Document paper) {
        StoredObject record = paper.object(ObjectRole.EVIDENCE.name())
                .orElseThrow(() -> new DigitisationException(Problem.STORE_CORRUPT, "no evidence of " + paper.id()));
        return store.read(new ObjectKey(record.key()), record.sha256());
    }

    private interface Ids {
        List<DocumentId> next();
    }

    private interface Making {
        List<Evidence> of(List<Document> papers);
    }

    private Result inSets(String what, BooleanSupplier mayGoOn, Ids ids, Making making) {
        int done = 0;
        int failed = 0;
        Set<DocumentId> tried = new HashSet<>();
        List<DocumentId> next = ids.next();
        while (mayGoOn.getAsBoolean() && next.stream().anyMatch(tried::add)) {
            tried.addAll(next);
            List<Document> set = next.stream()
                    .map(catalog::document)
                    .flatMap(Optional::stream)
                    .toList();
            List<Evidence> made = making.of(set);
            for (int i = 0; i < set.size(); i++) {
                boolean entered = enter(set.get(i), made.get(i), what);
                done += entered ? 1 : 0;
                failed += entered ? 0 : 1;
            }
            next = ids.next();
        }
        return told(what, new Result(done, failed));
    }

    private boolean enter(Document paper, Evidence evidence, String what) {
        AgencyCode unit = catalog.dossier(paper.dossier()).orElseThrow().receivingUnit();
        StoredObject record = store.put(unit, ObjectRole.EVIDENCE, evidence.record());
        String note =
                "sha256 " + record.sha256() + ", " + covered(paper).size() + " objects, until " + evidence.lapsesAt();
        return book.enter(
                Change.of(paper).object(record).done(),
                event("RFC4998_" + what.toUpperCase(Locale.ROOT), note),
                evidence.madeAt(),
                evidence.lapsesAt());
    }

    /** What the record of a paper proves: every object of it but that record. */
    static List<Sha256> covered(Document paper) {
        return paper.objects().stream()
                .filter(object -> !object.role().equals(ObjectRole.EVIDENCE.name()))
                .map(StoredObject::sha256)
                .distinct()
                .toList();
    }

    /** A record that does not cover all objects any more stays as an object, and is covered by the next. */
    private static Change withoutRecord(Change change, Document paper) {
        Optional<StoredObject> old = paper.object(ObjectRole.EVIDENCE.name());
        if (old.isEmpty()) {
            return change;
        }
        long earlier = paper.objects().stream()
                .filter(object -> object.role().startsWith(ObjectRole.EVIDENCE.name()))
                .count();
        StoredObject kept = old.get();
        return change.withoutObject(kept.role())
                .object(new StoredObject(kept.role() + "_" + earlier, kept.key(), kept.sha256(), kept.bytes()));
    }

    private ProvenanceEvent event(String what, String note) {
        return new ProvenanceEvent(clock.instant(), SYSTEM, STEP, what, note);
    }

    private static Result told(String what, Result result) {
        log.info("{} {}, failed {}", what, result.done(), result.failed());
        return result;
    }
}
