package vn.sohoa.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.reuse.ApproveReusable;
import vn.sohoa.reuse.DeliverReusable;
import vn.sohoa.reuse.FindReusable;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.reuse.ReuseRequest;
import vn.sohoa.workflow.KeepLedger;

/** {@code reuse}: may a paper on file be used again, and if so, hand it out. */
@Command(name = "reuse")
@SuppressWarnings("NullAway.Init")
final class ReuseCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    /** The published shape of {@code reuse check --json}. */
    record DecisionJson(
            ReuseDecision.Answer decision,
            @Nullable String document,
            List<ReasonJson> reasons,
            Map<String, String> evidence) {

        static DecisionJson of(ReuseDecision decision, Language language) {
            return new DecisionJson(
                    decision.answer(),
                    decision.document().map(paper -> paper.id().toString()).orElse(null),
                    decision.reasons().stream()
                            .map(reason -> new ReasonJson(reason.name(), reason.message(language)))
                            .toList(),
                    decision.evidence());
        }
    }

    record ReasonJson(String code, String message) {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "check")
    int check(
            @Option(names = "--owner", required = true, descriptionKey = "owner") String owner,
            @Option(names = "--type", required = true, descriptionKey = "type") String type,
            @Option(names = "--procedure", required = true, descriptionKey = "procedure") String procedure,
            @Option(names = "--on", descriptionKey = "on") @Nullable LocalDate on,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        ProcedureCode code = procedure(procedure);
        try (House house = House.open(root)) {
            LocalDate day = Optional.ofNullable(on)
                    .orElseGet(() -> LocalDate.now(house.get(Clock.class).withZone(KeepLedger.ZONE)));
            ReuseDecision decision =
                    house.get(FindReusable.class).check(new ReuseRequest(SearchCommand.owner(owner), type, code, day));
            print(decision, json);
            return decision.answer() == ReuseDecision.Answer.REUSABLE ? 0 : 4;
        }
    }

    @Command(name = "approve")
    int approve(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Option(names = "--as", required = true, descriptionKey = "as") String officer) {
        DocumentId id = document(document);
        try (House house = House.open(root)) {
            house.get(ApproveReusable.class).approve(id, officer);
            Output.line(spec, "✓ " + id);
            return 0;
        }
    }

    @Command(name = "take")
    int take(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Option(names = "--for", required = true, paramLabel = "DOSSIER", descriptionKey = "forDossier")
                    String dossier,
            @Option(names = "--purpose", required = true, descriptionKey = "purpose") String purpose,
            @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out") Path out,
            @Option(names = "--as", descriptionKey = "as") @Nullable String officer) {
        DocumentId id = document(document);
        try (House house = House.open(root)) {
            DeliverReusable.Delivered delivered = house.get(DeliverReusable.class)
                    .take(
                            id,
                            DossierCommand.code(dossier),
                            Optional.ofNullable(officer).orElse(System.getProperty("user.name")),
                            purpose,
                            out);
            Output.line(spec, delivered.file().toString());
            Output.line(spec, delivered.evidence().toString());
            return 0;
        }
    }

    private void print(ReuseDecision decision, boolean json) {
        DecisionJson shape = DecisionJson.of(decision, root.language());
        if (json) {
            Output.json(spec, shape);
            return;
        }
        Output.line(spec, shape.decision() + (shape.document() == null ? "" : "  " + shape.document()));
        shape.reasons().forEach(reason -> Output.line(spec, "  " + reason.message() + " [" + reason.code() + "]"));
        shape.evidence().forEach((name, value) -> Output.line(spec, "  " + name + ": " + value));
    }

    private static ProcedureCode procedure(String text) {
        if (!CodeFormat.TTHC.holds(text)) {
            throw new DigitisationException(Problem.USAGE, "--procedure " + text);
        }
        return new ProcedureCode(text.strip());
    }

    static DocumentId document(String text) {
        try {
            return DocumentId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new DigitisationException(Problem.NOT_FOUND, text, notAnId);
        }
    }
}
