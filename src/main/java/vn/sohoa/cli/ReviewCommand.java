package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.cli.ReviewJson.ConfirmedJson;
import vn.sohoa.cli.ReviewJson.EntryJson;
import vn.sohoa.cli.ReviewJson.ItemJson;
import vn.sohoa.cli.ReviewJson.OutcomeJson;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.workflow.review.ConfirmField;
import vn.sohoa.workflow.review.CropDoubts;
import vn.sohoa.workflow.review.DecideReview;
import vn.sohoa.workflow.review.ReviewOrder;
import vn.sohoa.workflow.review.ReviewOutcome;
import vn.sohoa.workflow.review.ReviewQueue;
import vn.sohoa.workflow.review.ShowReview;

/** {@code review}: officers mend what the machine doubts. */
@Command(name = "review")
@SuppressWarnings("NullAway.Init")
final class ReviewCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    /** Who decides, on what state of the paper, and how to answer. */
    static final class Desk {
        @Option(names = "--as", descriptionKey = "as")
        private @Nullable String officer;

        @Option(names = "--seen", paramLabel = "N", descriptionKey = "seen")
        private @Nullable Long seen;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        String officer() {
            return Optional.ofNullable(officer).orElse(System.getProperty("user.name"));
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(
            @Option(names = "--unit", descriptionKey = "reviewUnit") @Nullable String unit,
            @Option(names = "--type", descriptionKey = "type") @Nullable String type,
            @Option(names = "--limit", descriptionKey = "limit", defaultValue = "50") int limit,
            @Option(names = "--page", descriptionKey = "listPage", defaultValue = "1") int page,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        if (limit < 1 || page < 1) {
            throw new DigitisationException(Problem.USAGE, "--limit, --page: ≥ 1");
        }
        try (House house = House.open(root)) {
            List<EntryJson> entries = house.get(ReviewQueue.class).entries(unit, type).stream()
                    .skip((page - 1L) * limit)
                    .limit(limit)
                    .map(EntryJson::of)
                    .toList();
            if (json) {
                Output.json(spec, entries);
            } else {
                entries.forEach(this::print);
            }
            return 0;
        }
    }

    private void print(EntryJson entry) {
        Output.line(
                spec,
                "%-10s  %s  %s  %s  %s"
                        .formatted(
                                entry.due() == null ? "–" : entry.due(),
                                entry.dossier(),
                                entry.unit(),
                                entry.type(),
                                entry.document()));
        entry.doubts()
                .forEach(doubt -> Output.line(
                        spec,
                        "    " + label(doubt.subject()) + ": " + reason(doubt.problem()) + share(doubt.confidence())));
    }

    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Option(names = "--crops", paramLabel = "DIR", descriptionKey = "crops") @Nullable Path crops,
            @Mixin Desk desk) {
        DocumentId id = id(document);
        try (House house = House.open(root)) {
            ShowReview.Item item = house.get(ShowReview.class).item(id, desk.officer());
            List<Path> files =
                    crops == null ? List.of() : house.get(CropDoubts.class).write(item.paper(), item.open(), crops);
            ItemJson shown = ItemJson.of(item, files, root.language());
            if (desk.json) {
                Output.json(spec, shown);
            } else {
                print(shown);
            }
            return 0;
        }
    }

    private void print(ItemJson item) {
        Output.line(spec, item.dossier() + "  " + item.file() + "  " + item.document() + "  --seen " + item.version());
        Output.line(spec, "  " + item.type().name() + share(item.type().confidence()));
        item.doubts().forEach(doubt -> {
            Output.line(
                    spec,
                    "  ? " + label(doubt.subject()) + " (" + doubt.subject() + "): " + doubt.reason() + " "
                            + doubt.detail());
            doubt.readings()
                    .forEach(reading -> Output.line(
                            spec,
                            "      " + reading.value() + "  «" + reading.raw() + "»  " + word("page") + " "
                                    + reading.page() + ", " + reading.method() + share(reading.confidence())));
        });
        item.candidates()
                .forEach(guess ->
                        Output.line(spec, "      → " + guess.code() + "  " + guess.name() + share(guess.confidence())));
        item.decisions()
                .forEach(decision -> Output.line(
                        spec,
                        "  ✓ " + label(decision.subject()) + ": " + word(decision.verdict())
                                + (decision.value() == null ? "" : " " + decision.value()) + " · " + decision.officer()
                                + " · " + decision.at()));
        item.warnings().forEach(warning -> Output.line(spec, "  ! " + warning));
        item.crops().forEach(file -> Output.line(spec, "  " + file));
    }

    @Command(name = "accept")
    int accept(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Parameters(paramLabel = "SUBJECT", descriptionKey = "subject") String subject,
            @Mixin Desk desk) {
        return settle(document, subject, Verdict.ACCEPTED, null, desk);
    }

    @Command(name = "correct")
    int correct(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Parameters(paramLabel = "SUBJECT", descriptionKey = "subject") String subject,
            @Parameters(paramLabel = "VALUE", descriptionKey = "keyed") String value,
            @Mixin Desk desk) {
        return settle(document, subject, Verdict.CORRECTED, value, desk);
    }

    @Command(name = "reject")
    int reject(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Parameters(arity = "0..1", paramLabel = "SUBJECT", descriptionKey = "rejectSubject") @Nullable
                    String subject,
            @Option(names = "--reason", descriptionKey = "scopeReason") @Nullable ScopeReason reason,
            @Mixin Desk desk) {
        if (subject != null && reason == null) {
            return settle(document, subject, Verdict.REJECTED, null, desk);
        }
        if (subject != null || reason == null) {
            throw new DigitisationException(Problem.USAGE, "review reject DOCUMENT SUBJECT | --reason");
        }
        DocumentId id = id(document);
        return decide(id, desk, decisions -> decisions.dismiss(id, reason, desk.seen, desk.officer()));
    }

    @Command(name = "rescan")
    int rescan(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Option(names = "--why", descriptionKey = "rescanWhy", defaultValue = "") String why,
            @Mixin Desk desk) {
        DocumentId id = id(document);
        return decide(id, desk, decisions -> decisions.rescan(id, why, desk.seen, desk.officer()));
    }

    @Command(name = "confirm")
    int confirm(
            @Option(names = "--field", required = true, descriptionKey = "confirmField") String field,
            @Option(names = "--above", required = true, descriptionKey = "above") double above,
            @Option(names = "--type", descriptionKey = "type") @Nullable String type,
            @Option(names = "--limit", descriptionKey = "limit", defaultValue = "1000") int limit,
            @Option(names = "--dry-run", descriptionKey = "confirmDry") boolean dry,
            @Mixin Desk desk) {
        ConfirmField.Choice choice = new ConfirmField.Choice(field, above, type, limit);
        try (House house = House.open(root)) {
            ConfirmField bulk = house.get(ConfirmField.class);
            List<ConfirmedJson> confirmed = (dry ? bulk.preview(choice) : bulk.confirm(choice, desk.officer()))
                    .stream().map(ConfirmedJson::of).toList();
            if (desk.json) {
                Output.json(spec, new ReviewJson.ConfirmJson(field, above, dry, confirmed));
                return 0;
            }
            confirmed.forEach(each -> Output.line(
                    spec,
                    (dry ? "· " : "✓ ") + each.document() + "  " + each.type() + "  " + each.valueMasked()
                            + share(each.confidence()) + "  " + status(each.status())));
            Output.note(spec, label(field) + ": " + confirmed.size());
            return 0;
        }
    }

    private int settle(String document, String subject, Verdict verdict, @Nullable String value, Desk desk) {
        DocumentId id = id(document);
        ReviewOrder order = new ReviewOrder(id, subject, verdict, value, desk.seen, desk.officer());
        return decide(id, desk, decisions -> decisions.decide(order));
    }

    private int decide(DocumentId id, Desk desk, Function<DecideReview, ReviewOutcome> decision) {
        try (House house = House.open(root)) {
            OutcomeJson outcome = OutcomeJson.of(id.toString(), decision.apply(house.get(DecideReview.class)));
            if (desk.json) {
                Output.json(spec, outcome);
                return 0;
            }
            Output.line(spec, (outcome.changed() ? "✓ " : "= ") + outcome.document() + "  " + status(outcome.status()));
            outcome.open()
                    .forEach(doubt ->
                            Output.line(spec, "  ? " + label(doubt.subject()) + ": " + reason(doubt.problem())));
            outcome.warnings().forEach(warning -> Output.line(spec, "  ! " + warning));
            return 0;
        }
    }

    private String label(String subject) {
        return FieldName.label(subject, root.language());
    }

    private String word(String key) {
        return spec.resourceBundle().getString("sohoa.review." + key);
    }

    private String reason(String problem) {
        return Problem.valueOf(problem).message(root.language());
    }

    private String status(String name) {
        return DigitisationStatus.valueOf(name).label(root.language());
    }

    private static String share(double confidence) {
        return " [" + Math.round(confidence) + "/100]";
    }

    private static DocumentId id(String text) {
        return ReuseCommand.document(text);
    }
}
