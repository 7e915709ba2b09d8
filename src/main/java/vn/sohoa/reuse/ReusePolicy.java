package vn.sohoa.reuse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * Judges one paper for one request: a function of the rows, the rules and the day, nothing else. Unknown is never yes; a good
 * signature alone makes nothing reusable, an officer's approval does (reliability rule R11).
 */
final class ReusePolicy {
    private final ValidityRules rules;

    ReusePolicy(ValidityRules rules) {
        this.rules = rules;
    }

    /** @param siblings stored papers of the same owner and type, the judged one among them */
    ReuseDecision judge(ReuseRequest request, Document paper, List<Document> siblings) {
        List<ReuseReason> reasons = new ArrayList<>();
        Map<String, String> evidence = new LinkedHashMap<>();
        owner(request, paper, reasons);
        signature(paper, reasons, evidence);
        standing(paper, reasons, evidence);
        validity(request, paper, siblings, reasons, evidence);
        evidence.put("sha256", paper.masterSha256().hex());
        evidence.put("rules", rules.version());
        evidence.put("on", request.on().toString());
        return ReuseDecision.of(paper, reasons, evidence);
    }

    private static void owner(ReuseRequest request, Document paper, List<ReuseReason> reasons) {
        boolean same = request.owner().equals(paper.owner())
                && request.type().equals(paper.type().code());
        if (!same) {
            reasons.add(ReuseReason.WRONG_OWNER);
        }
    }

    private static void signature(Document paper, List<ReuseReason> reasons, Map<String, String> evidence) {
        SignatureReport report = paper.signature();
        SignatureVerdict verdict = report == null ? SignatureVerdict.KHONG_CO_CHU_KY : report.verdict();
        evidence.put("signature", verdict.name());
        switch (verdict) {
            case HOP_LE -> {}
            case CAN_XEM_XET -> reasons.add(ReuseReason.SIGNATURE_DOUBT);
            case KHONG_HOP_LE -> reasons.add(ReuseReason.SIGNATURE_INVALID);
            case KHONG_CO_CHU_KY -> reasons.add(ReuseReason.UNSIGNED);
        }
    }

    private static void standing(Document paper, List<ReuseReason> reasons, Map<String, String> evidence) {
        evidence.put("standing", paper.standing().name());
        switch (paper.standing()) {
            case VERIFIED -> evidence.put("approvedBy", String.valueOf(paper.verifiedBy()));
            case SUPERSEDED -> reasons.add(ReuseReason.SUPERSEDED);
            case REVOKED -> reasons.add(ReuseReason.REVOKED);
            case UNDETERMINED, CANDIDATE, SUSPECT -> reasons.add(ReuseReason.UNVERIFIED);
        }
        if (paper.status() != DigitisationStatus.STORED && paper.standing() == ReuseStanding.VERIFIED) {
            reasons.add(ReuseReason.UNVERIFIED);
        }
    }

    private void validity(
            ReuseRequest request,
            Document paper,
            List<Document> siblings,
            List<ReuseReason> reasons,
            Map<String, String> evidence) {
        printed(request, paper, reasons, evidence);
        Optional<ValidityRules.Rule> rule = rules.find(request.type(), request.consumingProcedure(), request.on());
        if (rule.isEmpty()) {
            reasons.add(ReuseReason.NO_RULE);
            return;
        }
        evidence.put("basis", rule.get().basis());
        if (rule.get().purposeLimited()) {
            reasons.add(ReuseReason.SCOPE_LIMITED);
        }
        if (rule.get().isTimed()) {
            timed(request, rule.get(), paper, reasons, evidence);
        }
        if (rule.get().kind() == ValidityRules.Kind.UNTIL_SUPERSEDED && !isNewest(paper, siblings)) {
            reasons.add(ReuseReason.SUPERSEDED);
        }
    }

    /** A printed end that gives no day, or no date at all, is not "no end": within its month or year nobody knows. */
    private static void printed(
            ReuseRequest request, Document paper, List<ReuseReason> reasons, Map<String, String> evidence) {
        Optional<String> text = paper.value(FieldName.VALID_UNTIL);
        Optional<PartialDate> end = text.flatMap(ReusePolicy::date);
        text.ifPresent(value ->
                evidence.put("validUntil", end.map(PartialDate::toString).orElse("?")));
        if (end.map(date -> request.on().isAfter(latest(date))).orElse(false)) {
            reasons.add(ReuseReason.EXPIRED);
        } else if (text.isPresent()
                && end.map(date -> request.on().isAfter(date.earliest())).orElse(true)
                && end.flatMap(PartialDate::exact).isEmpty()) {
            reasons.add(ReuseReason.DATE_UNKNOWN);
        }
    }

    /** The last day that the date can mean. */
    private static LocalDate latest(PartialDate date) {
        Integer month = date.month();
        return date.exact()
                .orElseGet(() -> month == null
                        ? LocalDate.of(date.year(), 12, 31)
                        : YearMonth.of(date.year(), month).atEndOfMonth());
    }

    private static Optional<PartialDate> date(String text) {
        try {
            return Optional.of(PartialDate.parse(text));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    private static void timed(
            ReuseRequest request,
            ValidityRules.Rule rule,
            Document paper,
            List<ReuseReason> reasons,
            Map<String, String> evidence) {
        Optional<LocalDate> issued = issued(paper).flatMap(PartialDate::exact);
        if (issued.isEmpty()) {
            if (!reasons.contains(ReuseReason.DATE_UNKNOWN)) {
                reasons.add(ReuseReason.DATE_UNKNOWN);
            }
            return;
        }
        LocalDate last = rule.lastDay(issued.get()).orElseThrow();
        evidence.put("lastDay", last.toString());
        if (request.on().isAfter(last) && !reasons.contains(ReuseReason.EXPIRED)) {
            reasons.add(ReuseReason.EXPIRED);
        }
    }

    /** A paper whose date is not known is never the newest where there is another. */
    private static boolean isNewest(Document paper, List<Document> siblings) {
        return siblings.stream().allMatch(other -> other.id().equals(paper.id()))
                || newest(siblings).equals(paper);
    }

    /** The paper issued last; the later received one where the dates are equal. */
    static Document newest(List<Document> siblings) {
        return siblings.stream()
                .max(Comparator.comparing((Document paper) ->
                                issued(paper).map(PartialDate::earliest).orElse(LocalDate.MIN))
                        .thenComparing(Document::receivedAt)
                        .thenComparing(paper -> paper.id().toString()))
                .orElseThrow();
    }

    private static Optional<PartialDate> issued(Document paper) {
        return paper.value(FieldName.ISSUED_DATE).flatMap(ReusePolicy::date);
    }
}
