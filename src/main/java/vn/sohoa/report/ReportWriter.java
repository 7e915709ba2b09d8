package vn.sohoa.report;

import java.util.stream.Collectors;
import vn.sohoa.dossier.Language;

/** Writes a morning report as text, JSON, CSV or a page to print. */
public final class ReportWriter {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
            th,td{border-bottom:1px solid #d5d5d5;padding:.4rem .6rem;text-align:left;vertical-align:top}
            .n{text-align:right}.remedy{color:#555}caption{text-align:left;font-weight:600;padding:.4rem 0}
            @media print{body{margin:0;font-size:11pt}}
            """;

    private ReportWriter() {}

    public static String json(MorningReport.Report report) {
        return Markup.JSON.writeValueAsString(report);
    }

    /** Plain text for a terminal. */
    public static String text(MorningReport.Report report, Language language) {
        StringBuilder out = new StringBuilder();
        out.append(title(report, language))
                .append('\n')
                .append(totals(report, language))
                .append('\n');
        for (MorningReport.Unit unit : report.units()) {
            out.append('\n')
                    .append(language == Language.VI ? "Đơn vị " : "Unit ")
                    .append(unit.unit())
                    .append(": ");
            out.append(counts(unit.count(), language)).append('\n');
            MorningReport.Group last = MorningReport.Group.DONE;
            for (MorningReport.Line line : unit.lines()) {
                if (line.group() != last) {
                    last = line.group();
                    out.append("  ").append(last.title(language)).append('\n');
                }
                out.append("    ")
                        .append(line.dossier())
                        .append("  ")
                        .append(line.file())
                        .append('\n');
                out.append("      ").append(sentence(line)).append('\n');
            }
        }
        for (MorningReport.Refused refused : report.refused()) {
            out.append('\n')
                    .append(language == Language.VI ? "Chưa nhận: " : "Not received: ")
                    .append(refused.folder());
            out.append("\n      ")
                    .append(refused.reason())
                    .append(' ')
                    .append(refused.detail())
                    .append(' ');
            out.append(refused.remedy()).append('\n');
        }
        return out.toString();
    }

    /** One row a paper that is not simply done; cells that a spreadsheet would take for formulas are defused. */
    public static String csv(MorningReport.Report report) {
        StringBuilder out = new StringBuilder("unit,group,dossier,file,reason,detail,remedy\n");
        report.units().forEach(unit -> unit.lines().forEach(line -> out.append(Markup.cell(unit.unit()))
                .append(',')
                .append(line.group())
                .append(',')
                .append(Markup.cell(line.dossier()))
                .append(',')
                .append(Markup.cell(line.file()))
                .append(',')
                .append(Markup.cell(line.reason()))
                .append(',')
                .append(Markup.cell(line.detail()))
                .append(',')
                .append(Markup.cell(line.remedy()))
                .append('\n')));
        return out.toString();
    }

    /** A page of its own, nothing to fetch. */
    public static String html(MorningReport.Report report, Language language) {
        boolean vi = language == Language.VI;
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"" + (vi ? "vi" : "en") + "\"><head>");
        out.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        out.append(Markup.escaped(title(report, language)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        out.append("<h1>").append(Markup.escaped(title(report, language))).append("</h1><p>");
        out.append(Markup.escaped(totals(report, language))).append("</p>");
        for (MorningReport.Unit unit : report.units()) {
            out.append("<h2>")
                    .append(vi ? "Đơn vị " : "Unit ")
                    .append(Markup.escaped(unit.unit()))
                    .append("</h2><p>");
            out.append(Markup.escaped(counts(unit.count(), language))).append("</p>");
            if (!unit.lines().isEmpty()) {
                out.append("<table><thead><tr><th>")
                        .append(vi ? "Tình trạng" : "Status")
                        .append("</th><th>");
                out.append(vi ? "Hồ sơ" : "Dossier").append("</th><th>").append(vi ? "Giấy tờ" : "Paper");
                out.append("</th><th>").append(vi ? "Lý do và việc cần làm" : "Reason and what to do");
                out.append("</th></tr></thead><tbody>");
                unit.lines().forEach(line -> row(out, line, language));
                out.append("</tbody></table>");
            }
        }
        report.refused().forEach(refused -> out.append("<p><b>")
                .append(vi ? "Chưa nhận: " : "Not received: ")
                .append(Markup.escaped(refused.folder()))
                .append("</b> ")
                .append(Markup.escaped(refused.reason()))
                .append(' ')
                .append(Markup.escaped(refused.detail()))
                .append(' ')
                .append(Markup.escaped(refused.remedy()))
                .append("</p>"));
        return out.append("</body></html>\n").toString();
    }

    private static void row(StringBuilder out, MorningReport.Line line, Language language) {
        out.append("<tr><td>")
                .append(Markup.escaped(line.group().title(language)))
                .append("</td><td>");
        out.append(Markup.escaped(line.dossier()))
                .append("</td><td>")
                .append(Markup.escaped(line.title()))
                .append("<br><small>");
        out.append(Markup.escaped(line.file()))
                .append("</small></td><td>")
                .append(Markup.escaped(line.reason()))
                .append(' ');
        out.append(Markup.escaped(line.detail()))
                .append("<br><span class=\"remedy\">")
                .append(Markup.escaped(line.remedy()));
        out.append("</span></td></tr>");
    }

    static String title(MorningReport.Report report, Language language) {
        String what = language == Language.VI ? "Báo cáo số hóa" : "Digitisation report";
        return what + " " + report.run().day() + " · " + report.run().job() + " #"
                + report.run().id() + " · " + report.run().status();
    }

    static String totals(MorningReport.Report report, Language language) {
        String papers = language == Language.VI ? " giấy tờ, " : " papers, ";
        String pages = language == Language.VI ? " trang. " : " pages. ";
        return report.papers() + papers + report.pages() + pages + counts(report.total(), language);
    }

    private static String counts(java.util.Map<MorningReport.Group, Integer> count, Language language) {
        return count.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 || entry.getKey() == MorningReport.Group.DONE)
                .map(entry -> entry.getKey().title(language) + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static String sentence(MorningReport.Line line) {
        String detail = line.detail().isBlank() ? "" : " (" + line.detail() + ")";
        return (line.reason() + detail + " " + line.remedy()).strip();
    }
}
