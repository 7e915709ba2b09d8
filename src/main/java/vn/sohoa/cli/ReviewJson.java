package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.page.Box;
import vn.sohoa.workflow.review.ConfirmField;
import vn.sohoa.workflow.review.Doubt;
import vn.sohoa.workflow.review.ReviewOutcome;
import vn.sohoa.workflow.review.ReviewQueue;
import vn.sohoa.workflow.review.ShowReview;

/** The published shapes of {@code review … --json}. Lists hold no values; one paper shows its own whole. */
final class ReviewJson {
    private ReviewJson() {}

    record EntryJson(
            String document,
            long version,
            String dossier,
            String unit,
            @Nullable String due,
            String type,
            int pages,
            double confidence,
            int decided,
            List<SubjectJson> doubts) {

        static EntryJson of(ReviewQueue.Entry entry) {
            return new EntryJson(
                    entry.document().toString(),
                    entry.version(),
                    entry.dossier().value(),
                    entry.unit().value(),
                    entry.due() == null ? null : entry.due().toString(),
                    entry.type(),
                    entry.pages(),
                    entry.confidence(),
                    entry.decided(),
                    entry.open().stream().map(SubjectJson::of).toList());
        }
    }

    record SubjectJson(String subject, String problem, double confidence) {
        static SubjectJson of(Doubt doubt) {
            return new SubjectJson(doubt.subject(), doubt.problem().name(), doubt.confidence());
        }
    }

    record ReadingJson(String value, String raw, int page, int[] box, double confidence, ExtractedValue.Method method) {
        static ReadingJson of(ExtractedValue value) {
            Box box = value.box();
            return new ReadingJson(
                    value.value(),
                    value.raw(),
                    value.page(),
                    new int[] {box.x(), box.y(), box.width(), box.height()},
                    value.confidence(),
                    value.method());
        }
    }

    record DoubtJson(String subject, String problem, String reason, String detail, List<ReadingJson> readings) {
        static DoubtJson of(Doubt doubt, Language language) {
            return new DoubtJson(
                    doubt.subject(),
                    doubt.problem().name(),
                    doubt.problem().message(language),
                    PageFault.told(doubt.detail(), language),
                    doubt.readings().stream().map(ReadingJson::of).toList());
        }
    }

    record TypeJson(String code, String name, double confidence) {}

    record DecisionJson(
            String subject, String verdict, @Nullable String value, String officer, String at) {
        static DecisionJson of(ReviewDecision decision) {
            return new DecisionJson(
                    decision.subject(),
                    decision.verdict().name(),
                    decision.decided(),
                    decision.officer(),
                    decision.at().toString());
        }
    }

    record ItemJson(
            String document,
            long version,
            String dossier,
            String file,
            TypeJson type,
            int pages,
            List<DoubtJson> doubts,
            List<TypeJson> candidates,
            List<DecisionJson> decisions,
            List<String> warnings,
            List<String> crops) {

        static ItemJson of(ShowReview.Item item, List<Path> crops, Language language) {
            Document paper = item.paper();
            return new ItemJson(
                    paper.id().toString(),
                    paper.version(),
                    paper.dossier().value(),
                    paper.source().name(),
                    new TypeJson(paper.type().code(), paper.type().name(), paper.typeConfidence()),
                    paper.pages(),
                    item.open().stream()
                            .map(doubt -> DoubtJson.of(doubt, language))
                            .toList(),
                    item.candidates().stream()
                            .map(guess -> new TypeJson(
                                    guess.type().code(), guess.type().name(), guess.confidence()))
                            .toList(),
                    item.decided().stream().map(DecisionJson::of).toList(),
                    item.warnings(),
                    crops.stream().map(Path::toString).toList());
        }
    }

    record OutcomeJson(
            String document,
            boolean changed,
            long version,
            String status,
            List<SubjectJson> open,
            List<String> warnings) {
        static OutcomeJson of(String document, ReviewOutcome outcome) {
            return new OutcomeJson(
                    document,
                    outcome.changed(),
                    outcome.version(),
                    outcome.status().name(),
                    outcome.open().stream().map(SubjectJson::of).toList(),
                    outcome.warnings());
        }
    }

    record ConfirmJson(String field, double above, boolean dryRun, List<ConfirmedJson> confirmed) {}

    record ConfirmedJson(String document, String type, String valueMasked, double confidence, String status) {
        static ConfirmedJson of(ConfirmField.Confirmed each) {
            return new ConfirmedJson(
                    each.document().toString(),
                    each.type(),
                    OwnerId.maskedIn(each.value()),
                    each.confidence(),
                    each.status().name());
        }
    }
}
