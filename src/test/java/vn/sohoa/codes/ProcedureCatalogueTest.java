package vn.sohoa.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Procedure;
import vn.sohoa.dossier.ProcedureCode;

class ProcedureCatalogueTest {
    private static final String ROW = """
              - code: "1.004873"
                name: Xác nhận
                field: G15-HT
                level: XA
                essential: false
                returnsPaper: true
                results: [KQ.G15.000031]
                from: 2020-01-01
                to: 2025-06-30
                components:
                  - {code: TO_KHAI, name: Tờ khai, required: true}
                  - {code: CAN_CUOC, name: Căn cước, types: [CAN_CUOC], required: true, source: DATABASE}
            """;

    @TempDir
    Path folder;

    private ProcedureCatalogue load(String rows) throws IOException {
        Files.writeString(folder.resolve("procedures.yml"), "version: \"1\"\nprocedures:\n" + rows);
        Files.writeString(folder.resolve("fields.yml"), """
                version: "1"
                fields:
                  - {code: G15-HT, name: Hộ tịch, from: 2016-01-01, to: 2025-12-31}
                """);
        Files.writeString(folder.resolve("result-types.yml"), """
                version: "1"
                results:
                  - {code: KQ.G15.000031, name: Giấy khai sinh, from: 2016-01-01}
                """);
        return ProcedureCatalogue.load(folder);
    }

    @Test
    void theCatalogueOfTheHouseIsSoundAndKnowsTheProceduresOfTheSamples() {
        ProcedureCatalogue house = ProcedureCatalogue.load(Path.of("jobs/reference"));
        for (String code : new String[] {
            "1.000894",
            "1.001193",
            "1.010196",
            "1.013232",
            "1.012783",
            "1.013225",
            "2.002008",
            "2.000488",
            "1.001612",
            "1.000656",
            "1.004873"
        }) {
            assertThat(house.find(new ProcedureCode(code), LocalDate.parse("2026-11-02")))
                    .as(code)
                    .isPresent();
        }
        assertThat(house.version()).isEqualTo("2026.1");
    }

    @Test
    void anOldDossierIsJudgedByTheRowOfItsDayWhateverProvinceItsCodeNames() throws IOException {
        ProcedureCatalogue catalogue = load(ROW
                + ROW.replace("2020-01-01", "2025-07-01")
                        .replace("2025-06-30", "null")
                        .replace("TO_KHAI", "DON"));
        ProcedureCode provincial = new ProcedureCode("1.004873.H15");
        assertThat(catalogue
                        .find(provincial, LocalDate.parse("2025-06-30"))
                        .orElseThrow()
                        .component("TO_KHAI"))
                .isPresent();
        assertThat(catalogue
                        .find(provincial, LocalDate.parse("2025-07-01"))
                        .orElseThrow()
                        .component("DON"))
                .isPresent();
        assertThat(catalogue.find(provincial, LocalDate.parse("2019-12-31"))).isEmpty();
        Procedure row = catalogue.all().get(0);
        assertThat(row.returnsPaper()).isTrue();
        assertThat(row.component("CAN_CUOC").orElseThrow().source()).isEqualTo(Procedure.Source.DATABASE);
        assertThat(row.component("TO_KHAI").orElseThrow().source()).isEqualTo(Procedure.Source.CITIZEN);
        assertThat(catalogue.types()).containsExactly("CAN_CUOC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.004873 | 1.4873 | dòng 3",
                "1.004873 | 1.004873.H15 | dòng 3",
                "G15-HT | G15-LLTP | dòng 5",
                "KQ.G15.000031 | KQ.G15.000032 | dòng 9",
                "level: XA | level: PHUONG | dòng 6",
                "2020-01-01 | 2025-07-01 | to trước from",
                "essential: false | urgent: false | essential",
                "code: CAN_CUOC | code: TO_KHAI | dòng 13",
                "required: true, source: DATABASE | source: DATABASE | required"
            })
    void aFaultIsRefusedWithFileAndPlace(String from, String to, String place) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> load(ROW.replace(from, to)))
                .satisfies(fault -> {
                    assertThat(fault.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                    assertThat(fault.detail()).contains("procedures.yml", place);
                });
    }

    @Test
    void twoRowsOfOneProcedureOnOneDayAreRefused() {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> load(ROW + ROW.replace("2020-01-01", "2025-06-30")))
                .satisfies(fault -> assertThat(fault.detail()).contains("1.004873", "hai dòng"));
    }

    @Test
    void aFieldThatWasNotInForceThenIsRefused() {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> load(ROW.replace("2020-01-01", "2015-01-01")))
                .satisfies(fault -> assertThat(fault.detail()).contains("G15-HT"));
    }
}
