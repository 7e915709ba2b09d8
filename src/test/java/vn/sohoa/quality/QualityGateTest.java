package vn.sohoa.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageMeasurements;

class QualityGateTest {
    private static final Path FILE = Path.of("jobs/reference/quality-profiles.yml");
    private static final QualityProfiles PROFILES = QualityProfiles.load(FILE);

    private static PageMeasurements page(double dpi, double skew, boolean colour, double sharpness) {
        return new PageMeasurements(
                1654, 2339, dpi, 0, skew, colour ? 24 : 8, colour, false, false, 0.05, 180, sharpness);
    }

    private static PageMeasurements blank() {
        return new PageMeasurements(1654, 2339, 200, 0, 0, 24, true, false, true, 0, 0, 0);
    }

    private static Verdict judge(String profile, PageMeasurements... pages) {
        return QualityGate.judge(PROFILES.profile(profile), List.of(pages));
    }

    @Test
    void allFourProfilesOfTheNormsAreThere() {
        assertThat(PROFILES.all())
                .extracting(QualityProfile::label)
                .containsExactly("ND30-COPY v1", "TT05-ARCHIVE v1", "CV7197-DEFAULT v1", "CV7197-LOOKUP v1");
    }

    @Test
    void aGoodScanPassesAndTheVerdictNamesTheProfile() {
        Verdict verdict = judge("TT05-ARCHIVE", page(300, 0.5, true, 0.6));
        assertThat(verdict).isEqualTo(new Verdict(true, List.of(), "TT05-ARCHIVE v1"));
    }

    @Test
    void aLowResolutionIsNamedWithPageAndNumbers() {
        Verdict verdict = judge("ND30-COPY", page(200, 0, true, 0.6), page(91, 0, true, 0.6));
        assertThat(verdict.pass()).isFalse();
        assertThat(verdict.faults())
                .containsExactly(new Fault(2, Problem.RESOLUTION_LOW, "trang 2: 91 dpi, cần 200 dpi", true));
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
                .extracting(Fault::problem)
                .containsExactly(Problem.COLOUR_MISSING);
        assertThat(judge("TT05-ARCHIVE", grey200).pass()).isFalse();
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
        Verdict verdict = judge("ND30-COPY", page(200, 1, true, 0.18), page(200, -12, true, 0.05));
        assertThat(verdict.faults())
                .extracting(f -> f.page() + " " + f.problem() + " " + f.hard())
                .containsExactly("2 PAGE_SKEWED true", "2 PAGE_BLURRED true", "1 PAGE_BLURRED false");
        assertThat(verdict.faults().get(0).detail()).isEqualTo("trang 2: nghiêng 12,0°, cho phép 10,0°");
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
