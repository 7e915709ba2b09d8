package vn.sohoa.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.EvidenceBook;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.signing.Evidence;
import vn.sohoa.signing.ProofKeeper;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** Evidence records (RFC 4998) of stored papers: made in sets, renewed before their time-stamp or their hashes lapse. */
final class EvidenceProof {
    /** Papers under one request of hash-tree renewal: each of their objects is read. */
    private static final int READ_AT_ONCE = 50;

    private final Catalog catalog;
    private final EvidenceBook book;
    private final ObjectStore store;
    private final Masters masters;
    private final SigningDesk desk;
    private final Clock clock;

    EvidenceProof(
            Catalog catalog, EvidenceBook book, ObjectStore store, Masters masters, SigningDesk desk, Clock clock) {
        this.catalog = catalog;
        this.book = book;
        this.store = store;
        this.masters = masters;
        this.desk = desk;
        this.clock = clock;
    }

    PreserveProof.Result record(BooleanSupplier mayGoOn) {
        ProofKeeper keeper = desk.keeper();
        return inSets("recorded", mayGoOn, () -> book.missing(ProofKeeper.LARGEST_SET), set -> {
            List<List<Sha256>> groups = set.stream().map(PreserveProof::covered).toList();
            return keeper.evidence(groups);
        });
    }

    PreserveProof.Result renew(BooleanSupplier mayGoOn) {
        ProofKeeper keeper = desk.keeper();
        Instant before = clock.instant().plus(PreserveProof.AHEAD);
        ProofKeeper.Reach reach = keeper.reach();
        Making renewal = set -> keeper.renew(
                set.stream().map(paper -> renewal(keeper, paper, before)).toList());
        PreserveProof.Result byTime = inSets(
                "renewed",
                mayGoOn,
                () -> book.lapsing(PreserveProof.earlier(before, reach.stamps()), ProofKeeper.LARGEST_SET),
                renewal);
        if (reach.hashes().filter(end -> end.isBefore(before)).isEmpty()) {
            return byTime;
        }
        Iterator<Document> stored = catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))
                .iterator();
        return byTime.plus(inSets("rehashed", mayGoOn, () -> ageing(keeper, stored, before), renewal));
    }

    private List<DocumentId> ageing(ProofKeeper keeper, Iterator<Document> stored, Instant before) {
        List<DocumentId> found = new ArrayList<>();
        while (found.size() < READ_AT_ONCE && stored.hasNext()) {
            Document paper = stored.next();
            boolean recorded = paper.object(ObjectRole.EVIDENCE.name()).isPresent();
            if (recorded && keeper.hashes(recordOf(paper), before) == Evidence.Hashes.AGEING) {
                found.add(paper.id());
            }
        }
        return found;
    }

    private Evidence.Renewal renewal(ProofKeeper keeper, Document paper, Instant before) {
        byte[] record = recordOf(paper);
        List<Sha256> covered = PreserveProof.covered(paper);
        return keeper.hashes(record, before) == Evidence.Hashes.FIRST
                ? new Evidence.Renewal(record, covered)
                : new Evidence.Renewal(record, covered, strong(paper, covered));
    }

    private List<byte[]> strong(Document paper, List<Sha256> covered) {
        return covered.stream()
                .map(hash -> paper.objects().stream()
                        .filter(object -> object.sha256().equals(hash))
                        .findFirst()
                        .orElseThrow())
                .map(this::strong)
                .toList();
    }

    /** SHA-512 of an object, which the store compares with its SHA-256 on the way out. */
    private byte[] strong(StoredObject object) {
        Path copy = masters.fresh(".hash");
        try {
            store.copyTo(new ObjectKey(object.key()), object.sha256(), copy);
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            try (InputStream in = Files.newInputStream(copy)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            return digest.digest();
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "working folder", cannot);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            Masters.remove(copy);
        }
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

    private PreserveProof.Result inSets(String what, BooleanSupplier mayGoOn, Ids ids, Making making) {
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
        return new PreserveProof.Result(done, failed);
    }

    private boolean enter(Document paper, Evidence evidence, String what) {
        AgencyCode unit = catalog.dossier(paper.dossier()).orElseThrow().receivingUnit();
        StoredObject record = store.put(unit, ObjectRole.EVIDENCE, evidence.record());
        String note = "sha256 " + record.sha256() + ", "
                + PreserveProof.covered(paper).size() + " objects, until " + evidence.lapsesAt();
        return book.enter(
                Change.of(paper).object(record).done(),
                event("RFC4998_" + what.toUpperCase(Locale.ROOT), note),
                evidence.madeAt(),
                evidence.lapsesAt());
    }

    private ProvenanceEvent event(String what, String note) {
        return new ProvenanceEvent(clock.instant(), PreserveProof.SYSTEM, PreserveProof.STEP, what, note);
    }
}
