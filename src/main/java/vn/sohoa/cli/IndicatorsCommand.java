package vn.sohoa.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.report.Indicator;
import vn.sohoa.report.IndicatorPage;
import vn.sohoa.report.IndicatorReport;
import vn.sohoa.report.IndicatorSheet;
import vn.sohoa.report.IndicatorWriter;
import vn.sohoa.report.Indicators;
import vn.sohoa.report.Period;

/** {@code report indicators}: Decision 766/QĐ-TTg, group 4. */
@Command(name = "indicators")
@SuppressWarnings("NullAway.Init")
final class IndicatorsCommand implements Callable<Integer> {
    @ParentCommand
    private ReportCommand report;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReportOut out;

    @Option(names = "--period", descriptionKey = "period")
    private @Nullable String period;

    @Option(names = "--from", descriptionKey = "periodFrom", paramLabel = "DATE")
    private @Nullable String from;

    @Option(names = "--to", descriptionKey = "periodTo", paramLabel = "DATE")
    private @Nullable String to;

    @Option(names = "--unit", descriptionKey = "reportUnit", defaultValue = "")
    private String unit;

    @Option(names = "--procedure", descriptionKey = "reportProcedure", defaultValue = "")
    private String procedure;

    @Option(names = "--by", descriptionKey = "reportBy", defaultValue = "unit")
    private IndicatorReport.By by;

    @Option(names = "--drill", descriptionKey = "drill", paramLabel = "4.1-4.4")
    private @Nullable String drill;

    @Option(names = "--numerator", descriptionKey = "numerator")
    private boolean numerator;

    @Override
    public Integer call() {
        try (House house = House.open(report.root())) {
            Indicators indicators = house.get(Indicators.class);
            Indicators.Query query = new Indicators.Query(period(indicators), by, unit, procedure);
            if (drill == null) {
                write(indicators.report(query));
            } else {
                drill(indicators, query, drill);
            }
            return 0;
        }
    }

    private Period period(Indicators indicators) {
        if (from != null && to != null && period == null) {
            return Period.between(Period.day(from), Period.day(to));
        }
        if (from != null || to != null) {
            throw new DigitisationException(Problem.USAGE, "--from, --to | --period");
        }
        return period == null ? indicators.running() : Period.of(period);
    }

    private void write(IndicatorReport figures) {
        Language language = report.root().language();
        switch (out.format()) {
            case TABLE -> out.write(spec, IndicatorWriter.text(figures, language));
            case JSON -> out.write(spec, IndicatorWriter.json(figures));
            case CSV -> out.write(spec, IndicatorWriter.csv(figures, language));
            case HTML -> out.write(spec, IndicatorPage.html(figures, language));
            case XLSX -> out.write(IndicatorSheet.xlsx(figures, language));
        }
    }

    private void drill(Indicators indicators, Indicators.Query query, String code) {
        Indicator indicator = Indicator.of(code)
                .filter(Indicator::counted)
                .orElseThrow(() -> new DigitisationException(Problem.USAGE, "--drill " + code));
        List<Indicators.Case> cases = indicators.drill(query, indicator, numerator);
        Language language = report.root().language();
        switch (out.format()) {
            case TABLE -> out.write(spec, IndicatorWriter.text(cases, language));
            case JSON -> out.write(spec, IndicatorWriter.json(cases));
            case CSV -> out.write(spec, IndicatorWriter.csv(cases));
            case XLSX ->
                out.write(IndicatorSheet.xlsx(
                        indicator.code() + " " + query.period().key(), cases, language));
            case HTML -> throw out.none();
        }
    }
}
