package vn.sohoa.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageValuesTest {
    private static Word word(String text, double confidence, int line) {
        return new Word(text, new Box(0, 0, 10, 10), confidence, line);
    }

    @Test
    void aBoxAroundTwoHoldsBoth() {
        Box both = new Box(10, 20, 30, 40).and(new Box(5, 50, 10, 30));
        assertThat(both).isEqualTo(new Box(5, 20, 35, 60));
        assertThat(Box.NONE.and(both)).isEqualTo(both).isEqualTo(both.and(Box.NONE));
    }

    @Test
    void aBoxOfNegativeSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 0, -1, 5));
    }

    @Test
    void wordsAreComposed() {
        assertThat(word("tie\u0302\u0301ng", 90, 0).text()).isEqualTo("tiếng");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 100.5, Double.NaN})
    void aConfidenceOutsideItsScaleIsRefused(double confidence) {
        assertThatIllegalArgumentException().isThrownBy(() -> word("a", confidence, 0));
    }

    @Test
    void textHasItsLines() {
        PageText page = new PageText(
                PageText.Source.OCR, List.of(word("Hà", 90, 0), word("Nội", 90, 0), word("ngày", 80, 3)), 0);
        assertThat(page.text()).isEqualTo("Hà Nội\nngày");
        assertThat(page.lines()).hasSize(2);
    }

    @Test
    void confidenceIsWeighedByLength() {
        PageText page = new PageText(PageText.Source.OCR, List.of(word("a", 0, 0), word("bcd", 100, 0)), 0);
        assertThat(page.confidence()).isEqualTo(75);
        assertThat(PageText.empty(PageText.Source.OCR).confidence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, 1e6})
    void aResolutionThatNoScannerHasIsRefused(double dpi) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Resolution(dpi));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PageMeasurements(1, 1, dpi, 0, 0, 1, false, false, false, 0, 0, 0, ScanMarks.NONE));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-7.5, 0", "91.2, 1", "-88, 3", "180, 2", "-179.5, 2", "-90, 3"})
    void quarterTurnsAreWhatIsLeftWithoutTheSlant(double turned, int quarters) {
        assertThat(new PageText(PageText.Source.OCR, List.of(), turned).quarterTurns())
                .isEqualTo(quarters);
    }
}
