package vn.sohoa.workflow;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.extraction.Classification;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.page.PageText;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;

/** What a reading says about a paper, and what a person has to look at first. */
@Component
class Understanding {
    private final Extraction extraction;
    private final LearnedThresholds learned;
    private final Addresses addresses;

    Understanding(Extraction extraction, LearnedThresholds learned, Addresses addresses) {
        this.extraction = extraction;
        this.learned = learned;
        this.addresses = addresses;
    }

    /** Why a person has to look. */
    record Doubt(Problem problem, String detail) {}

    /** @param scope present if the kind of paper is not digitised at all */
    record Found(
            DocumentType type,
            double typeConfidence,
            List<Classification.Candidate> candidates,
            List<ExtractedValue> values,
            Optional<OwnerId> owner,
            Optional<ScopeReason> scope,
            Optional<Doubt> doubt) {}

    /** @param owner whom the dossier names */
    Found of(DocumentReading reading, List<PageText> texts, DeclaredOwner owner, RunPolicy policy) {
        Classification kind = extraction.classify(texts);
        boolean sure = kind.type().isKnown()
                && kind.confidence() >= learned.of(kind.type().code(), LearnedThresholds.TYPE, policy.typeConfidence());
        List<ExtractedValue> values = addresses.withUnits(owner.weigh(extraction.extract(
                kind.type(),
                texts,
                reading.pages().stream().map(PageReading::qr).toList())));
        Optional<OwnerId> whose = values.stream()
                .filter(v -> v.field().equals(FieldName.OWNER_ID))
                .findFirst()
                .flatMap(v -> OwnerId.find(v.value()));
        Optional<ScopeReason> scope =
                sure && extraction.showOnly(kind.type()) ? Optional.of(ScopeReason.SHOW_ONLY) : Optional.empty();
        return new Found(
                kind.type(),
                kind.confidence(),
                kind.candidates(),
                values,
                whose,
                scope,
                doubt(texts, kind, sure, values, policy));
    }

    private Optional<Doubt> doubt(
            List<PageText> texts, Classification kind, boolean sure, List<ExtractedValue> values, RunPolicy policy) {
        double confidence = confidence(texts);
        if (confidence < policy.textConfidence()) {
            return Optional.of(new Doubt(Problem.TEXT_UNSURE, "độ tin cậy " + Math.round(confidence) + "/100"));
        }
        if (!sure) {
            return Optional.of(new Doubt(
                    Problem.TYPE_UNSURE,
                    kind.candidates().isEmpty()
                            ? ""
                            : "gần nhất: " + kind.candidates().get(0).type().name()));
        }
        List<String> conflicts = values.stream()
                .map(ExtractedValue::field)
                .filter(field -> field.endsWith(FieldName.CONFLICT))
                .toList();
        if (!conflicts.isEmpty()) {
            return Optional.of(new Doubt(Problem.FIELD_CONFLICT, String.join(", ", conflicts)));
        }
        List<String> missing = extraction.doubtful(
                kind.type(), values, field -> learned.of(kind.type().code(), field, policy.fieldConfidence()));
        if (!missing.isEmpty()) {
            return Optional.of(new Doubt(Problem.FIELD_MISSING, String.join(", ", missing)));
        }
        return Optional.empty();
    }

    /** Mean word confidence over all pages that hold words; 0 if none does. */
    private static double confidence(List<PageText> texts) {
        return texts.stream()
                .filter(text -> !text.words().isEmpty())
                .mapToDouble(PageText::confidence)
                .average()
                .orElse(0);
    }
}
