package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class WordVoteTest {
    private static List<Word> line(Object... wordsAndConfidences) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < wordsAndConfidences.length; i += 2) {
            double confidence = ((Number) wordsAndConfidences[i + 1]).doubleValue();
            words.add(new Word((String) wordsAndConfidences[i], new Box(60 * i, 10, 50, 20), confidence, 0));
        }
        return words;
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private static String after(java.util.function.UnaryOperator<PageText> step, Object... line) {
        return step.apply(new PageText(PageText.Source.OCR, line(line), 0)).text();
    }

    @Test
    void theSurerReadingOfAWordWins() {
        List<Word> voted = WordVote.of(line("Ủy", 95, "bạn", 60, "nhân", 95), line("Ủy", 95, "ban", 93, "nhân", 95));
        assertThat(text(voted)).isEqualTo("Ủy ban nhân");
    }

    @Test
    void wordsRunTogetherArePartedByTheReadingThatPartedThem() {
        List<Word> voted = WordVote.of(
                line("năm", 95, "Giớitính:", 55, "Nữ", 90), line("năm", 95, "Giới", 92, "tính:", 91, "Nữ", 93));
        assertThat(text(voted)).isEqualTo("năm Giới tính: Nữ");
    }

    @Test
    void aReadingOfAnotherLineIsNotListenedTo() {
        List<Word> first = line("tái", 60, "sử", 95);
        assertThat(WordVote.of(first, line("18/11/2026", 96, "Bà", 96, "Lê", 96)))
                .isEqualTo(first);
    }

    @Test
    void barsAndSpecksAreNoText() {
        assertThat(after(TextNoise::cleared, "1", 90, "|", 40, "Quy", 95, "định_", 93, "'", 30, "tính:Nữ", 60))
                .isEqualTo("1 Quy định tính: Nữ");
    }

    @Test
    void syllablesThatRanTogetherArePartedIfThereIsOneWayOnly() {
        assertThat(after(TextNoise::cleared, "Dântộc", 60, "Google", 60)).isEqualTo("Dân tộc Google");
    }

    @Test
    void marksAreSetRightByTheWordBeside() {
        assertThat(after(Phrases::corrected, "cơ", 96, "quan,", 96, "tô", 96, "chức", 96))
                .isEqualTo("cơ quan, tổ chức");
        assertThat(after(Phrases::corrected, "PHÓ", 96, "CHỦ", 96, "TICH", 90)).isEqualTo("PHÓ CHỦ TỊCH");
    }

    @Test
    void whatMayBeMeantStays() {
        assertThat(after(Phrases::corrected, "số", 96, "hoá", 96)).isEqualTo("số hoá");
        assertThat(after(Phrases::corrected, "cơ", 96, "thể", 96)).isEqualTo("cơ thể");
        assertThat(after(Phrases::corrected, "ông", 96, "tô", 96)).isEqualTo("ông tô");
    }
}
