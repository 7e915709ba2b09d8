package vn.sohoa.ocr;

import java.time.Duration;
import java.util.function.IntFunction;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/**
 * Reads a page that may lie on its side or stand on its head. Only where the first reading makes no sense is a part of the page read
 * in the other directions, and the page once more in the best of them.
 *
 * @param text the words, in pixels of the page turned by {@code quarterTurns}
 * @param quarterTurns clockwise, 0 to 3
 */
public record UprightReading(PageText text, int quarterTurns) {
    /** Upright pages of the worst kind are read with 70 and more, pages on their heads with 30 to 55. */
    private static final double SENSE = 78;
    /** Share of the letters that stand in well-built syllables read with some confidence. */
    private static final double SYLLABLES = 0.5;

    private static final int LEAST_LETTERS = 12;
    private static final double TRUSTED = 50;
    /** Another direction has to make that much more sense than the first. */
    private static final double BETTER = 0.15;
    /** Side of the part that is read in all directions, as a share of the shorter side of the page. */
    private static final double PART = 0.5;

    private static final int INK = 160;

    /**
     * Reads a page.
     *
     * @param guess quarter turns to be tried first
     * @param pages the page turned clockwise by so many quarters
     */
    public static UprightReading read(OcrEngine engine, int guess, IntFunction<PageImage> pages, Duration limit) {
        Deadline deadline = new Deadline(limit);
        PageImage page = pages.apply(guess);
        PageText first = engine.read(page, limit);
        if (first.confidence() >= SENSE && sense(first) >= SYLLABLES) {
            return new UprightReading(first, guess);
        }
        double[] part = busiest(page);
        int best = guess;
        double most = -1;
        for (int more = 0; more < 4 && deadline.leisure(); more++) {
            int turns = (guess + new int[] {0, 2, 1, 3}[more]) % 4;
            PageImage whole = more == 0 ? page : pages.apply(turns);
            PageText read = engine.read(cut(whole, turned(part, more)), deadline.left());
            double sense = sense(read);
            if (sense > most + (more == 0 ? 0 : BETTER)) {
                best = turns;
                most = sense;
            }
        }
        return best == guess
                ? new UprightReading(first, guess)
                : new UprightReading(engine.read(pages.apply(best), deadline.left()), best);
    }

    /**
     * Share of the letters, 0 to 1, that are read with some confidence as Vietnamese syllables or numbers. The recogniser can read
     * lines that run up the page; words that stand higher than they are wide are none of an upright page.
     */
    private static double sense(PageText text) {
        double good = 0;
        int all = 0;
        for (Word word : text.words()) {
            int letters = (int)
                    word.text().codePoints().filter(Character::isLetterOrDigit).count();
            String bare = word.text().replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
            all += word.text().length();
            boolean built = VietnameseSyllables.valid(bare) || bare.matches("[0-9]+");
            boolean level = letters < 3 || word.box().width() >= word.box().height();
            good += level && built && word.confidence() >= TRUSTED && letters > 1
                    ? letters * word.confidence() / 100
                    : 0;
        }
        return all < LEAST_LETTERS ? 0 : good / all;
    }

    /** A broken page may be a pixel wide. */
    private static int side(PageImage page) {
        return Math.max(1, (int) (PART * Math.min(page.width(), page.height())));
    }

    /** Left and top, as shares of the page, of the square with the most ink in it. */
    private static double[] busiest(PageImage page) {
        int side = side(page);
        double[] best = {0, 0};
        long most = -1;
        for (int down = 0; down <= 8; down++) {
            for (int across = 0; across <= 4; across++) {
                int left = (page.width() - side) * across / 4;
                int top = (page.height() - side) * down / 8;
                long ink = ink(page, left, top, side);
                if (ink > most) {
                    most = ink;
                    best = new double[] {(left + side / 2.0) / page.width(), (top + side / 2.0) / page.height()};
                }
            }
        }
        return best;
    }

    private static long ink(PageImage page, int left, int top, int side) {
        long ink = 0;
        for (int y = top; y < top + side; y += 3) {
            for (int x = left; x < left + side; x += 3) {
                ink += page.at(x, y) < INK ? 1 : 0;
            }
        }
        return ink;
    }

    /** Where a place comes to lie on the page turned in the order of trying: not, upside down, right, left. */
    private static double[] turned(double[] place, int more) {
        return switch (more) {
            case 1 -> new double[] {1 - place[0], 1 - place[1]};
            case 2 -> new double[] {1 - place[1], place[0]};
            case 3 -> new double[] {place[1], 1 - place[0]};
            default -> place;
        };
    }

    private static PageImage cut(PageImage page, double[] middle) {
        int side = side(page);
        int left = Math.max(0, Math.min(page.width() - side, (int) (middle[0] * page.width()) - side / 2));
        int top = Math.max(0, Math.min(page.height() - side, (int) (middle[1] * page.height()) - side / 2));
        byte[] out = new byte[side * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(page.pixels(), (top + y) * page.width() + left, out, y * side, side);
        }
        return new PageImage(side, side, out, page.dpi());
    }
}
