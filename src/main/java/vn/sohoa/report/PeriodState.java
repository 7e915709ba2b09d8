package vn.sohoa.report;

import vn.sohoa.catalog.PeriodAct;

/**
 * One closing or re-opening of a period (chốt, mở lại số liệu), for those who list them.
 *
 * @param act CLOSED or REOPENED
 * @param cases dossiers counted by a closing
 * @param digest over their facts
 */
public record PeriodState(
        String period,
        int turn,
        String act,
        String officer,
        String note,
        String at,
        String formula,
        long cases,
        String digest) {

    static PeriodState of(PeriodAct act) {
        return new PeriodState(
                act.period(),
                act.turn(),
                act.act().name(),
                act.officer(),
                act.note(),
                act.at().toString(),
                act.formula(),
                act.cases(),
                act.digest().hex());
    }

    /** One line. */
    public String words() {
        String facts = cases == 0 ? "" : "  %d  sha256 %s".formatted(cases, digest.substring(0, 12));
        return "%s #%d  %s  %s  %s  %s%s%s"
                .formatted(period, turn, act, at, officer, formula, facts, note.isEmpty() ? "" : "  · " + note);
    }
}
