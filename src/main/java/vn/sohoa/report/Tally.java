package vn.sohoa.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.report.IndicatorReport.By;

/** Counts the dossiers of a period into rows: one pass over the facts. */
final class Tally {
    static final String ALL = "*";
    /** Stands for "no procedure named". */
    static final String NO_PROCEDURE = "–";

    private final Query query;
    private final IndicatorRules rules;
    private final UnitTree tree = new UnitTree();
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, List<String>> units = new HashMap<>();
    private final Set<String> leaves = new HashSet<>();

    /** What is asked. @param unit empty for all. @param procedure base code, empty for all */
    record Query(Period period, By by, String unit, String procedure) {}

    /** The numbers of one row. */
    static final class Count {
        final Map<Column, Long> columns = new EnumMap<>(Column.class);
        final Map<Indicator, Long> numerators = new EnumMap<>(Indicator.class);
        final Map<Indicator, Long> denominators = new EnumMap<>(Indicator.class);
    }

    Tally(Query query, IndicatorRules rules) {
        this.query = query;
        this.rules = rules;
        counts.put(ALL, new Count());
    }

    Tally add(List<CaseFacts> cases) {
        cases.forEach(this::add);
        return this;
    }

    private void add(CaseFacts dossier) {
        if (!ofProcedure(dossier)) {
            return;
        }
        String columnsUnit = rules.columnsUnit().of(dossier);
        if (query.period().holds(dossier.received()) && inUnit(columnsUnit)) {
            leaves.add(columnsUnit);
            for (String key : keys(dossier, columnsUnit)) {
                Count count = count(key);
                for (Column column : Column.values()) {
                    count.columns.merge(column, column.counts(dossier) ? 1L : 0L, Long::sum);
                }
            }
        }
        for (Indicator indicator : Indicator.values()) {
            if (below(dossier, indicator)) {
                String unit = rules.weight(indicator).unit().of(dossier);
                leaves.add(unit);
                long above = indicator.numerator(dossier) ? 1L : 0L;
                for (String key : keys(dossier, unit)) {
                    count(key).denominators.merge(indicator, 1L, Long::sum);
                    count(key).numerators.merge(indicator, above, Long::sum);
                }
            }
        }
    }

    /** Whether a dossier stands below the line of an indicator here. */
    boolean below(CaseFacts dossier, Indicator indicator) {
        IndicatorRules.Weight weight = rules.weight(indicator);
        return ofProcedure(dossier)
                && weight.period().in(query.period(), dossier)
                && inUnit(weight.unit().of(dossier))
                && indicator.denominator(dossier, rules);
    }

    private boolean ofProcedure(CaseFacts dossier) {
        return query.procedure().isEmpty() || base(dossier.procedure()).equals(query.procedure());
    }

    private boolean inUnit(String unit) {
        return query.unit().isEmpty() || tree.below(unit, query.unit());
    }

    /** The rows that a dossier counts in; the sum of all is one of them. */
    private List<String> keys(CaseFacts dossier, String unit) {
        return switch (query.by()) {
            case UNIT -> units.computeIfAbsent(unit, this::units);
            case PROCEDURE -> List.of(ALL, dossier.procedure().isEmpty() ? NO_PROCEDURE : base(dossier.procedure()));
            case MONTH -> List.of(ALL, dossier.received().toString().substring(0, "2026-10".length()));
        };
    }

    private List<String> units(String unit) {
        List<String> keys = new ArrayList<>(List.of(ALL));
        tree.path(unit).stream()
                .filter(each -> query.unit().isEmpty() || tree.below(each, query.unit()))
                .forEach(keys::add);
        return List.copyOf(keys);
    }

    private Count count(String key) {
        return counts.computeIfAbsent(key, fresh -> new Count());
    }

    /** {@code d.dddddd}: what the codes of one procedure share. */
    static String base(String procedure) {
        int length = "1.004873".length();
        return procedure.length() <= length ? procedure : procedure.substring(0, length);
    }

    Map<String, Count> counts() {
        return counts;
    }

    /** Units that dossiers name themselves. */
    boolean leaf(String unit) {
        return leaves.contains(unit);
    }

    UnitTree tree() {
        return tree;
    }
}
