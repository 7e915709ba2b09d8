package vn.sohoa.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * What indicators count, and the periods that are closed. Acts are only added.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface IndicatorBook {

    /**
     * The facts of today of every dossier received in a span of days, both inclusive, in one pass. Dossiers without a day of
     * reception are left out, as the formulas want it.
     *
     * @param finishedToo also those that were received earlier and whose handling ended in the span
     */
    List<CaseFacts> facts(LocalDate from, LocalDate to, boolean finishedToo);

    /** How many dossiers have no day of reception and are in no report. */
    long undated();

    /** All acts on periods, the oldest first. */
    List<PeriodAct> acts();

    /** Enters an act with the facts that it freezes. @return false if its turn is taken; nothing has changed then */
    boolean enter(PeriodAct act, List<CaseFacts> frozen);

    /** The facts that a closing froze, by dossier code: all of them, whoever asks, so that their digest can be checked. */
    List<CaseFacts> frozen(String period, int turn);
}
