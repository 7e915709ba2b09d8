package vn.sohoa.imaging;

import java.util.List;
import java.util.Optional;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/**
 * One page of a {@link PageSource}; what is asked for is worked out then, from one decoding. All methods throw
 * DigitisationException with FILE_DAMAGED, IMAGE_TOO_LARGE or TYPE_NOT_ACCEPTED where the page cannot be shown.
 */
public interface PageView {

    /** What can be measured on the page. */
    PageMeasurements measure();

    /**
     * The text that stands in the file, where it is real Vietnamese text: not the garbage of another tool, not empty. Words
     * in the order of the file, boxes in pixels of the page at the size that {@link #measure()} states.
     */
    Optional<PageText> textLayer();

    /** The page made fit to be read, its lines level: as it lies, or turned clockwise once where its lines run up and down. */
    CleanedPage clean();

    /**
     * The page made fit to be read, turned clockwise by quarters: for pages that make no sense as {@link #clean()} gave them.
     *
     * @param quarterTurns 0 to 3
     */
    CleanedPage clean(int quarterTurns);

    /** QR codes on the page; empty if none. */
    List<QrPayload> qr();

    /** The page as an encoded picture: the scan's own JPEG where the page is exactly that, else one made by us. */
    PageFile pageFile();

    /**
     * The page as a small encoded picture: 150 dpi, or black and white where it is nothing but dark ink on paper. What would not
     * be smaller is {@link #pageFile()}.
     */
    PageFile smallFile();

    /**
     * A part of the page as an encoded picture of our own, with a little of what is around it.
     *
     * @param box in pixels of the page at the size that {@link #measure()} states; {@link Box#NONE} for the whole page
     */
    PageFile crop(Box box);
}
