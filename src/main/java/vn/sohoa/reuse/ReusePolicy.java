package vn.sohoa.reuse;

import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * Judges one paper for one request: a function of the rows, the rules and the day, nothing else. Unknown is never yes; a good
 * signature alone makes nothing reusable, an officer's approval does (reliability rule R11).
 */
final class ReusePolicy {
    private final Validity validity;
    private final Successors successors;

    /** Names the paper that took the place of another. */
    interface Successors {
        Optional<DocumentId> of(DocumentId paper);
    }

    ReusePolicy(ValidityRules rules) {
        this(rules, paper -> Optional.empty());
    }

    ReusePolicy(ValidityRules rules, Successors successors) {
        this.validity = new Validity(rules);
        this.successors = successors;
    }

    /** Where the owner has one number. */
    ReuseDecision judge(ReuseRequest request, Document paper, List<Document> ofOwner) {
        return judge(request, OwnerNumbers.Known.only(request.owner()), paper, ofOwner);
    }

    /** @param ofOwner stored papers of the same owner under all his numbers, the judged one among them */
    ReuseDecision judge(ReuseRequest request, OwnerNumbers.Known owner, Document paper, List<Document> ofOwner) {
        Findings findings = new Findings();
        owner(request, owner, paper, findings);
        signature(paper, findings);
        standing(paper, findings);
        validity.judge(request, paper, ofOwner, findings);
        findings.note("sha256", paper.masterSha256().hex());
        findings.note("rules", validity.version());
        findings.note("on", request.on().toString());
        return ReuseDecision.of(paper, findings.reasons(), findings.evidence());
    }

    private static void owner(ReuseRequest request, OwnerNumbers.Known owner, Document paper, Findings findings) {
        OwnerId whose = paper.owner();
        boolean same = whose != null
                && owner.all().contains(whose)
                && request.type().equals(paper.type().code());
        if (!same) {
            findings.add(ReuseReason.WRONG_OWNER);
        }
        links(owner, Optional.ofNullable(whose), findings);
    }

    /** By which paper another number is the owner's, and how many papers nobody has looked at say such a thing. */
    static void links(OwnerNumbers.Known owner, Optional<OwnerId> whose, Findings findings) {
        whose.flatMap(owner::linkTo)
                .ifPresent(link ->
                        findings.note("ownerLink", link.document() + ", " + link.page() + ", " + link.method()));
        if (!owner.open().isEmpty()) {
            findings.note("ownerLinksOpen", Integer.toString(owner.open().size()));
        }
    }

    private static void signature(Document paper, Findings findings) {
        SignatureReport report = paper.signature();
        SignatureVerdict verdict = report == null ? SignatureVerdict.KHONG_CO_CHU_KY : report.verdict();
        findings.note("signature", verdict.name());
        switch (verdict) {
            case HOP_LE -> {}
            case CAN_XEM_XET -> findings.add(ReuseReason.SIGNATURE_DOUBT);
            case KHONG_HOP_LE -> findings.add(ReuseReason.SIGNATURE_INVALID);
            case KHONG_CO_CHU_KY -> findings.add(ReuseReason.UNSIGNED);
        }
    }

    private void standing(Document paper, Findings findings) {
        findings.note("standing", paper.standing().name());
        switch (paper.standing()) {
            case VERIFIED -> findings.note("approvedBy", String.valueOf(paper.verifiedBy()));
            case SUPERSEDED -> {
                findings.add(ReuseReason.SUPERSEDED);
                successors.of(paper.id()).ifPresent(next -> findings.note("successor", next.toString()));
            }
            case REVOKED -> findings.add(ReuseReason.REVOKED);
            case UNDETERMINED, CANDIDATE, SUSPECT -> findings.add(ReuseReason.UNVERIFIED);
        }
        if (paper.status() != DigitisationStatus.STORED && paper.standing() == ReuseStanding.VERIFIED) {
            findings.add(ReuseReason.UNVERIFIED);
        }
    }
}
