package vn.sohoa.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.report.MorningReport;
import vn.sohoa.report.ReportWriter;

/** {@code report}: what leaders and records officers read. */
@Command(name = "report")
@SuppressWarnings("NullAway.Init")
final class ReportCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    /** How a report is written. */
    enum Format {
        TABLE,
        JSON,
        CSV,
        HTML
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "morning")
    int morning(
            @Option(names = "--run", descriptionKey = "run") @Nullable Long run,
            @Option(names = "--format", descriptionKey = "format", defaultValue = "table") Format format,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            MorningReport.Report report = house.get(MorningReport.class).of(Optional.ofNullable(run), root.language());
            Output.line(spec, write(report, json ? Format.JSON : format));
            return 0;
        }
    }

    private String write(MorningReport.Report report, Format format) {
        return switch (format) {
            case TABLE -> ReportWriter.text(report, root.language());
            case JSON -> ReportWriter.json(report);
            case CSV -> ReportWriter.csv(report);
            case HTML -> ReportWriter.html(report, root.language());
        };
    }
}
