package vn.sohoa.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.transfer.CopyReport;
import vn.sohoa.workflow.transfer.Installation;
import vn.sohoa.workflow.transfer.MigrateInstallation;

/** {@code migrate}: copies the embedded installation of this data folder to the servers. Ends with 4 if something disagrees. */
@Command(name = "migrate")
@SuppressWarnings("NullAway.Init")
final class MigrateCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--to-profile", required = true, paramLabel = "server", descriptionKey = "toProfile")
    private Engines to;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        if (to != Engines.SERVER) {
            throw new ParameterException(spec.commandLine(), "--to-profile server");
        }
        CopyLine progress = new CopyLine(spec.commandLine().getErr(), root.language());
        root.standOn(Engines.EMBEDDED);
        root.needInstallation();
        try (House here = House.open(root)) {
            root.standOn(Engines.SERVER);
            try (House there = House.open(root)) {
                CopyReport report =
                        here.get(MigrateInstallation.class).migrate(there.get(Installation.class), progress);
                progress.end();
                if (json) {
                    Output.json(spec, report);
                } else {
                    words(spec, report);
                }
                return report.violations().isEmpty() ? 0 : 4;
            }
        }
    }

    /** What was copied and compared, for people. */
    static void words(CommandSpec spec, CopyReport report) {
        String text = spec.resourceBundle().getString("sohoa.copied");
        Output.line(
                spec,
                text.formatted(
                        report.objects(),
                        report.copied(),
                        Output.bytes(report.bytes()),
                        report.rows(),
                        report.tables().size(),
                        report.chainEntries(),
                        report.indexed(),
                        report.seconds()));
        report.violations().forEach(violation -> Output.line(spec, "✗ " + violation));
    }
}
