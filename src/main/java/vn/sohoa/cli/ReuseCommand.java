package vn.sohoa.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.Looks;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.reuse.ApproveReusable;
import vn.sohoa.reuse.AskAgain;
import vn.sohoa.reuse.DeliverReusable;
import vn.sohoa.reuse.FindReusable;
import vn.sohoa.reuse.PrecheckProcedure;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.reuse.ReuseLedger;
import vn.sohoa.reuse.ReuseRequest;
import vn.sohoa.reuse.WithdrawReusable;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.PrintEvidence;

/** {@code reuse}: may a paper on file be used again, and if so, hand it out. */
@Command(name = "reuse", subcommands = RecallsCommand.class)
@SuppressWarnings("NullAway.Init")
final class ReuseCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    Root root() {
        return root;
    }

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
            ReuseDecision decision = house.get(FindReusable.class)
                    .check(new ReuseRequest(SearchCommand.owner(owner), type, code, day(house, on)));
            house.get(Looks.class)
                    .at(
                            SearchCommand.machine(),
                            Look.Kind.CHECK,
                            decision.document().map(Document::id).stream().toList(),
                            "");
            print(decision, json);
            return decision.answer() == ReuseDecision.Answer.REUSABLE ? 0 : 4;
        }
    }

    @Command(name = "precheck")
    int precheck(
            @Option(names = "--owner", required = true, descriptionKey = "owner") String owner,
            @Option(names = "--procedure", required = true, descriptionKey = "procedure") String procedure,
            @Option(names = "--on", descriptionKey = "on") @Nullable LocalDate on,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        ProcedureCode code = procedure(procedure);
        try (House house = House.open(root)) {
            PrecheckProcedure.Listing checked =
                    house.get(PrecheckProcedure.class).check(SearchCommand.owner(owner), code, day(house, on));
            house.get(Looks.class).at(SearchCommand.machine(), Look.Kind.CHECK, checked.documents(), code.value());
            ReuseJson.ListingJson listing = ReuseJson.ListingJson.of(checked, root.language());
            if (json) {
                Output.json(spec, listing);
                return 0;
            }
            Output.line(spec, listing.procedure() + "  " + listing.name() + "  " + listing.on());
            for (ReuseJson.LineJson line : listing.components()) {
                Output.line(
                        spec,
                        "  %-14s %-12s %s: %s%s"
                                .formatted(
                                        line.answer(),
                                        line.component(),
                                        line.name(),
                                        line.message(),
                                        line.document() == null ? "" : "  " + line.document()));
                line.reasons().forEach(reason -> Output.line(spec, "      " + reason.line()));
            }
            return 0;
        }
    }

    @Command(name = "ask")
    int ask(
            @Option(names = "--owner", required = true, descriptionKey = "owner") String owner,
            @Option(names = "--component", required = true, descriptionKey = "component") String component,
            @Option(names = "--procedure", required = true, descriptionKey = "procedure") String procedure,
            @Option(names = "--reason", defaultValue = "", descriptionKey = "askReason") String reason,
            @Option(names = "--on", descriptionKey = "on") @Nullable LocalDate on,
            @Option(names = "--as", descriptionKey = "as") @Nullable String officer,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        ProcedureCode code = procedure(procedure);
        try (House house = House.open(root)) {
            AskAgain.Asked asked = house.get(AskAgain.class)
                    .ask(SearchCommand.owner(owner), code, component, day(house, on), officer(officer), reason);
            ReuseJson.LineJson line = ReuseJson.LineJson.of(asked.line(), root.language());
            if (json) {
                Output.json(spec, line);
            } else {
                Output.line(spec, (asked.kept() ? "✓ " : "– ") + line.component() + "  " + line.message());
            }
            return 0;
        }
    }

    @Command(name = "asked")
    int asked(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<ReuseJson.AskedJson> cases = house.get(AskAgain.class).cases().stream()
                    .map(ReuseJson.AskedJson::of)
                    .toList();
            if (json) {
                Output.json(spec, cases);
            } else {
                cases.forEach(each -> Output.line(
                        spec,
                        each.at() + "  " + each.procedure() + " " + each.component() + "  " + each.ownerMasked() + "  "
                                + each.officer() + ": " + each.reason()));
            }
            return 0;
        }
    }

    @Command(name = "ledger")
    int ledger(
            @Option(names = "--document", descriptionKey = "document") @Nullable String document,
            @Option(names = "--dossier", paramLabel = "CODE", descriptionKey = "forDossier") @Nullable String dossier,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        Optional<DocumentId> paper = Optional.ofNullable(document).map(ReuseCommand::document);
        Optional<DossierCode> used = Optional.ofNullable(dossier).map(DossierCommand::code);
        try (House house = House.open(root)) {
            List<ReuseJson.UseJson> uses = house.get(ReuseLedger.class).uses(paper, used).stream()
                    .map(ReuseJson.UseJson::of)
                    .toList();
            if (json) {
                Output.json(spec, uses);
            } else {
                uses.forEach(use -> Output.line(spec, use.line()));
            }
            return 0;
        }
    }

    @Command(name = "withdraw")
    int withdraw(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Option(names = "--reason", required = true, descriptionKey = "withdrawReason") String reason,
            @Option(names = "--revoked", descriptionKey = "withdrawRevoked") boolean revoked,
            @Option(names = "--as", required = true, descriptionKey = "as") String officer) {
        DocumentId id = document(document);
        try (House house = House.open(root)) {
            house.get(WithdrawReusable.class).withdraw(id, revoked, officer, reason);
            Output.line(spec, "✓ " + id);
            return 0;
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
                    .take(id, DossierCommand.code(dossier), officer(officer), purpose, out);
            Output.line(spec, delivered.file().toString());
            Output.line(spec, delivered.evidence().toString());
            PrintEvidence.Printed sheet =
                    house.get(PrintEvidence.class).print(delivered.sheet(), out.resolve(id + ".evidence.pdf"));
            Output.line(spec, sheet.file().toString());
            sheet.unsigned().ifPresent(why -> Output.note(spec, why + ": " + why.message(root.language())));
            return 0;
        }
    }

    private static LocalDate day(House house, @Nullable LocalDate on) {
        return Optional.ofNullable(on)
                .orElseGet(() -> LocalDate.now(house.get(Clock.class).withZone(KeepLedger.ZONE)));
    }

    private static String officer(@Nullable String name) {
        return Optional.ofNullable(name).orElse(System.getProperty("user.name"));
    }

    private void print(ReuseDecision decision, boolean json) {
        ReuseJson.DecisionJson shape = ReuseJson.DecisionJson.of(decision, root.language());
        if (json) {
            Output.json(spec, shape);
            return;
        }
        Output.line(spec, shape.decision() + (shape.document() == null ? "" : "  " + shape.document()));
        shape.reasons().forEach(reason -> Output.line(spec, "  " + reason.line()));
        shape.evidence().forEach((name, value) -> Output.line(spec, "  " + name + ": " + value));
    }

    static ProcedureCode procedure(String text) {
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
