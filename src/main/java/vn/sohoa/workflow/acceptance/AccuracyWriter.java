package vn.sohoa.workflow.acceptance;

import java.util.List;
import java.util.Locale;
import vn.sohoa.dossier.Language;
import vn.sohoa.quality.TextAccuracy;

/** Writes an accuracy report for people. */
public final class AccuracyWriter {
    private AccuracyWriter() {}

    public static String markdown(AccuracyReport report, Language language) {
        return sheet(report, language).markdown();
    }

    /** A page to print and sign. */
    public static String html(AccuracyReport report, Language language) {
        return sheet(report, language).html();
    }

    private static CheckSheet sheet(AccuracyReport report, Language language) {
        CheckSheet sheet = new CheckSheet(language);
        AcceptanceSample sample = report.sample();
        sheet.heading(1, sheet.word("Báo cáo độ chính xác nhận dạng chữ", "Accuracy of recognised text"));
        sheet.sentence(sheet.word("Lượt chạy ", "Run ") + sample.run() + " (" + sample.job() + ", " + sample.day()
                + "). "
                + sheet.word("Mẫu: ", "Sample: ") + sample.pages().size() + "/" + sample.pagesInAll()
                + sheet.word(" trang của ", " pages of ") + sample.papers()
                + sheet.word(" giấy tờ, rút ngẫu nhiên theo đơn vị, hạt giống ", " papers, drawn by unit, seed ")
                + sample.seed() + ", " + sample.drawnAt() + ".");
        sheet.sentence(sheet.word("Người kiểm tra: ", "Checker: ") + sample.checker() + ". "
                + sheet.word("Mức phải đạt: ", "Bar: ") + percent(report.barPercent(), language) + " ("
                + report.profile() + "). " + sheet.word("Đã kiểm tra: ", "Checked: ") + report.checked() + "/"
                + sample.pages().size() + ".");
        sheet.sentence(sheet.word("Ký tự đúng: ", "Characters right: ") + percent(report.percent(), language) + " (CER "
                + percent(100 * report.cer(), language) + ", WER " + percent(100 * report.wer(), language) + "); "
                + sheet.word("cả lô ít nhất ", "whole batch at least ") + percent(report.lowestPercent(), language)
                + sheet.word(" (tin cậy 97,5 %).", " (97.5 % certainty)."));
        sheet.sentence(sheet.word("Kết luận: ", "Verdict: ") + verdict(report.verdict(), sheet));
        sheet.table(
                List.of(
                        sheet.word("Số", "No."),
                        sheet.word("Đơn vị", "Unit"),
                        sheet.word("Hồ sơ", "Dossier"),
                        sheet.word("Tệp", "File"),
                        sheet.word("Trang", "Page"),
                        sheet.word("Ký tự", "Characters"),
                        sheet.word("Sai", "Errors"),
                        "CER",
                        "WER"),
                report.lines().stream().map(line -> row(line, sheet, language)).toList());
        return sheet;
    }

    private static List<String> row(AccuracyReport.Line line, CheckSheet sheet, Language language) {
        AcceptanceSample.Drawn page = line.page();
        String unchecked = sheet.word("chưa kiểm tra", "not checked");
        return List.of(
                Integer.toString(page.number()),
                page.unit(),
                page.dossier(),
                page.file(),
                Integer.toString(page.page()),
                line.accuracy()
                        .map(TextAccuracy::characters)
                        .map(String::valueOf)
                        .orElse(unchecked),
                line.accuracy()
                        .map(TextAccuracy::characterErrors)
                        .map(String::valueOf)
                        .orElse(""),
                line.accuracy().map(a -> percent(100 * a.cer(), language)).orElse(""),
                line.accuracy().map(a -> percent(100 * a.wer(), language)).orElse(""));
    }

    private static String verdict(AccuracyReport.Verdict verdict, CheckSheet sheet) {
        return switch (verdict) {
            case ACCEPTED -> sheet.word("ĐẠT, nghiệm thu lô này (ACCEPTED).", "ACCEPTED.");
            case NOT_ACCEPTED -> sheet.word("KHÔNG ĐẠT, không nghiệm thu lô này (NOT ACCEPTED).", "NOT ACCEPTED.");
            case NOT_CHECKED ->
                sheet.word(
                        "KHÔNG ĐẠT: chưa kiểm tra đủ mẫu (NOT ACCEPTED).",
                        "NOT ACCEPTED: the sample is not checked to the end.");
        };
    }

    private static String percent(double value, Language language) {
        return String.format(Locale.forLanguageTag(language == Language.VI ? "vi-VN" : "en"), "%.2f %%", value);
    }
}
