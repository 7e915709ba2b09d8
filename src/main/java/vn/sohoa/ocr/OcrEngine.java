package vn.sohoa.ocr;

import java.time.Duration;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** Reads one page. One engine serves one thread at a time and is kept for thousands of pages. */
public interface OcrEngine extends AutoCloseable {

    /**
     * The words of a cleaned page, in its own pixels and reading order; {@code turnedDegrees} is 0. May be repeated.
     *
     * @param limit of processor time; four times as much by the clock
     * @throws vn.sohoa.dossier.DigitisationException READER_TIMEOUT after {@code limit}, OCR_UNAVAILABLE if the engine does
     *     not work
     */
    PageText read(PageImage page, Duration limit);

    @Override
    void close();
}
