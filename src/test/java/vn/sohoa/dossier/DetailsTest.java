package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step said in Vietnamese is told in English to whoever reads English. */
class DetailsTest {
    /** Rooms whose details officers read: in the morning report, on the pages, on the command line. */
    private static final List<String> ROOMS = List.of(
            "imaging",
            "intake",
            "mediatype",
            "ocr",
            "reading",
            "web",
            "workflow/review",
            "workflow/Understanding.java");

    private static final Pattern THROWN =
            Pattern.compile("(?:DigitisationException\\(|[fF]aults\\s*\\.add\\(|expect\\(|Doubt\\(|ofPaper\\()[^;]*;");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VIETNAMESE = Pattern.compile("[\\u00C0-\\u00FF\\u0102-\\u01B0\\u1EA0-\\u1EF9&&[^×]]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            độ tin cậy 71/100 | confidence 71 of 100
            gần nhất: Giấy khai sinh | closest: Giấy khai sinh
            trang 1, 3 | page 1, 3
            tên thư mục: @lạ | name of the folder: @lạ
            dossier.json, dòng 3, cột 12: "received" phải là ngày có thật, dạng 2026-01-05 hoặc 05/01/2026 | \
            dossier.json, line 3, column 12: "received" must be a real day, written 2026-01-05 or 05/01/2026
            trang 2: TIFF bị cắt cụt | page 2: TIFF is cut short
            640 trang, giới hạn 500 | 640 pages, 500 allowed
            manifest.csv, dòng 4: 3 ô cho 5 cột; … và 2 lỗi khác | manifest.csv, line 4: 3 cells for 5 columns; … and 2 other faults
            tên tệp không dùng được: trang phục.pdf | not a usable file name: trang phục.pdf
            """)
    void aDetailIsToldInEnglish(String kept, String english) {
        assertThat(PageFault.told(kept, Language.EN)).isEqualTo(english);
        assertThat(PageFault.told(kept, Language.VI)).isEqualTo(kept);
    }

    @Test
    void fieldsAreToldByTheirNames() {
        assertThat(PageFault.told("codeNumber, issuedDate.conflict", Language.VI))
                .isEqualTo("Số, ký hiệu; Ngày ban hành, ngày cấp (chỗ khác ghi)");
        assertThat(PageFault.told("codeNumber, issuedDate", Language.EN)).isEqualTo("Number; Date of issue");
        assertThat(PageFault.told("address, khongCo", Language.EN)).isEqualTo("address, khongCo");
    }

    @Test
    void statesAndSentencesOfSignaturesToo() {
        assertThat(PageFault.told(
                        "0f " + DigitisationStatus.IN_REVIEW.vietnamese() + " "
                                + SignatureReason.SIGNATURE_BROKEN.sentence(),
                        Language.EN))
                .isEqualTo("0f " + DigitisationStatus.IN_REVIEW.label(Language.EN) + " "
                        + SignatureReason.SIGNATURE_BROKEN.english());
    }

    @Test
    void everyDetailThatOfficersReadHasItsEnglish() throws IOException {
        Set<String> left = new TreeSet<>();
        int seen = 0;
        for (String room : ROOMS) {
            try (Stream<Path> files =
                    Files.walk(Path.of("src/main/java/vn/sohoa").resolve(room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    for (String said : said(Files.readString(file))) {
                        seen++;
                        if (VIETNAMESE
                                .matcher(PageFault.told(said, Language.EN))
                                .find()) {
                            left.add(file.getFileName() + ": " + said);
                        }
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(left).isEmpty();
    }

    /** Each text that a problem is given, its pieces joined by numbers. */
    private static List<String> said(String source) {
        return THROWN.matcher(source)
                .results()
                .map(thrown -> LITERAL.matcher(thrown.group().replaceAll("\"\\s*\\+[^\"]*\\+\\s*\"", "7"))
                        .results()
                        .map(literal -> literal.group(1).replace("\\\"", "\""))
                        .map(text -> text.replaceAll("^(?= )|(?<= )$", "7"))
                        .filter(text -> VIETNAMESE.matcher(text).find())
                        .collect(Collectors.toList()))
                .flatMap(List::stream)
                .toList();
    }
}
