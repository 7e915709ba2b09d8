package vn.sohoa.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.ScanMarks;

class QualityGateTest {
    private static final Path FILE = Path.of("jobs/reference/quality-profiles.yml");
    private static final QualityProfiles PROFILES = QualityProfiles.load(FILE);

    private static PageMeasurements page(double dpi, double skew, boolean colour, double sharpness) {
        int width = (int) Math.max(1, Math.round(8.27 * dpi));
        return new PageMeasurements(
                width,
                (int) Math.round(width * 1.414) + 1,
                dpi,
                0,
                skew,
                colour ? 24 : 8,
                colour,
                false,
                false,
                0.05,
                180,
                sharpness,
                ScanMarks.NONE);
    }

    private static PageMeasurements blank() {
        return new PageMeasurements(1654, 2339, 200, 0, 0, 24, true, false, true, 0, 0, 0, ScanMarks.NONE);
    }

    private static Verdict judge(String profile, PageMeasurements... pages) {
        return QualityGate.judge(PROFILES.profile(profile), List.of(pages));
    }

    @Test
    void allFourProfilesOfTheNormsAreThere() {
        assertThat(PROFILES.all())
                .extracting(QualityProfile::label)
                .containsExactly("ND30-COPY v2.1", "TT05-ARCHIVE v2.1", "CV7197-DEFAULT v2.1", "CV7197-LOOKUP v2.1");
    }

    @Test
    void aGoodScanPassesAndTheVerdictNamesTheProfile() {
        Verdict verdict = judge("TT05-ARCHIVE", page(300, 0.5, true, 0.6));
        assertThat(verdict).isEqualTo(new Verdict(true, List.of(), "TT05-ARCHIVE v2.1"));
    }

    @Test
    void aLowResolutionIsNamedWithPageAndNumbers() {
        Verdict verdict = judge("ND30-COPY", page(200, 0, true, 0.6), page(91, 0, true, 0.6));
        assertThat(verdict.pass()).isFalse();
        assertThat(verdict.faults())
                .containsExactly(new PageFault(2, Problem.RESOLUTION_LOW, true, List.of("91", "200")));
        assertThat(verdict.faults().get(0).sentence(Language.VI)).isEqualTo("trang 2: 91 dpi, cần 200 dpi");
    }

    @Test
    void aPageJustBelowTheNormIsNotedOnly() {
        assertThat(judge("ND30-COPY", page(187, 0, true, 0.6)).pass()).isTrue();
        assertThat(judge("ND30-COPY", page(187, 0, true, 0.6)).faults()).hasSize(1);
        assertThat(judge("ND30-COPY", page(185, 0, true, 0.6)).pass()).isFalse();
    }

    @Test
    void theSameScanPassesOneNormAndFailsAnother() {
        PageMeasurements grey200 = page(200, 0, false, 0.6);
        assertThat(judge("CV7197-LOOKUP", grey200).pass()).isTrue();
        assertThat(judge("CV7197-DEFAULT", grey200).pass()).isFalse();
        assertThat(judge("ND30-COPY", grey200).pass()).isTrue();
        assertThat(judge("TT05-ARCHIVE", grey200).faults())
                .extracting(PageFault::problem)
                .containsExactly(Problem.COLOUR_MISSING);
        assertThat(judge("TT05-ARCHIVE", grey200).pass()).isFalse();
    }

    private static PageMeasurements marked(boolean colour, ScanMarks marks) {
        return new PageMeasurements(
                1654, 2339, 200, 0, 0, colour ? 24 : 8, colour, false, false, 0.05, 180, 0.8, marks);
    }

    private static ScanMarks marks(
            double paper, double writing, double border, Set<ScanMarks.Side> cut, Set<ScanMarks.Side> near) {
        return new ScanMarks(paper, writing, border, cut, near, 0, false, 1, 2.5, false, false, "");
    }

    private static List<String> told(PageMeasurements page) {
        return judge("CV7197-LOOKUP", page).faults().stream()
                .map(f -> f.problem() + (f.hard() ? "!" : "") + " " + f.sentence(Language.VI))
                .toList();
    }

    @Test
    void darkFaintBorderedAndCutPagesAreToldInPlainWords() {
        assertThat(told(marked(true, marks(50, 45, 0, Set.of(), Set.of()))))
                .containsExactly(
                        "PAGE_DARK! trang 1: ảnh quá tối (nền giấy sáng 50/255, cần 80)",
                        "PAGE_FAINT trang 1: chữ quá nhạt (đậm hơn giấy 45/255, cần 36)");
        assertThat(told(marked(true, marks(240, 20, 0, Set.of(), Set.of()))))
                .containsExactly("PAGE_FAINT! trang 1: chữ quá nhạt (đậm hơn giấy 20/255, cần 36)");
        assertThat(told(marked(true, marks(240, 200, 8.25, Set.of(), Set.of()))))
                .containsExactly("BLACK_BORDER trang 1: viền đen rộng 8,3 mm, cho phép 30,0 mm");
        Set<ScanMarks.Side> sides = Set.of(ScanMarks.Side.LEFT, ScanMarks.Side.TOP);
        assertThat(told(marked(true, marks(240, 200, 0, sides, sides))))
                .containsExactly("EDGE_CUT! trang 1: chữ hoặc bảng bị cắt ở mép trên, trái");
        assertThat(told(marked(true, marks(240, 200, 0, Set.of(), Set.of(ScanMarks.Side.BOTTOM)))))
                .containsExactly("EDGE_CLOSE trang 1: chữ sát mép dưới, có thể đã bị cắt");
    }

    @Test
    void aSealOrASignatureOnAGreyPageIsToldAndNeverRefusedWhereGreyIsAllowed() {
        ScanMarks seal = new ScanMarks(240, 200, 0, Set.of(), Set.of(), 0.9, false, 1, 2.5, false, false, "");
        ScanMarks pen = new ScanMarks(240, 200, 0, Set.of(), Set.of(), 0.4, true, 1, 2.5, false, false, "");
        assertThat(told(marked(false, seal)))
                .containsExactly("COLOUR_MISSING trang 1: 8 bit, không có màu mà thấy hình dấu tròn; cần màu 24 bit");
        assertThat(told(marked(false, pen)).get(0)).contains("nét chữ ký");
        assertThat(told(marked(true, seal))).isEmpty();
    }

    @Test
    void sizeDetailDrawingAndStreakAreNotedOnly() {
        ScanMarks marks = new ScanMarks(240, 200, 0, Set.of(), Set.of(), 0, false, 0.5, 2.5, true, true, "");
        PageMeasurements page =
                new PageMeasurements(1654, 2339, 260, 0, 0, 24, true, false, false, 0.05, 180, 0.8, marks);
        Verdict verdict = judge("TT05-ARCHIVE", page);
        assertThat(verdict.pass()).isTrue();
        assertThat(verdict.faults())
                .extracting(PageFault::problem)
                .containsExactly(
                        Problem.DRAWING_RESOLUTION_LOW,
                        Problem.SIZE_DOUBTFUL,
                        Problem.DETAIL_LOW,
                        Problem.PAGE_STREAKED);
    }

    @Test
    void aPageThatWasScannedTwiceIsNamedWithItsTwin() {
        String one = "AC".repeat(192) + "PA".repeat(192);
        String other = "BA".repeat(384);
        Verdict verdict = judge(
                "CV7197-LOOKUP", marked(true, printed(one)), marked(true, printed(other)), marked(true, printed(one)));
        assertThat(verdict.pass()).isTrue();
        assertThat(verdict.faults()).containsExactly(new PageFault(3, Problem.PAGE_DOUBLE, false, List.of("1")));
    }

    private static ScanMarks printed(String print) {
        return new ScanMarks(240, 200, 0, Set.of(), Set.of(), 0, false, 1, 2.5, false, false, print);
    }

    @Test
    void aTextPageHasNoResolutionToJudge() {
        assertThat(judge("CV7197-DEFAULT", page(0, 0, false, 0)).faults()).isEmpty();
    }

    @Test
    void blankSidesAreUsualABlankPaperIsNot() {
        assertThat(judge("ND30-COPY", page(200, 0, true, 0.6), blank()).pass()).isTrue();
        assertThat(judge("ND30-COPY", blank(), blank()).pass()).isFalse();
    }

    @Test
    void slantAndBlurHaveANoteAndALimit() {
        assertThat(judge("ND30-COPY", page(200, -5, true, 0.6)).pass()).isTrue();
        Verdict verdict = judge("ND30-COPY", page(200, 1, true, 0.25), page(200, -12, true, 0.05));
        assertThat(verdict.faults())
                .extracting(f -> f.page() + " " + f.problem() + " " + f.hard())
                .containsExactly("2 PAGE_SKEWED true", "2 PAGE_BLURRED true", "1 PAGE_BLURRED false");
        assertThat(verdict.faults().get(0).sentence(Language.VI)).isEqualTo("trang 2: nghiêng 12,0°, cho phép 8,0°");
        assertThat(verdict.faults().get(0).sentence(Language.EN)).isEqualTo("page 2: slanted by 12.0°, 8.0° allowed");
    }

    @Test
    void aFileWithAMistakeIsRefusedWithItsPlace(@TempDir Path folder) throws IOException {
        String good = Files.readString(FILE);
        for (String bad : List.of(
                good.replace("    minimumDpi: 300", "    minimumDpy: 300"),
                good.replace("    minimumDpi: 300\n", ""),
                good.replace("minimumDpi: 300", "minimumDpi: many"),
                good.replace("minimumDpi: 300", "minimumDpi: 3"),
                good.replace("id: CV7197-LOOKUP", "id: ND30-COPY"),
                good.replace("colour: ALWAYS", "colour: SOMETIMES"),
                good.replace("minimumPaper: 80", "minimumPaper: 180"),
                "profiles: [",
                "")) {
            Path file = Files.writeString(folder.resolve("q.yml"), bad);
            assertThatThrownBy(() -> QualityProfiles.load(file))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> {
                        assertThat(e.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                        assertThat(e.detail()).startsWith("q.yml");
                    });
        }
    }

    @Test
    void anUnknownProfileIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> PROFILES.profile("X")).hasMessageContaining("CV7197-LOOKUP");
    }
}
