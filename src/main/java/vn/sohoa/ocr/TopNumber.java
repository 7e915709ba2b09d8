package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * The number of a page in the middle of its top margin (Decree 30/2020/ND-CP), which the recogniser's layout may pass over as dust:
 * what stands there alone, as high as a digit, is read by itself.
 */
final class TopNumber {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    /** Share of the page's width to the left and right of which no number begins or ends. */
    private static final double LEFT = 0.35;

    private static final double RIGHT = 0.65;
    /** How far its middle may be from that of the page, as a share of the width. */
    private static final double OFF = 0.08;
    /** Share of the page's height in which it stands. */
    private static final double LOWEST = 0.12;
    /** Heights and width of digits, in heights of words. */
    private static final double LEAST = 0.4;

    private static final double MOST = 1.3;
    private static final double WIDEST = 2.5;
    /** Darker is ink, on the way from 0 to 255. */
    private static final int INK = 150;

    private static final double SURE = 60;

    private final PageImage image;
    private final double usual;
    private final int left;
    private final int right;

    private TopNumber(PageImage image, double usual) {
        this.image = image;
        this.usual = usual;
        left = (int) (LEFT * image.width());
        right = (int) (RIGHT * image.width());
    }

    /**
     * @param reader reads one line of the image, in its pixels; nothing where there is no time for it
     * @return the text, begun by the number of the page if one was found that it lacks
     */
    static PageText found(PageText text, PageImage image, Function<Box, PageText> reader) {
        int highest =
                text.words().stream().mapToInt(word -> word.box().y()).min().orElse(0);
        TopNumber number = new TopNumber(image, TextNoise.usualHeight(text.words()));
        Box place = number.place((int) Math.min(highest - 1, LOWEST * image.height()));
        if (place.equals(Box.NONE)) {
            return text;
        }
        List<Word> words = new ArrayList<>();
        reader.apply(place).words().stream()
                .filter(word ->
                        word.confidence() >= SURE && NUMBER.matcher(word.text()).matches())
                .limit(1)
                .forEach(word -> words.add(new Word(word.text(), word.box(), word.confidence(), 0)));
        if (words.isEmpty()) {
            return text;
        }
        text.words().forEach(word -> words.add(new Word(word.text(), word.box(), word.confidence(), word.line() + 1)));
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    /** The lowest group of rows with ink that could be a number, with white around it; none above a line that begins so high. */
    private Box place(int lowest) {
        int end = -1;
        for (int y = lowest; y >= 0; y--) {
            boolean ink = y > 0 && inked(y);
            if (ink && end < 0) {
                end = y;
            } else if (!ink && end >= 0) {
                Box box = around(y + 1, end + 1);
                if (isNumber(box) && end < lowest) {
                    int room = (int) usual / 2;
                    int x = Math.max(0, box.x() - room);
                    int top = Math.max(0, box.y() - room);
                    return new Box(x, top, box.right() + room - x, Math.min(lowest, box.bottom() + room) - top);
                }
                end = -1;
            }
        }
        return Box.NONE;
    }

    private boolean isNumber(Box ink) {
        double middle = ink.x() + ink.width() / 2.0;
        return ink.height() >= LEAST * usual
                && ink.height() <= MOST * usual
                && ink.width() <= WIDEST * usual
                && Math.abs(middle - image.width() / 2.0) <= OFF * image.width();
    }

    private boolean inked(int y) {
        for (int x = left; x < right; x++) {
            if (image.at(x, y) < INK) {
                return true;
            }
        }
        return false;
    }

    private Box around(int top, int bottom) {
        int from = right;
        int to = left;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (image.at(x, y) < INK) {
                    from = Math.min(from, x);
                    to = Math.max(to, x + 1);
                }
            }
        }
        return new Box(from, top, to - from, bottom - top);
    }
}
