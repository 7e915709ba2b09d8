package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/** Slants so great that nobody would level them without a look, up to 30 degrees; small ones are the business of {@link SkewEstimator}. */
final class CoarseSlant {
    private static final double MOST = 30;
    /** What the other looks for is known more exactly than this looks. */
    private static final double LEAST = SkewEstimator.MOST_DEGREES + 0.5;

    private static final int POINTS = 12_000;
    /** How much better the lines must stand out than at the slant already known. */
    private static final double BETTER = 1.3;

    private CoarseSlant() {}

    /** The slant in degrees, positive clockwise: the great one if it is clear, else the one that is known. */
    static double degrees(PageImage small, int ink, double known) {
        int[] points = points(small, ink);
        if (points.length < 400) {
            return known;
        }
        double best = known;
        double most = sharpness(small, points, known) * BETTER;
        for (double angle = -MOST; angle <= MOST; angle += 0.5) {
            double at = Math.abs(angle) < LEAST ? 0 : sharpness(small, points, angle);
            if (at > most) {
                most = at;
                best = angle;
            }
        }
        return best;
    }

    private static int[] points(PageImage small, int ink) {
        int[] all = new int[small.pixels().length];
        int n = 0;
        int margin = small.width() / 40;
        for (int y = margin; y < small.height() - margin; y++) {
            for (int x = margin; x < small.width() - margin; x++) {
                if (small.at(x, y) < ink) {
                    all[n++] = y * small.width() + x;
                }
            }
        }
        int step = Math.max(1, n / POINTS);
        int[] out = new int[n / step];
        for (int i = 0; i < out.length; i++) {
            out[i] = all[i * step];
        }
        return out;
    }

    /** How unevenly the ink falls into lines of that slant. */
    private static double sharpness(PageImage small, int[] points, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        int room = small.width() + small.height();
        int[] line = new int[2 * room];
        for (int p : points) {
            int row = p / small.width();
            double y = row * cos - p % small.width() * sin;
            line[room + (int) Math.floor(y / 2)]++;
        }
        double sum = 0;
        for (int i = 1; i < line.length; i++) {
            double step = line[i] - line[i - 1];
            sum += step * step;
        }
        return sum;
    }
}
