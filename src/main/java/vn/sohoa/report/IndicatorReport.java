package vn.sohoa.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a period, as a screen, a sheet or a page draws them.
 *
 * @param unit the unit whose tree it is of, empty for all
 * @param procedure base code, empty for all
 * @param formula version of the formulas
 * @param rules version of points, targets and colours
 * @param undated dossiers in the catalogue without a day of reception, in no figure
 * @param rows the first is the sum of all
 * @param notes what a reader must know, codes of {@link Note}
 */
public record IndicatorReport(
        Period period,
        By by,
        String unit,
        String procedure,
        String formula,
        String rules,
        String madeAt,
        long undated,
        List<Head> heads,
        List<Row> rows,
        Standing standing,
        List<String> notes) {

    /** What the rows are. */
    public enum By {
        UNIT,
        PROCEDURE,
        MONTH
    }

    /** What an indicator counts by. @param unit which of the three units */
    public record Head(
            String indicator,
            BigDecimal maximum,
            IndicatorRules.UnitField unit,
            IndicatorRules.Day day,
            IndicatorRules.Scale scale,
            boolean confirmed) {}

    /**
     * One figure. A zero denominator gives neither percentage nor points: N/A.
     *
     * @param percent two decimals, half up
     * @param target percent, or null where none is set
     */
    public record Cell(
            String indicator,
            long numerator,
            long denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal score,
            Band band,
            @Nullable BigDecimal target) {}

    /**
     * A unit with all below it, a procedure, or a month.
     *
     * @param key code; {@code *} is the sum of all
     * @param depth how far below the top of the tree
     * @param block code of the block that it is ranked in, or empty
     * @param rank within its block, by points, from 1; 0 where it is not ranked
     * @param maximum the points of those indicators that have a figure
     */
    public record Row(
            String key,
            String name,
            int depth,
            String block,
            String blockName,
            int rank,
            Map<Column, Long> counts,
            List<Cell> cells,
            @Nullable BigDecimal score,
            BigDecimal maximum) {

        /** The figure of an indicator. */
        public Optional<Cell> cell(String indicator) {
            return cells.stream()
                    .filter(each -> each.indicator().equals(indicator))
                    .findFirst();
        }
    }

    /**
     * How a period stands.
     *
     * @param closed its figures are those of the closing
     * @param by who closed or re-opened it last, or empty
     * @param differing dossiers whose facts are others today than those frozen
     */
    public record Standing(
            boolean closed, int turn, String by, String at, String note, String digest, long cases, long differing) {
        static final Standing OPEN = new Standing(false, 0, "", "", "", "", 0, 0);
    }
}
