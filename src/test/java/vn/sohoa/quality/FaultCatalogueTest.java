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

class FaultCatalogueTest {
    private static final Path FILE = Path.of("jobs/reference/faults.yml");

    @Test
    void theCommittedCatalogueExplainsEveryFaultTheMachineFinds() {
        FaultCatalogue catalogue = FaultCatalogue.load(FILE);
        assertThat(catalogue.scan()).hasSizeGreaterThan(15);
        assertThat(catalogue.cataloguing()).isNotEmpty();
    }

    @Test
    void aMistakeIsRefusedWithItsPlace(@TempDir Path folder) throws IOException {
        String good = Files.readString(FILE);
        for (String bad : List.of(
                good.replace("code: PAGE_DARK, by: MACHINE", "code: PAGE_GLOOMY, by: MACHINE"),
                good.replace("code: PAGE_DARK, by: MACHINE", "code: PAGE_FAINT, by: MACHINE"),
                good.replace("code: PAGE_DARK, by: MACHINE", "code: PAGE_GLOOMY, by: PERSON"),
                good.replace("name: \"Ảnh nhòe\"", "title: \"Ảnh nhòe\""),
                good.replace("version: 1", "version: 0"),
                good.replace("validFrom: 2026-11-22\n", ""),
                "")) {
            Path file = Files.writeString(folder.resolve("f.yml"), bad);
            assertThatThrownBy(() -> FaultCatalogue.load(file))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> {
                        assertThat(e.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                        assertThat(e.detail()).startsWith("f.yml, dòng ");
                    });
        }
    }
}
