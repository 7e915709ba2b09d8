package vn.sohoa.imaging;

import java.util.Arrays;

/**
 * The slant to a few thousandths of a degree: straight lines, all with one slope, are laid through the lower edges of the text, as
 * least squares have it. Each stretch of a line without a wide gap has a height of its own: what stands left and right of a gap (a
 * list of recipients, a signer) only seems to be one line at some slants, and the rows of the page are fullest at just those.
 */
final class BaseLines {
    /** By how many rows edges may lie off the row of their base line: first, and after each fit. */
    private static final int[] REACH = {3, 2, 1, 1};
    /** A line has so many edges in one row of pixels, and more than any row so near. */
    private static final int LEAST = 12;

    private static final int NEAR = 3;
    /** The page is cut into so many columns; a gap as wide as {@link #GAP} of them, a centimetre, ends a stretch. */
    private static final int COLUMNS = 128;

    private static final int GAP = 5;
    /** A fit that goes farther from the slant that was sought is none, in degrees. */
    private static final double MOST = 0.3;

    private final LowerEdges edges;
    private final double slope;
    private final int[] lines;
    private final int[] stretches;

    private BaseLines(LowerEdges edges, double degrees, int reach) {
        this.edges = edges;
        slope = Math.tan(Math.toRadians(degrees));
        lines = lines(edges.rows(degrees), reach);
        stretches = new int[(Arrays.stream(lines).max().orElse(0) + 1) * COLUMNS];
    }

    /** The slant near one that is known, in degrees; that one where the lines do not tell. */
    static double slant(LowerEdges edges, double known) {
        double degrees = known;
        for (int reach : REACH) {
            degrees = new BaseLines(edges, degrees, reach).fitted();
            if (!(Math.abs(degrees - known) <= MOST)) {
                return known;
            }
        }
        return degrees;
    }

    /** NaN without any line. */
    private double fitted() {
        for (int i = 0; i < edges.count(); i++) {
            stretches[place(i)] = 1;
        }
        int many = number();
        double[][] sums = new double[many + 1][5];
        for (int i = 0; i < edges.count(); i++) {
            double[] sum = sums[stretches[place(i)]];
            double x = edges.x(i);
            double y = height(i);
            sum[0]++;
            sum[1] += x;
            sum[2] += y;
            sum[3] += x * x;
            sum[4] += x * y;
        }
        double up = 0;
        double across = 0;
        for (int stretch = 1; stretch <= many; stretch++) {
            double[] sum = sums[stretch];
            across += sum[3] - sum[1] * sum[1] / sum[0];
            up += sum[4] - sum[1] * sum[2] / sum[0];
        }
        return across == 0 ? Double.NaN : Math.toDegrees(Math.atan(slope + up / across));
    }

    /** Numbers the stretches of all lines from 1; what lies in no line stays at 0. */
    private int number() {
        Arrays.fill(stretches, 0, COLUMNS, 0);
        int number = 0;
        for (int line = COLUMNS; line < stretches.length; line += COLUMNS) {
            int last = -GAP - 1;
            for (int column = 0; column < COLUMNS; column++) {
                if (stretches[line + column] > 0) {
                    number += column - last > GAP ? 1 : 0;
                    stretches[line + column] = number;
                    last = column;
                }
            }
        }
        return number;
    }

    private int place(int edge) {
        int row = (int) Math.floor(height(edge)) + edges.margin();
        int line = row >= 0 && row < lines.length ? lines[row] : 0;
        int column = (edges.x(edge) + edges.width() / 2) * COLUMNS / edges.width();
        return line * COLUMNS + Math.max(0, Math.min(COLUMNS - 1, column));
    }

    /** In pixels, on the page sheared level. */
    private double height(int edge) {
        return (double) edges.y(edge) / LowerEdges.PARTS - edges.x(edge) * slope;
    }

    /** For each row the number of the base line that it is part of, from 1; 0 for none. */
    private static int[] lines(int[] rows, int reach) {
        int[] lines = new int[rows.length];
        int number = 0;
        for (int y = NEAR; y < rows.length - NEAR; y++) {
            if (rows[y] >= LEAST && highest(rows, y)) {
                number++;
                Arrays.fill(lines, y - reach, y + reach + 1, number);
            }
        }
        return lines;
    }

    private static boolean highest(int[] rows, int y) {
        for (int near = 1; near <= NEAR; near++) {
            if (rows[y - near] >= rows[y] || rows[y + near] > rows[y]) {
                return false;
            }
        }
        return true;
    }
}
