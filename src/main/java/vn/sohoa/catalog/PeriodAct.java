package vn.sohoa.catalog;

import java.time.Instant;
import vn.sohoa.dossier.Sha256;

/**
 * Closing or re-opening of a reporting period (chốt, mở lại số liệu), never changed.
 *
 * @param period such as {@code 2026-10}
 * @param turn 1 for the first act on the period; the last one says how it stands
 * @param note remark of a closing, reason of a re-opening
 * @param formula version of the formulas
 * @param rules the file of formulas and limits, as it was
 * @param figures the report as it was, JSON
 * @param cases number of dossiers counted
 * @param digest over their facts
 */
public record PeriodAct(
        String period,
        int turn,
        Act act,
        String officer,
        String note,
        Instant at,
        String formula,
        String rules,
        String figures,
        long cases,
        Sha256 digest) {

    /** What was done. */
    public enum Act {
        CLOSED,
        REOPENED
    }
}
