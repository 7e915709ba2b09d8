package vn.sohoa.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Language;
import vn.sohoa.reuse.AskAgain;
import vn.sohoa.reuse.PrecheckProcedure;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.reuse.ReuseLedger;
import vn.sohoa.reuse.ReuseReason;

/** The published shapes of {@code reuse … --json}. */
final class ReuseJson {
    private ReuseJson() {}

    /** Of {@code reuse check}. */
    record DecisionJson(
            ReuseDecision.Answer decision,
            @Nullable String document,
            List<ReasonJson> reasons,
            Map<String, String> evidence) {

        static DecisionJson of(ReuseDecision decision, Language language) {
            return new DecisionJson(
                    decision.answer(),
                    decision.document().map(paper -> paper.id().toString()).orElse(null),
                    told(decision, language),
                    decision.evidence());
        }
    }

    record ReasonJson(String code, String message, @Nullable String basis) {

        String line() {
            return message + (basis == null ? "" : " (" + basis + ")") + " [" + code + "]";
        }
    }

    static List<ReasonJson> told(ReuseDecision decision, Language language) {
        return decision.reasons().stream()
                .map(reason -> reason(reason, decision, language))
                .toList();
    }

    private static ReasonJson reason(ReuseReason reason, ReuseDecision decision, Language language) {
        return new ReasonJson(
                reason.name(),
                reason.message(language),
                decision.basisOf(reason).orElse(null));
    }

    /** Of {@code reuse precheck}. */
    record ListingJson(String procedure, String name, String version, String on, List<LineJson> components) {

        static ListingJson of(PrecheckProcedure.Listing listing, Language language) {
            return new ListingJson(
                    listing.procedure().code().value(),
                    listing.procedure().name(),
                    listing.version(),
                    listing.on().toString(),
                    listing.lines().stream()
                            .map(line -> LineJson.of(line, language))
                            .toList());
        }
    }

    record LineJson(
            String component,
            String name,
            boolean required,
            PrecheckProcedure.Answer answer,
            String message,
            @Nullable String document,
            @Nullable String type,
            List<ReasonJson> reasons,
            Map<String, String> evidence) {

        static LineJson of(PrecheckProcedure.Line line, Language language) {
            Optional<ReuseDecision> decision = line.decision();
            Optional<Document> paper = decision.flatMap(ReuseDecision::document);
            return new LineJson(
                    line.component().code(),
                    line.component().name(),
                    line.component().required(),
                    line.answer(),
                    line.answer().message(language),
                    paper.map(each -> each.id().toString()).orElse(null),
                    paper.map(each -> each.type().code()).orElse(null),
                    decision.map(each -> told(each, language)).orElse(List.of()),
                    decision.map(ReuseDecision::evidence).orElse(Map.of()));
        }
    }

    /** Of {@code reuse ledger}. */
    record UseJson(
            long id,
            String document,
            String sha256,
            String forDossier,
            String officer,
            String purpose,
            String basis,
            String at) {

        static UseJson of(ReuseLedger.Use use) {
            return new UseJson(
                    use.id(),
                    use.document().toString(),
                    use.sha256().hex(),
                    use.forDossier().value(),
                    use.officer(),
                    use.purpose(),
                    use.basis(),
                    use.at().toString());
        }

        String line() {
            return "%d  %s  %s → %s  %s".formatted(id, at, document, forDossier, officer);
        }
    }

    /** Of {@code reuse recalls}. */
    record RecallJson(
            long id,
            UseJson use,
            String standing,
            String raised,
            @Nullable String settledBy,
            @Nullable String note,
            @Nullable String settledAt) {

        static RecallJson of(ReuseLedger.Notice notice) {
            return new RecallJson(
                    notice.id(),
                    UseJson.of(notice.use()),
                    notice.standing().name(),
                    notice.raised().toString(),
                    notice.settledBy(),
                    notice.note(),
                    notice.settledAt() == null ? null : notice.settledAt().toString());
        }

        String line() {
            String settled = settledBy == null ? "" : "  ✓ " + settledBy + ": " + note;
            return "%d  %s  %s  %s → %s  %s%s"
                    .formatted(id, raised, standing, use.document(), use.forDossier(), use.officer(), settled);
        }
    }

    /** Of {@code reuse asked}. */
    record AskedJson(
            String ownerMasked,
            String procedure,
            String component,
            @Nullable String document,
            String reason,
            String officer,
            String at) {

        static AskedJson of(AskAgain.Case asked) {
            return new AskedJson(
                    asked.owner().masked(),
                    asked.procedure().value(),
                    asked.component(),
                    asked.document().map(DocumentId::toString).orElse(null),
                    asked.reason(),
                    asked.officer(),
                    asked.at().toString());
        }
    }
}
