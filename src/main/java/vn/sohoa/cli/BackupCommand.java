package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.transfer.BackUpInstallation;
import vn.sohoa.workflow.transfer.CheckBackup;

/** {@code backup}: makes a back-up, or reads one again; {@code --check} ends with 4 if anything is damaged. */
@Command(name = "backup")
@SuppressWarnings("NullAway.Init")
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "backupTo")
    private @Nullable Path to;

    @Option(names = "--check", paramLabel = "DIR", descriptionKey = "backupCheck")
    private @Nullable Path check;

    @Option(names = "--full", descriptionKey = "full")
    private boolean full;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        CopyLine progress = new CopyLine(spec.commandLine().getErr(), root.language());
        if (check != null && to == null && !full) {
            return check(check, progress);
        }
        if (to == null || check != null) {
            throw new ParameterException(spec.commandLine(), "--to DIR [--full] | --check DIR");
        }
        return backUp(to, progress);
    }

    private int backUp(Path folder, CopyLine progress) {
        root.needInstallation();
        try (House house = House.open(root)) {
            BackUpInstallation.Report report = house.get(BackUpInstallation.class)
                    .backUp(folder.toAbsolutePath().normalize(), full, progress);
            progress.end();
            if (json) {
                Output.json(spec, report);
            } else {
                String text = spec.resourceBundle().getString("sohoa.backup.made");
                Output.line(
                        spec,
                        text.formatted(
                                report.snapshot(),
                                report.manifest().objects(),
                                report.copied(),
                                Output.bytes(report.copiedBytes()),
                                report.manifest().pool(),
                                report.seconds()));
            }
            return 0;
        }
    }

    private int check(Path folder, CopyLine progress) {
        CheckBackup.Report report = CheckBackup.check(folder.toAbsolutePath().normalize(), progress);
        progress.end();
        if (json) {
            Output.json(spec, report);
        } else {
            report.damages().forEach(damage -> Output.line(spec, "✗ " + damage));
            String text = spec.resourceBundle().getString("sohoa.backup.checked");
            Output.line(spec, text.formatted(report.snapshots(), report.objects(), Output.bytes(report.bytes())));
        }
        return report.damages().isEmpty() ? 0 : 4;
    }
}
