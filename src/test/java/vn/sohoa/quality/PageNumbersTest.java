package vn.sohoa.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class PageNumbersTest {
    /** Pages that begin with these lines; empty: no number. */
    private static List<PageText> pages(String... numbers) {
        return Arrays.stream(numbers)
                .map(number -> {
                    List<Word> words = new ArrayList<>();
                    if (!number.isEmpty()) {
                        words.add(new Word(number, Box.NONE, 95, 0));
                    }
                    for (String each : "Căn cứ Luật Tổ chức chính quyền".split(" ")) {
                        words.add(new Word(each, Box.NONE, 95, 1));
                    }
                    return new PageText(PageText.Source.OCR, words, 0);
                })
                .toList();
    }

    @Test
    void aGapIsNamedWithThePageAfterIt() {
        assertThat(PageNumbers.gap(pages("", "2", "3", "5", "6")))
                .contains(new PageFault(4, Problem.PAGES_MISSING, false, List.of("5", "3")));
        assertThat(PageNumbers.gap(pages("", "-2-", "-4-"))).isPresent();
    }

    @Test
    void wholePapersAndPapersWithoutNumbersHaveNoGap() {
        assertThat(PageNumbers.gap(pages("", "2", "3", "4"))).isEmpty();
        assertThat(PageNumbers.gap(pages("", "", ""))).isEmpty();
        assertThat(PageNumbers.gap(pages("", "2", "", "4"))).isEmpty();
        assertThat(PageNumbers.gap(List.of())).isEmpty();
    }

    @Test
    void aNumberReadWronglyAloneIsNotEnough() {
        assertThat(PageNumbers.gap(pages("", "2", "8", "4", "5"))).isEmpty();
        assertThat(PageNumbers.gap(pages("17", "18", "20"))).isEmpty();
        assertThat(PageNumbers.gap(pages("", "7"))).isEmpty();
    }
}
