package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class LostNumbersTest {
    private static PageText page(int[] points, String... lines) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            words.add(new Word(".", new Box(points[i], 120 + 50 * i, 4, 4), 92, i));
            words.add(new Word(lines[i], new Box(260, 100 + 50 * i, 200, 26), 96, i));
        }
        return new PageText(PageText.Source.OCR, words, 0);
    }

    @Test
    void betrayThemselvesByTheirPoints() {
        assertThat(LostNumbers.in(page(new int[] {241, 243, 240}, "Tên", "Nơi sinh", "Quốc tịch")))
                .isTrue();
    }

    @Test
    void areNotSeenInPointsThatStandAnywhere() {
        assertThat(LostNumbers.in(page(new int[] {241, 300, 180}, "Tên", "Nơi sinh", "Quốc tịch")))
                .isFalse();
        assertThat(LostNumbers.in(page(new int[] {241, 241}, "Tên", "Nơi sinh")))
                .isFalse();
    }

    @Test
    void areNotSoughtAtThePriceOfTheText() {
        PageText first = page(new int[] {241, 241, 241}, "Tên tôi là", "Nơi sinh", "Quốc tịch");
        PageText less = page(new int[] {241}, "Tên tôi là");

        assertThat(LostNumbers.better(first, less)).isSameAs(first);
        assertThat(LostNumbers.better(less, first)).isSameAs(first);
    }
}
