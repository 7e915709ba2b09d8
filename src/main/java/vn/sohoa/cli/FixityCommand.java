package vn.sohoa.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.VerifyFixity;

/** {@code fixity}: re-reads every stored object. */
@Command(name = "fixity")
@SuppressWarnings("NullAway.Init")
final class FixityCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "run")
    int check(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            VerifyFixity.Report report = house.get(VerifyFixity.class).verify();
            if (json) {
                Output.json(spec, report);
            } else {
                report.damages()
                        .forEach(damage -> Output.line(
                                spec,
                                (damage.missing() ? "✗ mất (missing) " : "✗ sai khác (changed) ") + damage.role() + " "
                                        + damage.key() + " · " + damage.document()));
                Output.line(spec, report.checked() + " đối tượng đã đọc lại (objects re-read)");
            }
            return report.damages().isEmpty() ? 0 : 4;
        }
    }
}
