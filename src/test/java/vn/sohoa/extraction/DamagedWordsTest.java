package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.Box;
import vn.sohoa.page.Word;

/** Values whose words were torn, run together or misread, and what is not to be made of them. */
class DamagedWordsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
    private static final Extraction EXTRACTION = Extraction.load(Path.of("jobs/reference"), CLOCK);

    private static String value(String type, PaperPages paper, String field) {
        DocumentType kind = EXTRACTION.type(type).orElseThrow();
        return EXTRACTION.extract(kind, paper.pages(), List.of()).stream()
                .filter(v -> v.field().equals(field))
                .map(ExtractedValue::value)
                .findFirst()
                .orElse("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gia Lai, ugày 13 tháng 7 năm 2020",
                "Gia Lai, ngày13 th áng 7 năm2020",
                "Gia Lai, 13 tháng 7 năm 2020",
                "Gia L ai, n gày 13 tbáng 7 uăm 2020"
            })
    void aDayIsReadWhoseWordsAreDamaged(String line) {
        assertThat(new VietnameseDates(CLOCK).inWords(line))
                .map(Object::toString)
                .contains("2020-07-13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gia Lai, ngày 13 7 năm 2020", // 137?
                "Gia Lai, ugàyl 3 tháng 7 năm 2020", // 13 or 3
                "Gia Lai, ugày 13 tháng 7 2020"
            })
    void figuresThatMayHaveBeenMoreAreNoDay(String line) {
        assertThat(new VietnameseDates(CLOCK).inWords(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Nguyễn VănThử, Nguyễn Văn Thử", "Nguyễn | Văn Thử, Nguyễn Văn Thử", "Ðỗ Văn Thử, Đỗ Văn Thử"})
    void aNameIsPartedAndFreedOfSpecks(String printed, String name) {
        PaperPages paper = PaperPages.paper().centre("GIẤY KHAI SINH").left("Họ, chữ đệm, tên: " + printed);
        assertThat(value("GIAY_KHAI_SINH", paper, "ownerName")).isEqualTo(name);
    }

    @Test
    void aNumberWhoseLabelWasLostIsKnownByItsKind() {
        assertThat(number("1375/QĐ-UBND")).isEqualTo("1375/QĐ-UBND");
        assertThat(number("6ố: 1375/QĐ-UBND")).isEqualTo("1375/QĐ-UBND");
        assertThat(number("1375/XYZ-UBND")).isEqualTo("-"); // no such kind
        assertThat(number("1375/QĐ-UBND ngày 02 tháng 3")).isEqualTo("-"); // a sentence goes on
    }

    private static String number(String line) {
        return value(
                "QUYET_DINH",
                PaperPages.paper()
                        .head("ỦY BAN NHÂN DÂN", "XÃ MẪU LÂM", line, "Mẫu Lâm, ngày 02 tháng 3 năm 2026")
                        .centre("QUYẾT ĐỊNH")
                        .centre("Về việc thành lập tổ công tác"),
                "codeNumber");
    }

    @Test
    void doubtfulWordsOfAnAbstractAreMendedAndSureOnesStay() {
        assertThat(Spelling.ofSubject(words(80, "Vễ", "việe", "giao", "dự", "toán", "ngânsách")))
                .isEqualTo("Về việc giao dự toán ngân sách");
        assertThat(Spelling.of(words(100, "bản", "ngânsách"))).isEqualTo("bản ngânsách"); // so it is printed
        assertThat(Spelling.of(words(80, "côngan"))).isEqualTo("côngan"); // công an, côn gan
    }

    private static List<Word> words(double confidence, String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> new Word(text, Box.NONE, confidence, 0))
                .toList();
    }

    @Test
    void aWordTornInTwoIsOneAgain() {
        Word left = new Word("t", new Box(0, 0, 10, 20), 80, 0);
        Word right = new Word("iêm", new Box(11, 0, 30, 20), 80, 0);
        assertThat(Spelling.of(List.of(left, right))).isEqualTo("tiêm");
    }
}
