package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.page.PageText;
import vn.sohoa.papers.GeneratedPaper;
import vn.sohoa.papers.PaperGenerator;
import vn.sohoa.papers.PaperSet;

/** Papers on forms that nothing was learned from, read with some wrong letters. */
class UnseenFormsTest {
    private static final double ACCEPTED = 70;

    private final PaperGenerator generator = PaperGenerator.of(PaperSet.TEST);
    private final Extraction extraction = Extraction.load(
            Path.of("jobs/reference"),
            Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));

    @Test
    void kindsAreKnown() {
        List<String> wrong = new ArrayList<>();
        List<String> kinds = generator.types();
        for (String kind : kinds) {
            GeneratedPaper paper = generator.paper(kind, 41);
            Classification found = extraction.classify(paper.misread(0.7, 41));
            if (!found.type().code().equals(kind)) {
                wrong.add(paper.layout() + ": " + found);
            }
        }
        assertThat(wrong).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void noDecoyIsTakenForWhatItMentions() {
        for (long seed = 0; seed < 2L * generator.decoyForms(); seed++) {
            GeneratedPaper decoy = generator.decoy(seed);
            Classification found = extraction.classify(decoy.misread(seed % 4, seed));
            assertThat(found.type().code()).as(decoy.layout()).isNotEqualTo(decoy.decoyOf());
        }
    }

    @Test
    void copiesAreToldFromOriginals() {
        for (String copy : PaperGenerator.COPIES) {
            for (long seed = 0; seed < 4; seed++) {
                GeneratedPaper paper = generator.copy(copy, seed);
                assertThat(extraction.classify(paper.pages()).copy().name())
                        .as(paper.layout())
                        .isEqualTo(copy);
                assertThat(extraction.extract(extraction.type(paper.type()).orElseThrow(), paper.pages(), List.of()))
                        .filteredOn(value -> value.field().equals(FieldName.COPY_FORM))
                        .extracting(ExtractedValue::value)
                        .containsExactly(copy);
            }
        }
        assertThat(extraction.classify(generator.paper("QUYET_DINH", 3).pages()).copy())
                .isEqualTo(CopyMark.NONE);
    }

    @Test
    void aKindLineAtTheEndOfALongerLineIsNotEnough() {
        List<PageText> pages = PaperPages.paper()
                .centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .centre("Độc lập - Tự do - Hạnh phúc")
                .gap()
                .centre("SỔ THEO DÕI VIỆC CẤP LẠI")
                .centre("GIẤY KHAI SINH")
                .left("Họ, chữ đệm, tên: Nguyễn Thị Thử")
                .left("Quyển số: 01 Nơi đăng ký khai sinh: Ủy ban nhân dân xã Ea Sao")
                .pages();
        Classification found = extraction.classify(pages);
        assertThat(found.type().isKnown() && found.confidence() >= ACCEPTED)
                .as("%s", found)
                .isFalse();
    }
}
