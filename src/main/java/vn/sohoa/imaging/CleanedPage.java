package vn.sohoa.imaging;

import java.util.List;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * A page made fit to be read.
 *
 * @param image grey, at most 185 dpi, lines level, paper even
 * @param scale pixels of {@code image} for each pixel of the page as measured
 * @param turnedDegrees by how much the page was turned clockwise about its middle, more than -180 to 180: whole quarters and what
 *     made its lines level
 */
public record CleanedPage(PageImage image, double scale, double turnedDegrees) {

    public CleanedPage {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale is not positive: " + scale);
        }
    }

    /** Quarter turns clockwise, 0 to 3. */
    public int quarterTurns() {
        return Math.floorMod(Math.round(turnedDegrees / 90), 4);
    }

    /** The words read on {@link #image()}, in pixels of the page as measured, turned upright. */
    public PageText onScan(PageText read) {
        List<Word> words = read.words().stream()
                .map(word -> new Word(word.text(), word.box().scaled(1 / scale), word.confidence(), word.line()))
                .toList();
        return new PageText(read.source(), words, turnedDegrees);
    }
}
