package vn.sohoa.report;

import java.util.List;
import vn.sohoa.dossier.Language;

/** Writes indicators as a page to print, A4 across: charts, the provincial columns, what the figures count by. Nothing to fetch. */
public final class IndicatorPage {
    private static final int MOST_BARS = 12;
    private static final String STYLE = """
            @page{size:A4 landscape;margin:11mm}
            *{box-sizing:border-box}
            body{font:14px/1.45 system-ui,'DejaVu Sans',sans-serif;margin:1.5rem auto;max-width:82rem;padding:0 1rem;color:#1c2430}
            h1{font-size:1.35rem;margin:0 0 .2rem}h2{font-size:1rem;margin:1.2rem 0 .3rem}p{margin:.15rem 0;color:#4a5363}
            .state{color:#1c2430;font-weight:600}.notes{margin:.6rem 0;padding:.5rem .8rem;border-left:4px solid #e3b505;background:#fdf8e4}
            .charts{display:grid;grid-template-columns:1fr 1fr;gap:.4rem 2rem}figure{margin:0;break-inside:avoid}
            figcaption{font-weight:600;margin:.5rem 0 .1rem}.key{font-size:.85em}
            table{border-collapse:collapse;width:100%;margin-top:.5rem;font-size:.86rem}
            th,td{border:1px solid #cfd5de;padding:.3rem .45rem;vertical-align:middle}
            th{background:#eef1f6;text-align:center;font-weight:600}td{text-align:right;font-variant-numeric:tabular-nums}
            td.t{text-align:left}td.s{white-space:nowrap}tr.all td{font-weight:700;background:#f6f8fb}tr{break-inside:avoid}thead{display:table-header-group}
            td small{display:block;color:#4a5363;white-space:nowrap}
            .GREEN{border-left:5px solid #1b7a3d}.YELLOW{border-left:5px solid #e3b505}.ORANGE{border-left:5px solid #e8751a}
            .RED{border-left:5px solid #c0262d}.NONE{border-left:5px solid #cfd5de}
            .d2{padding-left:1.3rem}.d3{padding-left:2.2rem}.d4{padding-left:3.1rem}
            @media print{body{margin:0;padding:0;max-width:none;font-size:9.5pt}table{font-size:8pt}th,td{padding:.18rem .3rem}}
            @media (max-width:60rem){.charts{grid-template-columns:1fr}.scroll{overflow-x:auto}}
            """;

    private IndicatorPage() {}

    /** The whole page. */
    public static String html(IndicatorReport report, Language language) {
        IndicatorTexts texts = new IndicatorTexts(report, language);
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"")
                .append(language == Language.VI ? "vi" : "en")
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(Markup.escaped(texts.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(Markup.escaped(texts.title()))
                .append("</h1>");
        paragraph(out, "", texts.span());
        paragraph(out, "state", texts.standing());
        if (!texts.notes().isEmpty()) {
            out.append("<div class=\"notes\">");
            texts.notes().forEach(note -> paragraph(out, "", note));
            out.append("</div>");
        }
        charts(out, report, language, texts);
        table(out, report, language, texts);
        paragraph(out, "key", texts.countsBy());
        paragraph(out, "key", texts.formulaMissing());
        paragraph(out, "key", texts.versions());
        return out.append("</body></html>\n").toString();
    }

    private static void paragraph(StringBuilder out, String style, String text) {
        out.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(Markup.escaped(text))
                .append("</p>");
    }

    private static void charts(StringBuilder out, IndicatorReport report, Language language, IndicatorTexts texts) {
        out.append("<div class=\"charts\">");
        for (Indicator indicator : Indicator.values()) {
            if (indicator.counted()) {
                String title = indicator.code() + " " + indicator.title(language);
                out.append("<figure><figcaption>").append(Markup.escaped(title)).append("</figcaption>");
                out.append(chart(report, indicator, language, texts)).append("</figure>");
            }
        }
        out.append("</div>");
    }

    /** The bars of one indicator: the sum of all and the first rows below it. */
    public static String chart(IndicatorReport report, Indicator indicator, Language language) {
        return chart(report, indicator, language, new IndicatorTexts(report, language));
    }

    private static String chart(IndicatorReport report, Indicator indicator, Language language, IndicatorTexts texts) {
        List<BarChart.Bar> bars = report.rows().stream()
                .limit(MOST_BARS)
                .map(row -> row.cell(indicator.code())
                        .map(cell -> new BarChart.Bar(texts.name(row), cell.percent(), cell.band(), cell.target()))
                        .orElseThrow())
                .toList();
        return BarChart.svg(indicator.code() + " " + indicator.title(language), bars, language);
    }

    private static void table(StringBuilder out, IndicatorReport report, Language language, IndicatorTexts texts) {
        out.append("<div class=\"scroll\"><table><thead><tr>");
        head(out, texts.rowHead());
        for (Column column : Column.values()) {
            head(out, column.title(language));
        }
        for (Indicator indicator : Indicator.values()) {
            if (indicator.counted()) {
                out.append("<th title=\"")
                        .append(Markup.escaped(indicator.title(language)))
                        .append("\">")
                        .append(indicator.code())
                        .append("</th>");
            }
        }
        head(out, texts.scoreHead());
        head(out, texts.rankHead());
        out.append("</tr></thead><tbody>");
        report.rows().forEach(row -> row(out, row, language, texts));
        out.append("</tbody></table></div>");
    }

    private static void head(StringBuilder out, String text) {
        out.append("<th>").append(Markup.escaped(text)).append("</th>");
    }

    private static void row(StringBuilder out, IndicatorReport.Row row, Language language, IndicatorTexts texts) {
        out.append(row.key().equals(Tally.ALL) ? "<tr class=\"all\">" : "<tr>")
                .append("<td class=\"t d")
                .append(row.depth())
                .append("\">")
                .append(Markup.escaped(texts.name(row)))
                .append("</td>");
        row.counts().values().forEach(count -> out.append("<td>")
                .append(Markup.count(count, language))
                .append("</td>"));
        row.cells().stream().filter(IndicatorWriter::counted).forEach(cell -> cell(out, cell, language));
        out.append("<td class=\"s\">").append(texts.score(row)).append("</td><td class=\"t\">");
        out.append(Markup.escaped(texts.rank(row))).append("</td></tr>");
    }

    private static void cell(StringBuilder out, IndicatorReport.Cell cell, Language language) {
        String points = cell.score() == null ? "" : " · " + Markup.number(cell.score(), language);
        String band = cell.band() == Band.NONE ? "" : " · " + cell.band().title(language);
        out.append("<td class=\"")
                .append(cell.band())
                .append("\">")
                .append(Markup.percent(cell.percent(), language))
                .append("<small>")
                .append(Markup.count(cell.numerator(), language))
                .append('/')
                .append(Markup.count(cell.denominator(), language))
                .append(points)
                .append(band)
                .append("</small></td>");
    }
}
