package vn.sohoa.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.catalog.CaseFacts.Mark;
import vn.sohoa.catalog.IndicatorBook;
import vn.sohoa.catalog.PeriodAct;

/** An indicator book in memory. */
final class BookOfFacts implements IndicatorBook {
    final List<CaseFacts> cases = new ArrayList<>();
    private final List<PeriodAct> acts = new ArrayList<>();
    private final List<List<CaseFacts>> frozen = new ArrayList<>();

    /** Adds a dossier. @param marks letters as in a line of facts */
    BookOfFacts with(String code, String unit, String received, String marks) {
        cases.add(CaseFacts.parse(String.join(";", code, "1.004873", received, unit, unit, "", "", marks)));
        return this;
    }

    void mark(String code, Mark... more) {
        for (int i = 0; i < cases.size(); i++) {
            CaseFacts each = cases.get(i);
            if (each.dossier().equals(code)) {
                Set<Mark> marks = EnumSet.of(more[0], more);
                marks.addAll(each.marks());
                cases.set(
                        i,
                        new CaseFacts(
                                each.dossier(),
                                each.procedure(),
                                each.received(),
                                each.receiving(),
                                each.processing(),
                                each.issuing(),
                                each.finished(),
                                marks));
            }
        }
    }

    @Override
    public List<CaseFacts> facts(LocalDate from, LocalDate to, boolean finishedToo) {
        return cases.stream()
                .filter(each -> within(each.received(), from, to)
                        || (finishedToo && each.finished() != null && within(each.finished(), from, to)))
                .toList();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public long undated() {
        return 2;
    }

    @Override
    public List<PeriodAct> acts() {
        return List.copyOf(acts);
    }

    @Override
    public boolean enter(PeriodAct act, List<CaseFacts> kept) {
        acts.add(act);
        frozen.add(List.copyOf(kept));
        return true;
    }

    @Override
    public List<CaseFacts> frozen(String period, int turn) {
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).period().equals(period) && acts.get(i).turn() == turn) {
                return frozen.get(i);
            }
        }
        return List.of();
    }
}
