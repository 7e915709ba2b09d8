package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

class UprightReadingTest {

    /** Finds no letter on any page. */
    private static final class Blind implements OcrEngine {
        @Override
        public PageText read(PageImage page, Duration limit) {
            return PageText.empty(PageText.Source.OCR);
        }

        @Override
        public void close() {}
    }

    private static PageImage page(int width, int height) {
        return new PageImage(width, height, new byte[width * height], 72);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 700", "900, 1", "2, 3"})
    void aPageOfAPixelsWidthHasNothingToTurn(int width, int height) {
        UprightReading read = UprightReading.read(
                new Blind(),
                0,
                turns -> turns % 2 == 0 ? page(width, height) : page(height, width),
                Duration.ofSeconds(20));
        assertThat(read.text().words()).isEmpty();
        assertThat(read.quarterTurns()).isZero();
    }
}
