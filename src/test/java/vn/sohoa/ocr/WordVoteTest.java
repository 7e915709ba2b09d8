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
    void figuresThatBothReadAlikeAreSurerThanEither() {
        List<Word> voted = WordVote.of(
                line("Số:", 95, "563/2018/KH-HĐND", 87, "Bá", 60), line("Số:", 95, "563/2018/KH-HĐND", 88, "Bá", 85));
        assertThat(voted.get(1).confidence()).isEqualTo(100 - 13.0 * 12 / 50);
        assertThat(voted.get(2).confidence()).isEqualTo(85);
    }

    @Test
    void twoUnsureReadingsOfFiguresDoNotMakeASureOne() {
        List<Word> voted = WordVote.of(line("thửa", 95, "898", 60), line("thửa", 95, "898", 70));
        assertThat(voted.get(1).confidence()).isLessThan(80);
    }

    @Test
    void longNumbersAreReadASecondTimeSoonerThanWords() {
        assertThat(DoubtfulLines.of(new PageText(PageText.Source.OCR, line("Số:", 95, "563/2018/KH-HĐND", 88), 0))
                        .none())
                .isFalse();
        assertThat(DoubtfulLines.of(new PageText(PageText.Source.OCR, line("Bá", 88, "12", 91), 0))
                        .none())
                .isTrue();
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

    @Test
    void ofPairsWithTheSameLettersTheOneWithTheOtherWordIsMeant() {
        assertThat(after(Phrases::corrected, "chử", 90, "ký", 96)).isEqualTo("chữ ký");
        assertThat(after(Phrases::corrected, "chu", 96, "ký", 96)).isEqualTo("chu ký");
    }

    @Test
    void aWordThatBelongsToTheOtherSideSaysNothingOfThisOne() {
        assertThat(after(Phrases::corrected, "hành", 96, "chính", 96, "quý", 96))
                .isEqualTo("hành chính quý");
        assertThat(after(Phrases::corrected, "thì", 96, "thực", 96, "hiện", 96)).isEqualTo("thì thực hiện");
    }

    @Test
    void namesKeepTheirMarks() {
        assertThat(after(Phrases::corrected, "Nguyễn", 90, "Văn", 90, "Hòa", 90))
                .isEqualTo("Nguyễn Văn Hòa");
        assertThat(after(Phrases::corrected, "TRẦN", 90, "THỊ", 90, "THANH", 90, "TOÀN", 90))
                .isEqualTo("TRẦN THỊ THANH TOÀN");
        assertThat(after(Phrases::corrected, "SỞ", 90, "VĂN", 90, "HÒA", 90)).isEqualTo("SỞ VĂN HÓA");
    }

    @Test
    void threeSyllablesArePartedAtACapitalToo() {
        assertThat(after(TextNoise::cleared, "SởYtế", 60, "-Kínhgửi:", 60)).isEqualTo("Sở Y tế -Kính gửi:");
    }

    @Test
    void whatStandsAloneAndDoubtfulIsNoWord() {
        List<Word> words = List.of(
                new Word("xã;", new Box(100, 10, 50, 25), 96, 0),
                new Word(":", new Box(700, 20, 5, 5), 81, 0),
                new Word("NGÓN", new Box(1000, 10, 69, 37), 37, 0),
                new Word("-", new Box(100, 50, 7, 3), 92, 1),
                new Word("Các", new Box(116, 44, 50, 25), 96, 1),
                new Word("-", new Box(600, 50, 7, 3), 40, 1));
        assertThat(StrayMarks.cleared(new PageText(PageText.Source.OCR, words, 0))
                        .words())
                .extracting(Word::text)
                .containsExactly("xã;", "-", "Các", "-");
    }

    @Test
    void theNameOfAnAgencyEndsWithoutAPoint() {
        assertThat(after(StrayMarks::cleared, "TỈNH", 93, "ĐẮK", 92, "LẮK.", 78, "CỘNG", 96, "HÒA", 96))
                .isEqualTo("TỈNH ĐẮK LẮK CỘNG HÒA");
        assertThat(after(StrayMarks::cleared, "ỦY", 93, "BAN", 92, "TP.", 78)).isEqualTo("ỦY BAN TP.");
    }

    @Test
    void theNumbersOfPartsCountUp() {
        assertThat(numbered("I.", "I.", "II.", "IV.")).isEqualTo("I. II. III. IV.");
        assertThat(numbered("II.", "III.", "III.")).isEqualTo("II. III. III.");
        assertThat(numbered("I.", "II.", "I.", "II.")).isEqualTo("I. II. I. II.");
        assertThat(numbered("I.", "I.")).isEqualTo("I. I.");
    }

    private static String numbered(String... numbers) {
        List<Word> words = new ArrayList<>();
        for (int line = 0; line < numbers.length; line++) {
            words.add(new Word(numbers[line], new Box(10, 30 * line, 20, 20), 90, line));
            words.add(new Word("KINH", new Box(40, 30 * line, 60, 20), 90, line));
        }
        return RomanNumbers.counted(new PageText(PageText.Source.OCR, words, 0)).words().stream()
                .map(Word::text)
                .filter(text -> !text.equals("KINH"))
                .collect(Collectors.joining(" "));
    }
}
