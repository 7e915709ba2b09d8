package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.Typeface;

class ProvincialTextsTest {
    static final java.util.List<String> NAMES = ProvincialTexts.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void theTextsTheHouseWasBegunFromAreUnderstood(String name) throws IOException {
        PaperText text = ProvincialTexts.text(name);
        assertThat(new ProvincialTexts().understood(text, SamplePages.words(text, Typeface.SERIF, 200, false)))
                .isEqualTo(text.facts());
    }
}
