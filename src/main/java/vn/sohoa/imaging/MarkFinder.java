package vn.sohoa.imaging;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.ScanMarks;

/** Takes the marks of scanning off a page, on a small picture of it: measures, judges nothing. */
final class MarkFinder {
    private static final double DPI = 92;
    private static final int INK = PaperFlattener.PAPER * 82 / 100;
    /** Darker than this, in patches of the size of letters, is writing that is hardly there. */
    private static final int FAINT = PaperFlattener.PAPER * 91 / 100;
    /** Fainter still, but as sharp as what lies on this side of the paper; what shines through is soft. */
    private static final int FAINTEST = PaperFlattener.PAPER * 955 / 1000;

    private static final double ON_THIS_SIDE = 0.6;
    private static final int LEAST_INK = 8;

    /** Letters of one line stand no further apart. */
    private static final double GAP_MM = 3;

    private static final int FEWEST_IN_LINE = 5;

    private static final double RIM_MM = 6;
    private static final int FEWEST_LETTERS = 40;
    /** Fewer faint letters in lines are no writing: strong compression draws dust wide, and some of it lies level. */
    private static final int FEWEST_FAINT = 12;

    private final WorkingPage page;
    private final boolean colour;
    private final double paper;
    private final PageImage flat;
    private final PageRim rim;

    private MarkFinder(WorkingPage page, boolean colour, double paper) {
        this.page = page;
        this.colour = colour;
        this.paper = paper;
        double scale = DPI / page.grey().dpi();
        rim = new PageRim(Scaler.scale(page.grey(), scale), paper);
        flat = rim.without(Scaler.scale(page.flat(), scale));
    }

    /** paper: its brightness; detail: from the whole picture. */
    static ScanMarks find(WorkingPage page, boolean colour, double paper, double detail) {
        return new MarkFinder(page, colour, paper).find(detail);
    }

    private ScanMarks find(double detail) {
        List<Shapes.Shape> shapes = Shapes.of(flat, INK);
        double border = rim.depth() * 25.4 / flat.dpi();
        return new ScanMarks(
                paper,
                writing(),
                border,
                rim.cut(flat, INK, shapes),
                rim.near(shapes),
                colour ? 0 : SealRing.share(flat),
                !colour && shapes.stream().anyMatch(this::isPenStroke),
                detail,
                letter(shapes),
                isDrawing(shapes),
                hasStreak(),
                PagePrint.of(flat, INK, shapes, page.skewDegrees()));
    }

    /** The slant of the lines, great ones too. */
    static double slant(WorkingPage page) {
        if (page.lying()) {
            return page.skewDegrees();
        }
        PageImage small = Scaler.scale(page.flat(), DPI / page.flat().dpi());
        return CoarseSlant.degrees(small, INK, page.skewDegrees());
    }

    /** Letters too faint to count as ink. */
    static boolean bearsFaintWriting(WorkingPage page) {
        PageImage small = Scaler.scale(page.flat(), DPI / page.flat().dpi());
        return letters(small, FAINT) >= FEWEST_FAINT
                || (letters(small, FAINTEST) >= FEWEST_FAINT && Sharpness.of(page.flat()) >= ON_THIS_SIDE);
    }

    /** Shapes of the size of letters that stand beside another in a line; dust lies anywhere. */
    private static long letters(PageImage small, int ink) {
        int rim = mm(RIM_MM);
        List<Shapes.Shape> letters = Shapes.of(small, ink).stream()
                .filter(s -> s.left() > rim && s.right() < small.width() - rim)
                .filter(s -> s.top() > rim && s.bottom() < small.height() - rim)
                .filter(s -> s.height() >= mm(1.1) && s.height() <= mm(9) && s.width() >= mm(1.1))
                .filter(s -> s.ink() >= LEAST_INK)
                .sorted(Comparator.comparingInt(Shapes.Shape::left))
                .toList();
        int[] before = new int[letters.size()];
        for (int i = 0; i < before.length; i++) {
            for (int j : right(letters, i)) {
                before[j] = Math.max(before[j], before[i] + 1);
            }
        }
        int[] behind = new int[letters.size()];
        long count = 0;
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j : right(letters, i)) {
                behind[i] = Math.max(behind[i], behind[j] + 1);
            }
            count += before[i] + 1 + behind[i] >= FEWEST_IN_LINE ? 1 : 0;
        }
        return count;
    }

    /** The letters to the right of one that may go on with its line. */
    private static int[] right(List<Shapes.Shape> letters, int at) {
        Shapes.Shape letter = letters.get(at);
        return IntStream.range(at + 1, letters.size())
                .takeWhile(j -> letters.get(j).left() - letter.right() <= mm(GAP_MM))
                .filter(j -> areLevel(letter, letters.get(j)))
                .toArray();
    }

    private static boolean areLevel(Shapes.Shape a, Shapes.Shape b) {
        int common = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return common * 2 >= Math.min(a.height(), b.height()) && b.left() > a.left() + mm(0.5);
    }

    /** How much darker than the paper the darkest square millimetres are, away from the rim. */
    private double writing() {
        int rimPx = mm(RIM_MM);
        int[] count = new int[256];
        for (int y = rimPx; y < flat.height() - rimPx; y++) {
            for (int x = rimPx; x < flat.width() - rimPx; x++) {
                count[flat.at(x, y)]++;
            }
        }
        int wanted = mm(1) * mm(8);
        long sum = 0;
        int n = 0;
        for (int v = 0; v < 256 && n < wanted; v++) {
            int taken = Math.min(count[v], wanted - n);
            sum += (long) v * taken;
            n += taken;
        }
        double core = n == 0 ? PaperFlattener.PAPER : (double) sum / n;
        return Math.max(0, Math.min(255, paper * (PaperFlattener.PAPER - core) / PaperFlattener.PAPER));
    }

    private static double letter(List<Shapes.Shape> shapes) {
        int[] heights = shapes.stream()
                .filter(s -> s.height() >= mm(0.7) && s.height() <= mm(9) && s.width() >= mm(0.5))
                .filter(s -> s.width() <= mm(40) && s.straight() * 2 < s.ink())
                .mapToInt(Shapes.Shape::height)
                .sorted()
                .toArray();
        return heights.length < FEWEST_LETTERS ? 0 : heights[heights.length / 2] * 25.4 / DPI;
    }

    /** Taller than a line, thin, hardly straight, alone. */
    private boolean isPenStroke(Shapes.Shape s) {
        double box = (double) s.width() * s.height();
        return s.height() >= mm(8)
                && s.height() <= mm(45)
                && s.width() >= mm(12)
                && s.width() <= mm(80)
                && s.ink() < 0.22 * box
                && s.straight() < 0.3 * s.ink()
                && s.ink() > 1.5 * (s.width() + s.height());
    }

    /** Most of the ink is in large curved shapes, or in large shapes with hardly a letter. */
    private static boolean isDrawing(List<Shapes.Shape> shapes) {
        long all = 0;
        long large = 0;
        long curved = 0;
        int letters = 0;
        for (Shapes.Shape s : shapes) {
            all += s.ink();
            boolean big = Math.hypot(s.width(), s.height()) > mm(40) && s.height() > mm(15);
            large += big ? s.ink() : 0;
            curved += big && s.straight() < 0.6 * s.ink() ? s.ink() : 0;
            letters += s.height() >= mm(1) && s.height() <= mm(7) ? 1 : 0;
        }
        return large > (long) mm(4) * mm(40) && (curved > 0.4 * all || (large > 0.7 * all && letters < 150));
    }

    /** A column or two that are dark from edge to edge, with paper beside them. */
    private boolean hasStreak() {
        int w = flat.width();
        int h = flat.height();
        int end = mm(5);
        int wide = 0;
        for (int x = mm(1); x < w - mm(1); x++) {
            int dark = 0;
            int atEnds = 0;
            for (int y = 0; y < h; y++) {
                boolean here = flat.at(x, y) < FAINT;
                dark += here ? 1 : 0;
                atEnds += here && (y < end || y >= h - end) ? 1 : 0;
            }
            boolean full = dark > 0.93 * h && atEnds > 1.8 * end;
            if (!full && wide > 0 && wide <= mm(1.5)) {
                return true;
            }
            wide = full ? wide + 1 : 0;
        }
        return false;
    }

    private static int mm(double mm) {
        return (int) Math.round(mm * DPI / 25.4);
    }

    /** Brightness of the paper: the middle value of every tenth pixel. */
    static double paper(PageImage grey) {
        int[] count = new int[256];
        int n = 0;
        for (int i = 0; i < grey.pixels().length; i += 10, n++) {
            count[grey.pixels()[i] & 255]++;
        }
        int v = 0;
        for (int left = n / 2 - count[0]; v < 255 && left >= 0; ) {
            left -= count[++v];
        }
        return v;
    }
}
