package vn.sohoa.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.CheckReadiness;

/** {@code doctor}: can the house work, and does everything in it still agree? Ends with 4 where it does not. */
@Command(name = "doctor")
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        try (House house = House.open(root)) {
            CheckReadiness.Readiness found = house.get(CheckReadiness.class).check();
            if (json) {
                Output.json(spec, found);
            } else {
                found.checks()
                        .forEach(check ->
                                Output.line(spec, (check.ok() ? "✓ " : "✗ ") + check.name() + " " + check.detail()));
                found.violations().forEach(violation -> Output.line(spec, "✗ " + violation));
            }
            return found.ready() && found.violations().isEmpty() ? 0 : 4;
        }
    }
}
