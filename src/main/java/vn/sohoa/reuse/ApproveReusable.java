package vn.sohoa.reuse;

import java.text.Normalizer;
import java.time.Clock;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * The second pair of eyes: an officer who did not hand the paper in approves it for reuse, after its bytes and its signature
 * have been checked anew.
 */
public final class ApproveReusable {
    private final Catalog catalog;
    private final AuditTrail audit;
    private final FreshEvidence evidence;
    private final Clock clock;

    ApproveReusable(Catalog catalog, AuditTrail audit, FreshEvidence evidence, Clock clock) {
        this.catalog = catalog;
        this.audit = audit;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Problems: NOT_FOUND, WRONG_STATUS (not stored, withdrawn, or changed meanwhile), SAME_PERSON, STORE_CORRUPT,
     * SIGNATURE_INVALID, SIGNATURE_DOUBT.
     */
    public void approve(DocumentId id, String officer) {
        Document paper = renewed(
                catalog.document(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id.toString())));
        if (paper.status() != DigitisationStatus.STORED || paper.standing() != ReuseStanding.CANDIDATE) {
            throw new DigitisationException(Problem.WRONG_STATUS, paper.status() + ", " + paper.standing());
        }
        String name = name(officer);
        boolean handedIn =
                audit.history(id).stream().anyMatch(event -> name(event.actor()).equalsIgnoreCase(name));
        if (name.isEmpty() || handedIn) {
            throw new DigitisationException(Problem.SAME_PERSON, officer);
        }
        evidence.require(paper);
        ProvenanceEvent event = new ProvenanceEvent(
                clock.instant(),
                name,
                "DUYET",
                ReuseStanding.VERIFIED.name(),
                paper.masterSha256().hex());
        if (!catalog.change(paper.approved(name), event)) {
            throw new DigitisationException(Problem.WRONG_STATUS, "changed meanwhile");
        }
    }

    /** A doubt may have passed since: an anchor was loaded, a responder has answered. The whole check says so, or it stays. */
    private Document renewed(Document paper) {
        SignatureReport earlier = paper.signature();
        boolean doubt = paper.status() == DigitisationStatus.STORED
                && paper.standing() == ReuseStanding.UNDETERMINED
                && earlier != null
                && earlier.verdict() == SignatureVerdict.CAN_XEM_XET;
        return doubt ? new VerdictBook(catalog, clock).enter(paper, evidence.look(paper)) : paper;
    }

    /** One person, one name: blanks and the way accents are coded make no second pair of eyes. */
    private static String name(String officer) {
        return Normalizer.normalize(officer, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
