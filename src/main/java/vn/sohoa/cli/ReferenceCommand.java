package vn.sohoa.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Procedure;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Procedures;
import vn.sohoa.workflow.ReferenceState;

/** {@code reference}: the reference data as they were when papers were decided on. */
@Command(name = "reference")
@SuppressWarnings("NullAway.Init")
final class ReferenceCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    record StateJson(String stamp, String firstUsed, Map<String, String> files) {
        static StateJson of(ReferenceState.State state) {
            Map<String, String> files = new TreeMap<>();
            state.files().forEach((name, hash) -> files.put(name, hash.hex()));
            return new StateJson(state.stamp(), state.firstUsed().toString(), files);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<StateJson> states = house.get(ReferenceState.class).states().stream()
                    .map(StateJson::of)
                    .toList();
            if (json) {
                Output.json(spec, states);
            } else {
                states.forEach(state -> Output.line(
                        spec,
                        "ref@" + state.stamp() + "  " + state.firstUsed() + "  "
                                + String.join(", ", state.files().keySet())));
            }
            return 0;
        }
    }

    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "STAMP", descriptionKey = "referenceStamp") String stamp,
            @Parameters(paramLabel = "FILE", descriptionKey = "referenceFile") String file) {
        try (House house = House.open(root)) {
            String text = house.get(ReferenceState.class)
                    .text(stamp, file)
                    .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, stamp + " " + file));
            Output.line(spec, text.stripTrailing());
            return 0;
        }
    }

    /** The published shape of {@code reference procedures --json}. */
    record ProcedureJson(
            String code,
            String name,
            String field,
            String level,
            boolean essential,
            boolean returnsPaper,
            List<String> results,
            String from,
            @Nullable String to,
            List<Procedure.Component> components) {

        static ProcedureJson of(Procedure procedure) {
            return new ProcedureJson(
                    procedure.code().value(),
                    procedure.name(),
                    procedure.field(),
                    procedure.level().name(),
                    procedure.essential(),
                    procedure.returnsPaper(),
                    procedure.results(),
                    procedure.from().toString(),
                    procedure.to() == null ? null : procedure.to().toString(),
                    procedure.components());
        }
    }

    record CatalogueJson(String version, List<ProcedureJson> procedures) {}

    @Command(name = "procedures")
    int procedures(
            @Parameters(paramLabel = "CODE", arity = "0..1", descriptionKey = "procedure") @Nullable String code,
            @Option(names = "--on", descriptionKey = "receivedOn") @Nullable LocalDate on,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        Optional<String> base =
                Optional.ofNullable(code).map(ReuseCommand::procedure).map(ProcedureCode::base);
        try (House house = House.open(root)) {
            Procedures catalogue = house.get(Procedures.class);
            List<ProcedureJson> rows = catalogue.all().stream()
                    .filter(row -> base.map(row.code().value()::equals).orElse(true))
                    .filter(row -> on == null || row.inForce(on))
                    .map(ProcedureJson::of)
                    .toList();
            if (json) {
                Output.json(spec, new CatalogueJson(catalogue.version(), rows));
                return 0;
            }
            for (ProcedureJson row : rows) {
                Output.line(
                        spec,
                        row.code() + "  " + row.name() + "  " + row.field() + "  " + row.from() + "–"
                                + (row.to() == null ? "" : row.to()));
                if (base.isPresent()) {
                    row.components()
                            .forEach(part -> Output.line(
                                    spec,
                                    "  %s%s  %s  %s %s"
                                            .formatted(
                                                    part.required() ? "*" : " ",
                                                    part.code(),
                                                    part.name(),
                                                    part.source(),
                                                    part.types())));
                }
            }
            return 0;
        }
    }
}
