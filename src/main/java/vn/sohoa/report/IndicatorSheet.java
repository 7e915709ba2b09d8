package vn.sohoa.report;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.dossier.Language;

/** Writes indicators, and the dossiers behind them, as a workbook for Excel. */
public final class IndicatorSheet {
    private IndicatorSheet() {}

    /** The provincial columns, then percent, points and colour of each indicator. */
    public static byte[] xlsx(IndicatorReport report, Language language) {
        IndicatorTexts texts = new IndicatorTexts(report, language);
        List<String> titles = new ArrayList<>(List.of(texts.title(), texts.span(), texts.standing()));
        titles.addAll(texts.notes());
        titles.addAll(List.of(texts.countsBy(), texts.formulaMissing(), texts.versions()));
        List<String> head = new ArrayList<>(List.of(texts.rowHead()));
        for (Column column : Column.values()) {
            head.add(column.title(language));
        }
        boolean vi = language == Language.VI;
        for (Indicator indicator : Indicator.values()) {
            if (indicator.counted()) {
                head.addAll(List.of(
                        indicator.code() + (vi ? " tử số" : " numerator"),
                        indicator.code() + (vi ? " mẫu số" : " denominator"),
                        indicator.code() + " %",
                        indicator.code() + (vi ? " điểm" : " points"),
                        indicator.code() + (vi ? " màu" : " colour")));
            }
        }
        head.addAll(List.of(texts.scoreHead(), vi ? "Tối đa" : "Maximum", texts.rankHead()));
        return Sheets.of(vi ? "Chỉ số" : "Indicators", titles, head, rows(report, language, texts));
    }

    private static List<List<Object>> rows(IndicatorReport report, Language language, IndicatorTexts texts) {
        List<List<Object>> rows = new ArrayList<>();
        for (IndicatorReport.Row row : report.rows()) {
            List<Object> values = new ArrayList<>();
            values.add("  ".repeat(row.depth()) + texts.name(row));
            values.addAll(row.counts().values());
            row.cells().stream().filter(IndicatorWriter::counted).forEach(cell -> {
                values.add(cell.numerator());
                values.add(cell.denominator());
                values.add(new Sheets.Figure(cell.percent(), cell.band().colour()));
                values.add(new Sheets.Figure(cell.score(), ""));
                values.add(cell.band().title(language));
            });
            values.add(new Sheets.Figure(row.score(), ""));
            values.add(new Sheets.Figure(row.maximum(), ""));
            values.add(texts.rank(row));
            rows.add(values);
        }
        return rows;
    }

    /** The dossiers behind a number. */
    public static byte[] xlsx(String title, List<Indicators.Case> cases, Language language) {
        boolean vi = language == Language.VI;
        List<List<Object>> rows = new ArrayList<>();
        cases.forEach(each -> rows.add(List.of(
                each.dossier(),
                each.procedure(),
                each.received().toString(),
                each.unit(),
                each.counted() ? vi ? "có" : "yes" : vi ? "không" : "no")));
        List<String> head = vi
                ? List.of("Hồ sơ", "Thủ tục", "Ngày tiếp nhận", "Đơn vị", "Đạt")
                : List.of("Dossier", "Procedure", "Received", "Unit", "Counted");
        return Sheets.of(vi ? "Hồ sơ" : "Dossiers", List.of(title), head, rows);
    }

    /** The morning report: one row a paper that is not simply done. */
    public static byte[] xlsx(MorningReport.Report report, Language language) {
        boolean vi = language == Language.VI;
        List<List<Object>> rows = new ArrayList<>();
        report.units().forEach(unit -> unit.lines()
                .forEach(line -> rows.add(List.of(
                        unit.unit(),
                        line.group().title(language),
                        line.dossier(),
                        line.file(),
                        line.title(),
                        line.reason(),
                        line.detail(),
                        line.remedy()))));
        List<String> head = vi
                ? List.of("Đơn vị", "Tình trạng", "Hồ sơ", "Tệp", "Giấy tờ", "Lý do", "Chi tiết", "Việc cần làm")
                : List.of("Unit", "Status", "Dossier", "File", "Paper", "Reason", "Detail", "What to do");
        return Sheets.of(
                vi ? "Báo cáo sáng" : "Morning",
                List.of(ReportWriter.title(report, language), ReportWriter.totals(report, language)),
                head,
                rows);
    }
}
