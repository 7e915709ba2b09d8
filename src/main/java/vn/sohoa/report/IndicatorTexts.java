package vn.sohoa.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sohoa.dossier.Language;

/** The words around the figures, for every form in which they are written. */
final class IndicatorTexts {
    private final IndicatorReport report;
    private final Language language;

    IndicatorTexts(IndicatorReport report, Language language) {
        this.report = report;
        this.language = language;
    }

    private boolean vi() {
        return language == Language.VI;
    }

    String title() {
        return (vi() ? "Chỉ số số hóa hồ sơ, kết quả giải quyết TTHC · kỳ " : "Digitisation indicators · period ")
                + report.period().key();
    }

    /** Days, filters, versions. */
    String span() {
        String days = report.period().from() + " – " + report.period().to();
        String unit = report.unit().isEmpty() ? "" : (vi() ? " · đơn vị " : " · unit ") + report.unit();
        String procedure =
                report.procedure().isEmpty() ? "" : (vi() ? " · thủ tục " : " · procedure ") + report.procedure();
        return (vi() ? "Hồ sơ tiếp nhận " : "Dossiers received ") + days + unit + procedure;
    }

    String versions() {
        return (vi() ? "Công thức " : "Formula ")
                + report.formula()
                + (vi() ? ", dữ liệu chỉ số " : ", rules ")
                + report.rules()
                + (vi() ? " · lập lúc " : " · made at ")
                + report.madeAt();
    }

    /** Open, or closed by whom. */
    String standing() {
        IndicatorReport.Standing standing = report.standing();
        if (standing.turn() == 0) {
            return vi() ? "Kỳ chưa chốt: số liệu của hôm nay." : "Period not closed: figures of today.";
        }
        String done = standing.closed() ? vi() ? "Đã chốt" : "Closed" : vi() ? "Đã mở lại" : "Re-opened";
        String note = standing.note().isEmpty() ? "" : " (" + standing.note() + ")";
        String facts = standing.closed()
                ? " · " + Markup.count(standing.cases(), language) + (vi() ? " hồ sơ" : " dossiers") + " · sha256 "
                        + standing.digest().substring(0, 12)
                : "";
        return done + (vi() ? " bởi " : " by ") + standing.by() + " " + standing.at() + note + facts;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        report.notes().forEach(note -> notes.add(Note.told(note, language)));
        if (report.undated() > 0) {
            notes.add(Markup.count(report.undated(), language)
                    + (vi()
                            ? " hồ sơ không có ngày tiếp nhận, không tính vào chỉ số nào."
                            : " dossiers have no day of reception and are in no figure."));
        }
        return notes;
    }

    /** What each indicator counts by. */
    String countsBy() {
        return report.heads().stream()
                .map(head -> head.indicator() + ": " + unit(head.unit()) + ", " + day(head.day()) + ", "
                        + (vi() ? "tối đa " : "max ") + Markup.number(head.maximum(), language)
                        + (head.confirmed() ? "" : " *"))
                .collect(Collectors.joining(" · "));
    }

    private String unit(IndicatorRules.UnitField unit) {
        return switch (unit) {
            case RECEIVING -> vi() ? "đơn vị tiếp nhận" : "receiving unit";
            case PROCESSING -> vi() ? "đơn vị xử lý" : "processing unit";
            case ISSUING -> vi() ? "đơn vị ban hành" : "issuing unit";
        };
    }

    private String day(IndicatorRules.Day day) {
        return switch (day) {
            case RECEIVED -> vi() ? "tiếp nhận trong kỳ" : "received in the period";
            case FINISHED -> vi() ? "kết thúc trong kỳ" : "finished in the period";
        };
    }

    String rowHead() {
        return switch (report.by()) {
            case UNIT -> vi() ? "Đơn vị" : "Unit";
            case PROCEDURE -> vi() ? "Thủ tục" : "Procedure";
            case MONTH -> vi() ? "Tháng tiếp nhận" : "Month received";
        };
    }

    String name(IndicatorReport.Row row) {
        if (row.key().equals(Tally.ALL)) {
            return vi() ? "Tất cả" : "All";
        }
        return row.name().equals(row.key()) ? row.key() : row.name() + " (" + row.key() + ")";
    }

    String scoreHead() {
        return vi() ? "Điểm" : "Points";
    }

    String rankHead() {
        return vi() ? "Hạng trong khối" : "Rank in block";
    }

    String rank(IndicatorReport.Row row) {
        return row.rank() == 0 ? "" : row.rank() + " · " + row.blockName();
    }

    String score(IndicatorReport.Row row) {
        return row.score() == null
                ? "N/A"
                : Markup.number(row.score(), language) + " / " + Markup.number(row.maximum(), language);
    }

    String formulaMissing() {
        return vi() ? "4.5: chưa có công thức, không tính." : "4.5: formula not recovered, not counted.";
    }
}
