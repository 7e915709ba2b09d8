package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.report.MorningReport;
import vn.sohoa.report.ReportWriter;
import vn.sohoa.workflow.acceptance.AcceptanceSample;
import vn.sohoa.workflow.acceptance.AccuracyReport;
import vn.sohoa.workflow.acceptance.AccuracyWriter;
import vn.sohoa.workflow.acceptance.CheckingGuide;
import vn.sohoa.workflow.acceptance.DrawSample;
import vn.sohoa.workflow.acceptance.MeasureAccuracy;
import vn.sohoa.workflow.acceptance.SampleFolder;

/** {@code report}: what leaders and records officers read. */
@Command(name = "report")
@SuppressWarnings("NullAway.Init")
final class ReportCommand implements Runnable {
    private static final int MOST_PAGES = 1000;
    private static final int NEGATIVE = 4;

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

    /** How a sheet for checkers is written. */
    enum Sheet {
        MD,
        HTML,
        JSON
    }

    /** Needs no data folder: the catalogue of faults is reference data. */
    @Command(name = "guide")
    int guide(
            @Option(names = "--format", descriptionKey = "sheetFormat", defaultValue = "md") Sheet format,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        CheckingGuide guide = CheckingGuide.load(root.home().resolve("jobs").resolve("reference"));
        switch (json ? Sheet.JSON : format) {
            case MD -> Output.line(spec, guide.markdown(root.language()));
            case HTML -> Output.line(spec, guide.html(root.language()));
            case JSON -> Output.json(spec, guide.catalogue());
        }
        return 0;
    }

    /** The two halves of an acceptance check: drawing, or measuring what was corrected. */
    static final class Half {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable Draw draw;

        @Option(names = "--truth", descriptionKey = "truth", required = true, paramLabel = "DIR")
        private @Nullable Path truth;
    }

    /** What a draw needs. */
    @SuppressWarnings("NullAway.Init")
    static final class Draw {
        @Option(names = "--run", descriptionKey = "accuracyRun", required = true)
        private long run;

        @Option(names = "--sample", descriptionKey = "sample", defaultValue = "30")
        private int sample;

        @Option(names = "--seed", descriptionKey = "seed", defaultValue = "1")
        private long seed;

        @Option(names = "--checker", descriptionKey = "checker", required = true)
        private String checker;

        @Option(names = "--out", descriptionKey = "sampleOut", required = true, paramLabel = "DIR")
        private Path out;
    }

    @Command(name = "accuracy")
    int accuracy(
            @ArgGroup(multiplicity = "1") Half half,
            @Option(names = "--norm", descriptionKey = "barProfile", defaultValue = "CV7197-DEFAULT") String profile,
            @Option(names = "--format", descriptionKey = "sheetFormat", defaultValue = "md") Sheet format,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        Sheet sheet = json ? Sheet.JSON : format;
        try (House house = House.open(root)) {
            Path truth = half.truth;
            return truth == null
                    ? draw(house, Objects.requireNonNull(half.draw), sheet)
                    : measured(house.get(MeasureAccuracy.class).measure(truth, profile), sheet);
        }
    }

    private int draw(House house, Draw asked, Sheet format) {
        if (asked.sample < 1 || asked.sample > MOST_PAGES || asked.checker.isBlank()) {
            throw new DigitisationException(Problem.USAGE, "--sample 1-" + MOST_PAGES + ", --checker");
        }
        DrawSample draw = house.get(DrawSample.class);
        AcceptanceSample sample = draw.draw(asked.run, asked.sample, asked.seed, asked.checker);
        new SampleFolder(asked.out).write(sample, draw);
        if (format == Sheet.JSON) {
            Output.json(spec, sample);
        } else {
            Output.line(
                    spec,
                    spec.resourceBundle()
                            .getString("sohoa.report.drawn")
                            .formatted(sample.pages().size(), sample.pagesInAll(), asked.out, asked.out));
        }
        return 0;
    }

    private int measured(AccuracyReport report, Sheet format) {
        switch (format) {
            case MD -> Output.line(spec, AccuracyWriter.markdown(report, root.language()));
            case HTML -> Output.line(spec, AccuracyWriter.html(report, root.language()));
            case JSON -> Output.json(spec, report);
        }
        return report.verdict() == AccuracyReport.Verdict.ACCEPTED ? 0 : NEGATIVE;
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
