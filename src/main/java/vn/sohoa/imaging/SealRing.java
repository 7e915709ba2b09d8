package vn.sohoa.imaging;

import vn.sohoa.page.PageImage;

/**
 * Looks for a circle of the size of a seal (dấu tròn, 30 to 42 mm across) on a grey page: edges vote for centres along their
 * slope, and the best centre is asked how much of its circle is there.
 */
final class SealRing {
    private static final double DPI = 50;
    private static final double SMALLEST_MM = 14.5;
    private static final double LARGEST_MM = 21.5;
    private static final int LEAST_SLOPE = 14;
    private static final int DIRECTIONS = 72;
    private static final int TRIED = 12;
    /** An edge belongs to a circle if its slope points within 20 degrees of the centre. */
    private static final double TOWARDS = Math.cos(Math.toRadians(20));

    private final PageImage page;
    private final float[] across;
    private final float[] down;
    private final int smallest;
    private final int largest;

    private SealRing(PageImage page) {
        this.page = page;
        across = new float[page.pixels().length];
        down = new float[page.pixels().length];
        smallest = (int) Math.round(SMALLEST_MM * page.dpi() / 25.4);
        largest = (int) Math.round(LARGEST_MM * page.dpi() / 25.4);
    }

    /** The share of the best circle that was found, 0 to 1. */
    static double share(PageImage flat) {
        SealRing ring = new SealRing(Scaler.scale(flat, Math.min(1, DPI / flat.dpi())));
        ring.slopes();
        return ring.best();
    }

    private void slopes() {
        int w = page.width();
        for (int y = 1; y < page.height() - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int p = y * w + x;
                across[p] = slope(p, 1, w);
                down[p] = slope(p, w, 1);
            }
        }
    }

    private float slope(int p, int along, int beside) {
        int sum = 0;
        for (int k = -1; k <= 1; k++) {
            int q = p + k * beside;
            sum += (k == 0 ? 2 : 1) * ((page.pixels()[q + along] & 255) - (page.pixels()[q - along] & 255));
        }
        return sum / 4f;
    }

    private double best() {
        int w = page.width();
        int h = page.height();
        int layers = largest - smallest + 1;
        short[][] votes = new short[layers][w * h];
        for (int p = 0; p < across.length; p++) {
            double steep = Math.hypot(across[p], down[p]);
            if (steep >= LEAST_SLOPE) {
                vote(votes, p, across[p] / steep, down[p] / steep);
            }
        }
        double best = 0;
        for (int i = 0; i < TRIED; i++) {
            int[] most = most(votes);
            int x = most[1] % w;
            int y = most[1] / w;
            best = Math.max(best, around(x, y, most[0] + smallest));
            for (short[] layer : votes) {
                clear(layer, x, y);
            }
        }
        return best;
    }

    private void vote(short[][] votes, int p, double dx, double dy) {
        int w = page.width();
        int row = p / w;
        for (int r = smallest; r <= largest; r++) {
            for (int way = -1; way <= 1; way += 2) {
                int x = (int) Math.round(p % w + way * r * dx);
                int y = (int) Math.round(row + way * r * dy);
                if (x >= 1 && y >= 1 && x < w - 1 && y < page.height() - 1) {
                    short[] layer = votes[r - smallest];
                    for (int q : new int[] {y * w + x, y * w + x - 1, y * w + x + 1, y * w + x - w, y * w + x + w}) {
                        layer[q]++;
                    }
                }
            }
        }
    }

    private static int[] most(short[][] votes) {
        int[] at = {0, 0};
        for (int r = 0; r < votes.length; r++) {
            for (int p = 0; p < votes[r].length; p++) {
                if (votes[r][p] > votes[at[0]][at[1]]) {
                    at = new int[] {r, p};
                }
            }
        }
        return at;
    }

    private void clear(short[] layer, int x, int y) {
        for (int yy = Math.max(0, y - 4); yy <= Math.min(page.height() - 1, y + 4); yy++) {
            for (int xx = Math.max(0, x - 4); xx <= Math.min(page.width() - 1, x + 4); xx++) {
                layer[yy * page.width() + xx] = 0;
            }
        }
    }

    /** In how many directions an edge of the circle is met, a little inside or outside allowed. */
    private double around(int cx, int cy, int r) {
        int met = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double a = 2 * Math.PI * i / DIRECTIONS;
            double dx = Math.cos(a);
            double dy = Math.sin(a);
            boolean here = false;
            for (double d = r - 1.5; d <= r + 1.5 && !here; d += 0.5) {
                int x = (int) Math.round(cx + d * dx);
                int y = (int) Math.round(cy + d * dy);
                if (x >= 0 && y >= 0 && x < page.width() && y < page.height()) {
                    int p = y * page.width() + x;
                    double steep = Math.hypot(across[p], down[p]);
                    here = steep >= LEAST_SLOPE && Math.abs(across[p] * dx + down[p] * dy) >= TOWARDS * steep;
                }
            }
            met += here ? 1 : 0;
        }
        return (double) met / DIRECTIONS;
    }
}
