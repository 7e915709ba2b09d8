package vn.sohoa.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
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
}
