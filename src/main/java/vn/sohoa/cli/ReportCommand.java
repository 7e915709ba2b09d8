package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.report.IndicatorSheet;
import vn.sohoa.report.IndicatorWriter;
import vn.sohoa.report.Indicators;
import vn.sohoa.report.MorningReport;
import vn.sohoa.report.Period;
import vn.sohoa.report.PeriodState;
import vn.sohoa.report.ReportWriter;
import vn.sohoa.report.Unsynced;
import vn.sohoa.workflow.acceptance.AcceptanceSample;
import vn.sohoa.workflow.acceptance.AccuracyReport;
import vn.sohoa.workflow.acceptance.AccuracyWriter;
import vn.sohoa.workflow.acceptance.CheckingGuide;
import vn.sohoa.workflow.acceptance.DrawSample;
import vn.sohoa.workflow.acceptance.MeasureAccuracy;
import vn.sohoa.workflow.acceptance.SampleFolder;

/** {@code report}: what leaders and records officers read. */
@Command(name = "report", subcommands = IndicatorsCommand.class)
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

    Root root() {
        return root;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "morning")
    int morning(@Option(names = "--run", descriptionKey = "run") @Nullable Long run, @Mixin ReportOut out) {
        try (House house = House.open(root)) {
            MorningReport.Report report = house.get(MorningReport.class).of(Optional.ofNullable(run), root.language());
            switch (out.format()) {
                case TABLE -> out.write(spec, ReportWriter.text(report, root.language()));
                case JSON -> out.write(spec, ReportWriter.json(report));
                case CSV -> out.write(spec, ReportWriter.csv(report));
                case HTML -> out.write(spec, ReportWriter.html(report, root.language()));
                case XLSX -> out.write(IndicatorSheet.xlsx(report, root.language()));
            }
            return 0;
        }
    }

    @Command(name = "close")
    int close(
            @Parameters(paramLabel = "PERIOD", descriptionKey = "period") String period,
            @Option(names = "--as", descriptionKey = "as", required = true) String officer,
            @Option(names = "--note", descriptionKey = "closeNote", defaultValue = "") String note) {
        try (House house = House.open(root)) {
            return told(house.get(Indicators.class).close(Period.of(period), officer, note));
        }
    }

    @Command(name = "reopen")
    int reopen(
            @Parameters(paramLabel = "PERIOD", descriptionKey = "period") String period,
            @Option(names = "--as", descriptionKey = "as", required = true) String officer,
            @Option(names = "--reason", descriptionKey = "reopenReason", required = true) String reason) {
        try (House house = House.open(root)) {
            return told(house.get(Indicators.class).reopen(Period.of(period), officer, reason));
        }
    }

    private int told(PeriodState act) {
        Output.line(spec, act.words());
        return 0;
    }

    @Command(name = "periods")
    int periods(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<PeriodState> acts = house.get(Indicators.class).acts();
            if (json) {
                Output.json(spec, acts);
            } else {
                acts.forEach(act -> Output.line(spec, act.words()));
            }
            return 0;
        }
    }

    @Command(name = "unsynced")
    int unsynced(
            @Option(names = "--unit", descriptionKey = "reportUnit", defaultValue = "") String unit,
            @Mixin ReportOut out) {
        try (House house = House.open(root)) {
            List<Unsynced.Line> lines = house.get(Unsynced.class).lines(unit);
            switch (out.format()) {
                case TABLE -> out.write(spec, Unsynced.text(lines, root.language()));
                case JSON -> out.write(spec, IndicatorWriter.json(lines));
                case CSV -> out.write(spec, Unsynced.csv(lines));
                case HTML, XLSX -> throw out.none();
            }
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
}
