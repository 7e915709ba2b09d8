package vn.sohoa.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.report.IndicatorReport.By;
import vn.sohoa.report.IndicatorReport.Cell;
import vn.sohoa.report.IndicatorReport.Row;

/** Turns counts into rows: percentages, points, colours, ranks. All arithmetic is exact up to the last rounding, half up. */
final class IndicatorTable {
    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final IndicatorRules rules;
    private final Tally tally;
    private final By by;
    private final int year;

    IndicatorTable(IndicatorRules rules, Tally tally, By by, int year) {
        this.rules = rules;
        this.tally = tally;
        this.by = by;
        this.year = year;
    }

    /** The sum of all, then the others in the order of their keys; units below those that they belong to. */
    List<Row> rows() {
        List<String> keys = tally.counts().keySet().stream()
                .filter(this::shown)
                .sorted(Comparator.comparing((String key) -> !key.equals(Tally.ALL))
                        .thenComparing(key -> key))
                .sorted(Comparator.comparing(this::place))
                .toList();
        List<Row> rows = new ArrayList<>();
        keys.forEach(key -> rows.add(row(key, keys)));
        return ranked(rows);
    }

    private boolean shown(String key) {
        return by != By.UNIT
                || key.equals(Tally.ALL)
                || tally.leaf(key)
                || rules.named(key)
                || UnitTree.groups(key) == 1;
    }

    /** Sorts the sum of all before everything and an old code behind the level-1 code that it hangs below. */
    private String place(String key) {
        return key.equals(Tally.ALL)
                ? ""
                : by == By.UNIT ? String.join("/", tally.tree().path(key)) : key;
    }

    private Row row(String key, List<String> keys) {
        Tally.Count count = tally.counts().getOrDefault(key, new Tally.Count());
        boolean unit = by == By.UNIT && !key.equals(Tally.ALL);
        List<String> path = unit ? tally.tree().path(key) : List.of();
        int depth = unit ? (int) path.stream().filter(keys::contains).count() : key.equals(Tally.ALL) ? 0 : 1;
        List<Cell> cells = new ArrayList<>();
        BigDecimal score = null;
        BigDecimal maximum = BigDecimal.ZERO;
        for (Indicator indicator : Indicator.values()) {
            Cell cell = cell(indicator, count, path);
            cells.add(cell);
            if (cell.score() != null) {
                score = score == null ? cell.score() : score.add(cell.score());
                maximum = maximum.add(rules.weight(indicator).maximum());
            }
        }
        Map<Column, Long> columns = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            columns.put(column, count.columns.getOrDefault(column, 0L));
        }
        Optional<IndicatorRules.Block> block = unit ? rules.block(key, UnitTree.groups(key)) : Optional.empty();
        return new Row(
                key,
                unit ? rules.unitName(key).orElse(key) : key,
                depth,
                block.map(IndicatorRules.Block::code).orElse(""),
                block.map(IndicatorRules.Block::name).orElse(""),
                0,
                columns,
                cells,
                score,
                maximum);
    }

    private Cell cell(Indicator indicator, Tally.Count count, List<String> path) {
        long above = count.numerators.getOrDefault(indicator, 0L);
        long below = count.denominators.getOrDefault(indicator, 0L);
        Optional<IndicatorRules.Target> target = rules.target(year, path, indicator);
        BigDecimal wanted = target.map(each -> percent(each.target())).orElse(null);
        if (below == 0) {
            return new Cell(indicator.code(), above, below, null, null, Band.NONE, wanted);
        }
        return new Cell(
                indicator.code(),
                above,
                below,
                BigDecimal.valueOf(above)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(below), DECIMALS, RoundingMode.HALF_UP),
                score(rules.weight(indicator), rules.knee(), above, below),
                target.map(each -> band(each, above, below)).orElse(Band.NONE),
                wanted);
    }

    /** score(r, max): with a knee all points from it on and r × max / knee below it; without one r × max. */
    static BigDecimal score(IndicatorRules.Weight weight, BigDecimal knee, long above, long below) {
        BigDecimal full = weight.maximum();
        BigDecimal whole = weight.scale() == IndicatorRules.Scale.KNEE ? knee : BigDecimal.ONE;
        BigDecimal needed = whole.multiply(BigDecimal.valueOf(below));
        return BigDecimal.valueOf(above).compareTo(needed) >= 0
                ? full.setScale(DECIMALS, RoundingMode.HALF_UP)
                : full.multiply(BigDecimal.valueOf(above)).divide(needed, DECIMALS, RoundingMode.HALF_UP);
    }

    private static Band band(IndicatorRules.Target target, long above, long below) {
        if (reaches(target.green(), above, below)) {
            return Band.GREEN;
        }
        if (reaches(target.yellow(), above, below)) {
            return Band.YELLOW;
        }
        return reaches(target.orange(), above, below) ? Band.ORANGE : Band.RED;
    }

    private static boolean reaches(BigDecimal ratio, long above, long below) {
        return BigDecimal.valueOf(above).compareTo(ratio.multiply(BigDecimal.valueOf(below))) >= 0;
    }

    private static BigDecimal percent(BigDecimal ratio) {
        return ratio.multiply(HUNDRED).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Ranks units within their block by the share of the points that they could have; equal ones share a rank. */
    private static List<Row> ranked(List<Row> rows) {
        Map<String, List<BigDecimal>> shares = new HashMap<>();
        rows.forEach(row -> {
            BigDecimal share = share(row);
            if (share != null && !row.block().isEmpty()) {
                shares.computeIfAbsent(row.block(), fresh -> new ArrayList<>()).add(share);
            }
        });
        return rows.stream()
                .map(row -> {
                    BigDecimal share = share(row);
                    List<BigDecimal> all = shares.getOrDefault(row.block(), List.of());
                    int rank = share == null || row.block().isEmpty()
                            ? 0
                            : 1
                                    + (int) all.stream()
                                            .filter(other -> other.compareTo(share) > 0)
                                            .count();
                    return new Row(
                            row.key(),
                            row.name(),
                            row.depth(),
                            row.block(),
                            row.blockName(),
                            rank,
                            row.counts(),
                            row.cells(),
                            row.score(),
                            row.maximum());
                })
                .toList();
    }

    private static @Nullable BigDecimal share(Row row) {
        return row.score() == null || row.maximum().signum() == 0
                ? null
                : row.score().divide(row.maximum(), 2 * DECIMALS, RoundingMode.HALF_UP);
    }

    static List<IndicatorReport.Head> heads(IndicatorRules rules) {
        return Arrays.stream(Indicator.values())
                .map(each -> {
                    IndicatorRules.Weight weight = rules.weight(each);
                    return new IndicatorReport.Head(
                            each.code(),
                            weight.maximum(),
                            weight.unit(),
                            weight.period(),
                            weight.scale(),
                            weight.confirmed());
                })
                .toList();
    }
}
