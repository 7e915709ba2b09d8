package vn.sohoa.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.dossier.Language;

/** What the national portal does not have yet, and why (chưa đồng bộ, R-58). */
public final class Unsynced {
    private final PortalBook book;

    Unsynced(PortalBook book) {
        this.book = book;
    }

    /** Why a dossier is not there. */
    public enum State {
        WAITING("Chờ gửi", "Waiting"),
        RETRY("Gửi chưa được, sẽ thử lại", "Failed, to be tried again"),
        REFUSED("Cổng từ chối: sửa dữ liệu", "Refused: mend the data");

        private final String vietnamese;
        private final String english;

        State(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String title(Language language) {
            return language == Language.VI ? vietnamese : english;
        }
    }

    /** One dossier. @param faults what the portal said, field by field */
    public record Line(
            String dossier,
            String unit,
            State state,
            String since,
            int attempts,
            @Nullable String triedAt,
            @Nullable String tryAgainAt,
            List<PortalBook.Fault> faults) {}

    /** All of them, the oldest first. @param unit of those processed there or below, empty for all */
    public List<Line> lines(String unit) {
        UnitTree tree = new UnitTree();
        return book.unsynced().stream()
                .filter(each -> unit.isEmpty() || tree.below(each.unit(), unit))
                .map(each -> new Line(
                        each.dossier().value(),
                        each.unit(),
                        each.refused() ? State.REFUSED : each.attempts() > 0 ? State.RETRY : State.WAITING,
                        each.since().toString(),
                        each.attempts(),
                        each.triedAt() == null ? null : each.triedAt().toString(),
                        each.notBefore() == null ? null : each.notBefore().toString(),
                        each.faults()))
                .toList();
    }

    /** For a terminal. */
    public static String text(List<Line> lines, Language language) {
        if (lines.isEmpty()) {
            return language == Language.VI ? "✓ Mọi hồ sơ đã đồng bộ." : "✓ Every dossier is synced.";
        }
        return lines.stream()
                .map(line -> line.dossier() + "  " + line.unit() + "  "
                        + line.state().title(language) + "  "
                        + line.since() + (line.attempts() > 0 ? "  ×" + line.attempts() : "")
                        + line.faults().stream()
                                .map(fault -> "\n    " + fault.field() + " " + fault.code() + " " + fault.message())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** One row a fault, or a dossier without one. */
    public static String csv(List<Line> lines) {
        StringBuilder out = new StringBuilder("dossier,unit,state,since,attempts,field,code,message\n");
        for (Line line : lines) {
            List<PortalBook.Fault> faults =
                    line.faults().isEmpty() ? List.of(new PortalBook.Fault("", "", "")) : line.faults();
            faults.forEach(fault -> out.append(Markup.cell(line.dossier()))
                    .append(',')
                    .append(Markup.cell(line.unit()))
                    .append(',')
                    .append(line.state())
                    .append(',')
                    .append(line.since())
                    .append(',')
                    .append(line.attempts())
                    .append(',')
                    .append(Markup.cell(fault.field()))
                    .append(',')
                    .append(Markup.cell(fault.code()))
                    .append(',')
                    .append(Markup.cell(fault.message()))
                    .append('\n'));
        }
        return out.toString();
    }
}
