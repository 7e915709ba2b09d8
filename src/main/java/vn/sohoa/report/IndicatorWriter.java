package vn.sohoa.report;

import java.util.List;
import vn.sohoa.dossier.Language;

/** Writes indicators, and the dossiers behind them, as text, JSON or CSV. */
public final class IndicatorWriter {
    private static final int NAME = 34;

    private IndicatorWriter() {}

    /** The report as data, with the names of the records. */
    public static String json(IndicatorReport report) {
        return Markup.JSON.writeValueAsString(report);
    }

    /** Any list of this room's records, such as dossiers behind a number. */
    public static String json(List<?> records) {
        return Markup.JSON.writeValueAsString(records);
    }

    /** For a terminal: percentages and points, one row a line. */
    public static String text(IndicatorReport report, Language language) {
        IndicatorTexts texts = new IndicatorTexts(report, language);
        StringBuilder out = new StringBuilder();
        out.append(texts.title()).append('\n').append(texts.span()).append('\n');
        out.append(texts.standing()).append("\n\n");
        out.append(padded(texts.rowHead(), NAME)).append(right(Column.RECEIVED.title(language), 10));
        for (Indicator indicator : Indicator.values()) {
            if (indicator.counted()) {
                out.append(right(indicator.code(), 19));
            }
        }
        out.append(right(texts.scoreHead(), 15))
                .append("  ")
                .append(texts.rankHead())
                .append('\n');
        for (IndicatorReport.Row row : report.rows()) {
            String indent = "  ".repeat(Math.max(0, row.depth()));
            out.append(padded(indent + texts.name(row), NAME))
                    .append(right(Markup.count(row.counts().getOrDefault(Column.RECEIVED, 0L), language), 10));
            row.cells().stream()
                    .filter(IndicatorWriter::counted)
                    .forEach(cell -> out.append(right(
                            Markup.percent(cell.percent(), language) + " "
                                    + (cell.band() == Band.NONE
                                            ? ""
                                            : cell.band().title(language)),
                            19)));
            out.append(right(texts.score(row), 15))
                    .append("  ")
                    .append(texts.rank(row))
                    .append('\n');
        }
        out.append('\n')
                .append(texts.countsBy())
                .append('\n')
                .append(texts.formulaMissing())
                .append('\n');
        texts.notes().forEach(note -> out.append("! ").append(note).append('\n'));
        return out.append(texts.versions()).toString();
    }

    static boolean counted(IndicatorReport.Cell cell) {
        return Indicator.of(cell.indicator()).filter(Indicator::counted).isPresent();
    }

    /** One row a line, figures as numbers with a point; N/A is an empty cell. */
    public static String csv(IndicatorReport report, Language language) {
        StringBuilder out = new StringBuilder("period,key,name,depth,block,rank");
        for (Column column : Column.values()) {
            out.append(',').append(Markup.cell(column.title(language)));
        }
        for (Indicator indicator : Indicator.values()) {
            for (String what : List.of("numerator", "denominator", "percent", "score", "band")) {
                out.append(',').append(indicator.code()).append(' ').append(what);
            }
        }
        out.append(",score,maximum\n");
        for (IndicatorReport.Row row : report.rows()) {
            out.append(Markup.cell(report.period().key()))
                    .append(',')
                    .append(Markup.cell(row.key()))
                    .append(',')
                    .append(Markup.cell(row.name()))
                    .append(',')
                    .append(row.depth())
                    .append(',')
                    .append(Markup.cell(row.block()))
                    .append(',')
                    .append(row.rank() == 0 ? "" : row.rank());
            row.counts().values().forEach(count -> out.append(',').append(count));
            row.cells().forEach(cell -> out.append(',')
                    .append(cell.numerator())
                    .append(',')
                    .append(cell.denominator())
                    .append(',')
                    .append(cell.percent() == null ? "" : cell.percent())
                    .append(',')
                    .append(cell.score() == null ? "" : cell.score())
                    .append(',')
                    .append(cell.band()));
            out.append(',')
                    .append(row.score() == null ? "" : row.score())
                    .append(',')
                    .append(row.maximum())
                    .append('\n');
        }
        return out.toString();
    }

    /** The dossiers behind a number, for a terminal. */
    public static String text(List<Indicators.Case> cases, Language language) {
        StringBuilder out = new StringBuilder();
        cases.forEach(each -> out.append(each.counted() ? "+ " : "- ")
                .append(padded(each.dossier(), NAME))
                .append(each.received())
                .append("  ")
                .append(padded(each.unit(), 18))
                .append(each.procedure())
                .append('\n'));
        long counted = cases.stream().filter(Indicators.Case::counted).count();
        String of = language == Language.VI ? " hồ sơ đạt (+) trong " : " dossiers count (+) of ";
        return out.append(counted).append(of).append(cases.size()).toString();
    }

    /** The dossiers behind a number, one a row. */
    public static String csv(List<Indicators.Case> cases) {
        StringBuilder out = new StringBuilder("dossier,procedure,received,unit,counted\n");
        cases.forEach(each -> out.append(Markup.cell(each.dossier()))
                .append(',')
                .append(Markup.cell(each.procedure()))
                .append(',')
                .append(each.received())
                .append(',')
                .append(Markup.cell(each.unit()))
                .append(',')
                .append(each.counted())
                .append('\n'));
        return out.toString();
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return text.length() >= width ? " " + text : " ".repeat(width - text.length()) + text;
    }
}
