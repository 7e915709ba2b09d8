package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.transfer.RestoreInstallation;

/** {@code restore}: brings a back-up into an empty installation. Ends with 4 if something in it disagrees. */
@Command(name = "restore")
@SuppressWarnings("NullAway.Init")
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "DIR", descriptionKey = "restoreFrom")
    private Path from;

    @Option(names = "--at", paramLabel = "SNAPSHOT", descriptionKey = "at")
    private @Nullable String at;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        CopyLine progress = new CopyLine(spec.commandLine().getErr(), root.language());
        try (House house = House.open(root)) {
            RestoreInstallation.Report report = house.get(RestoreInstallation.class)
                    .restore(from.toAbsolutePath().normalize(), Optional.ofNullable(at), progress);
            progress.end();
            if (json) {
                Output.json(spec, report);
            } else {
                Output.line(
                        spec,
                        spec.resourceBundle()
                                .getString("sohoa.restored")
                                .formatted(report.snapshot(), report.manifest().at(), report.closedRuns()));
                MigrateCommand.words(spec, report.copy());
            }
            return report.copy().violations().isEmpty() ? 0 : 4;
        }
    }
}
