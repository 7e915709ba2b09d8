package vn.sohoa.reuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.reuse.ValidityRule.Effect;
import vn.sohoa.reuse.ValidityRule.Kind;

/** Whether a paper still holds on the day of submission: what is printed on it, the rule, later events on its owner. */
final class Validity {
    private final ValidityRules rules;

    Validity(ValidityRules rules) {
        this.rules = rules;
    }

    String version() {
        return rules.version();
    }

    /** @param ofOwner stored papers of the owner, the judged one among them */
    void judge(ReuseRequest request, Document paper, List<Document> ofOwner, Findings findings) {
        printed(request.on(), paper, findings);
        Optional<ValidityRule> found = rules.find(request.type(), request.consumingProcedure(), request.on());
        if (found.isEmpty()) {
            findings.add(ReuseReason.NO_RULE);
            return;
        }
        ValidityRule rule = found.get();
        findings.note("basis", rule.basis());
        findings.note("rule", rule.label());
        if (!rule.isConfirmed()) {
            findings.add(ReuseReason.RULE_UNCONFIRMED);
        }
        if (rule.purposeLimited()) {
            findings.add(ReuseReason.SCOPE_LIMITED);
        }
        if (rule.isTimed()) {
            timed(request.on(), rule, paper, findings);
        }
        if (rule.kind() == Kind.UNTIL_SUPERSEDED) {
            newest(paper, ofOwner, findings);
        }
        for (Document other : ofOwner) {
            Effect effect = rule.ends().get(other.type().code());
            if (effect != null && !other.id().equals(paper.id()) && other.standing() != ReuseStanding.REVOKED) {
                event(request.on(), effect, paper, other, findings);
            }
        }
    }

    /** A printed end that gives no day, or no date at all, is not "no end": within its month or year nobody knows. */
    private static void printed(LocalDate on, Document paper, Findings findings) {
        Optional<String> text = paper.value(FieldName.VALID_UNTIL);
        Optional<PartialDate> end = text.flatMap(PaperDates::parse);
        text.ifPresent(value ->
                findings.note("validUntil", end.map(PartialDate::toString).orElse("?")));
        if (end.map(date -> on.isAfter(PaperDates.latest(date))).orElse(false)) {
            findings.add(ReuseReason.EXPIRED);
        } else if (text.isPresent()
                && end.map(date -> on.isAfter(date.earliest())).orElse(true)
                && end.flatMap(PartialDate::exact).isEmpty()) {
            findings.add(ReuseReason.DATE_UNKNOWN);
        }
    }

    private static void timed(LocalDate on, ValidityRule rule, Document paper, Findings findings) {
        Optional<LocalDate> issued = PaperDates.issued(paper).flatMap(PartialDate::exact);
        Optional<LocalDate> birth = rule.isAged() ? PaperDates.birth(paper) : issued;
        if (issued.isEmpty() || birth.isEmpty()) {
            findings.add(ReuseReason.DATE_UNKNOWN);
            return;
        }
        rule.lastDay(issued.get(), birth.get()).ifPresent(last -> {
            findings.note("lastDay", last.toString());
            if (on.isAfter(last)) {
                findings.add(ReuseReason.EXPIRED);
            }
        });
    }

    private static void newest(Document paper, List<Document> ofOwner, Findings findings) {
        List<Document> siblings = ofOwner.stream()
                .filter(other -> other.type().code().equals(paper.type().code()))
                .toList();
        boolean alone = siblings.stream().allMatch(other -> other.id().equals(paper.id()));
        if (!alone && !PaperDates.newest(siblings).id().equals(paper.id())) {
            findings.add(ReuseReason.SUPERSEDED);
            findings.note("successor", PaperDates.newest(siblings).id().toString());
        }
    }

    /** What is dated after the day of submission had not happened by then; what may be of either day is left to an officer. */
    private static void event(LocalDate on, Effect effect, Document paper, Document other, Findings findings) {
        Optional<PartialDate> happened = PaperDates.issued(other);
        Optional<PartialDate> issued = PaperDates.issued(paper);
        boolean notYet = happened.map(day -> day.earliest().isAfter(on)).orElse(false);
        boolean before = effect != Effect.ALWAYS
                && happened.flatMap(day ->
                                issued.map(since -> PaperDates.latest(day).isBefore(since.earliest())))
                        .orElse(false);
        if (notYet || before) {
            return;
        }
        boolean after = happened.flatMap(
                        day -> issued.map(since -> day.earliest().isAfter(PaperDates.latest(since))))
                .orElse(false);
        boolean ended = effect == Effect.ALWAYS || (effect == Effect.FROM_ITS_DATE && after);
        findings.add(ended ? ReuseReason.ENDED_BY_EVENT : ReuseReason.EVENT_UNCLEAR);
        findings.note("event", other.type().code() + " " + other.id());
    }
}
