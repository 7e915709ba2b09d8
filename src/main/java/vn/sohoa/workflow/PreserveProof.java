package vn.sohoa.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.EvidenceBook;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Keeps stored papers provable for as long as they are kept (Circular 05/2025/TT-BNV, Article 26; R-41): signatures that would lapse
 * are raised to LTA in a new object, and every paper gets an evidence record over all its objects, which is renewed before it lapses.
 * Every part may be repeated, and goes on where it was interrupted.
 */
@Component
public class PreserveProof {
    /** What proves is renewed when so little is left of its time-stamp's certificate or of an algorithm. */
    static final Duration AHEAD = Duration.ofDays(365);

    static final String STEP = "BAO_QUAN";
    static final String SYSTEM = "system";
    private static final Logger log = LoggerFactory.getLogger(PreserveProof.class);

    private final SignatureProof signatures;
    private final EvidenceProof evidence;

    PreserveProof(
            Catalog catalog,
            EvidenceBook book,
            ObjectStore store,
            Masters masters,
            SigningDesk desk,
            RetentionSchedule schedule,
            Clock clock) {
        signatures = new SignatureProof(catalog, book, store, masters, desk, schedule, clock);
        evidence = new EvidenceProof(catalog, book, store, masters, desk, clock);
    }

    /** @param failed papers left for the next time, each named in the log with its problem */
    public record Result(int done, int failed) {
        Result plus(Result more) {
            return new Result(done + more.done, failed + more.failed);
        }
    }

    /** Raises signatures of stored PDFs that lack long-term proof, or whose last time-stamp nears its end. The master stays. */
    public Result raise(BooleanSupplier mayGoOn) {
        return told("raised", signatures.raise(mayGoOn));
    }

    /** Gives every stored paper that has none an evidence record; one time-stamp for up to 500 papers. */
    public Result record(BooleanSupplier mayGoOn) {
        return told("recorded", evidence.record(mayGoOn));
    }

    /** Renews the records whose time-stamp or hashes lapse within a year. */
    public Result renew(BooleanSupplier mayGoOn) {
        return told("renewed", evidence.renew(mayGoOn));
    }

    /** Renewing what lasts as long as the authority's own certificate would be repeated every night. */
    static Instant earlier(Instant ahead, Instant reach) {
        return ahead.isBefore(reach) ? ahead : reach;
    }

    /** What the record of a paper proves: every object of it but that record. */
    static List<Sha256> covered(Document paper) {
        return paper.objects().stream()
                .filter(object -> !object.role().equals(ObjectRole.EVIDENCE.name()))
                .map(StoredObject::sha256)
                .distinct()
                .toList();
    }

    /** An object that gives way to a newer one stays under another name. */
    static Change shelve(Change change, Document paper, ObjectRole role) {
        long earlier = paper.objects().stream()
                .filter(object -> object.role().startsWith(role.name()))
                .count();
        return paper.object(role.name())
                .map(old -> change.withoutObject(old.role())
                        .object(new StoredObject(old.role() + "_" + earlier, old.key(), old.sha256(), old.bytes())))
                .orElse(change);
    }

    private static Result told(String what, Result result) {
        log.info("{} {}, failed {}", what, result.done(), result.failed());
        return result;
    }
}
