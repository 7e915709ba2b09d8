package vn.sohoa.imaging;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import vn.sohoa.page.PageImage;

/** Tells an empty page from one that bears anything, be it only a page number. Dust is nothing; the rim is not looked at. */
final class BlankDetector {
    private static final double RIM_INCHES = 0.24;
    /** A mark is at least this long one way: less than any letter, more than dust. */
    private static final double MARK_INCHES = 0.06;

    private final PageImage flat;
    private final int ink;
    private final int mark;
    private final BitSet seen = new BitSet();

    private BlankDetector(PageImage flat, int ink) {
        this.flat = flat;
        this.ink = ink;
        mark = Math.max(3, (int) Math.round(MARK_INCHES * flat.dpi()));
    }

    /** ink: what is darker than this on the flattened page. */
    static boolean blank(PageImage flat, int ink) {
        return new BlankDetector(flat, ink).blank();
    }

    private boolean blank() {
        int rim = (int) (RIM_INCHES * flat.dpi());
        for (int y = rim; y < flat.height() - rim; y++) {
            for (int x = rim; x < flat.width() - rim; x++) {
                int p = y * flat.width() + x;
                if (dark(p) && !seen.get(p) && isMark(p)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean dark(int p) {
        return (flat.pixels()[p] & 255) < ink;
    }

    /** Follows the dark pixels that touch until they reach far enough. */
    private boolean isMark(int start) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen.set(start);
        int w = flat.width();
        int left = start % w;
        int right = left;
        int top = start / w;
        int bottom = top;
        while (!open.isEmpty()) {
            int p = open.pop();
            int x = p % w;
            int y = p / w;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            if (right - left >= mark || bottom - top >= mark) {
                return true;
            }
            for (int q : new int[] {p - 1, p + 1, p - w, p + w}) {
                boolean inside = q >= 0 && q < flat.pixels().length && Math.abs(q % w - x) <= 1;
                if (inside && dark(q) && !seen.get(q)) {
                    seen.set(q);
                    open.push(q);
                }
            }
        }
        return false;
    }
}
