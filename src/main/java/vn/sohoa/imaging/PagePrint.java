package vn.sohoa.imaging;

import static vn.sohoa.page.ScanMarks.PRINT_HEIGHT;
import static vn.sohoa.page.ScanMarks.PRINT_WIDTH;

import java.util.Arrays;
import java.util.List;
import vn.sohoa.page.PageImage;

/** How the ink lies within the frame that it fills, lines made level: stays the same when the sheet lies otherwise. */
final class PagePrint {
    /** Ink share of a cell of a page full of letters. */
    private static final double FULL = 0.3;

    private static final double DUST_MM = 1;

    private PagePrint() {}

    /** Letters A (no ink) to P; empty where there is nothing. */
    static String of(PageImage clean, int ink, List<Shapes.Shape> shapes, double skewDegrees) {
        double sin = Math.sin(Math.toRadians(-skewDegrees));
        double cos = Math.cos(Math.toRadians(-skewDegrees));
        double[] frame = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        double dust = DUST_MM * clean.dpi() / 25.4;
        for (Shapes.Shape s : shapes) {
            if (s.width() >= dust || s.height() >= dust) {
                double x = (s.left() + s.right()) / 2.0;
                double y = (s.top() + s.bottom()) / 2.0;
                double half = s.width() / 2.0;
                double tall = s.height() / 2.0;
                frame[0] = Math.min(frame[0], x * cos - y * sin - half);
                frame[1] = Math.min(frame[1], x * sin + y * cos - tall);
                frame[2] = Math.max(frame[2], x * cos - y * sin + half);
                frame[3] = Math.max(frame[3], x * sin + y * cos + tall);
            }
        }
        double wide = frame[2] - frame[0] + 1;
        double high = frame[3] - frame[1] + 1;
        if (!(wide > PRINT_WIDTH && high > PRINT_HEIGHT)) {
            return "";
        }
        double[] cell = new double[PRINT_WIDTH * PRINT_HEIGHT];
        for (int p = 0; p < clean.pixels().length; p++) {
            int dark = ink - (clean.pixels()[p] & 255);
            if (dark > 0) {
                int x = p % clean.width();
                int y = p / clean.width();
                add(
                        cell,
                        (x * cos - y * sin - frame[0]) / wide * PRINT_WIDTH,
                        (x * sin + y * cos - frame[1]) / high * PRINT_HEIGHT);
            }
        }
        return letters(cell, wide * high / cell.length);
    }

    /** Shares a pixel among the four cells around it, so that a small shift changes little. */
    private static void add(double[] cell, double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        for (int j = 0; j <= 1; j++) {
            for (int i = 0; i <= 1; i++) {
                int cx = left + i;
                int cy = top + j;
                if (cx >= 0 && cy >= 0 && cx < PRINT_WIDTH && cy < PRINT_HEIGHT) {
                    cell[cy * PRINT_WIDTH + cx] += (1 - Math.abs(x - 0.5 - cx)) * (1 - Math.abs(y - 0.5 - cy));
                }
            }
        }
    }

    private static String letters(double[] cell, double pixels) {
        double[] sorted = cell.clone();
        Arrays.sort(sorted);
        double full = Math.max(FULL * pixels, sorted[sorted.length - 1 - sorted.length / 50]);
        StringBuilder out = new StringBuilder(cell.length);
        for (double ink : cell) {
            out.append((char) ('A' + (int) Math.min(15, 16 * ink / full)));
        }
        return out.toString();
    }
}
