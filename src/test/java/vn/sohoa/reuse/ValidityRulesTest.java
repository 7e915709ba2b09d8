package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class ValidityRulesTest {
    private static final String GOOD =
            "{type: A1, procedure: '*', kind: MONTHS, amount: 6, purposeLimited: false, from: 2020-01-01, to: 2020-12-31, basis: b}";

    @TempDir
    Path folder;

    private Path file(String rule) throws IOException {
        return Files.writeString(folder.resolve("rules.yml"), "version: '1'\nrules:\n  - " + rule + "\n");
    }

    @Test
    void theRulesOfTheHouseAreSound() {
        assertThat(ReuseRules.check(Path.of("jobs/reference/validity-rules.yml")))
                .isEqualTo("2026.1");
    }

    @Test
    void aRuleIsInForceFromItsFirstToItsLastDay() throws IOException {
        ValidityRules rules = ValidityRules.load(file(GOOD));
        assertThat(rules.find("A1", Optional.empty(), LocalDate.parse("2019-12-31")))
                .isEmpty();
        assertThat(rules.find("A1", Optional.empty(), LocalDate.parse("2020-01-01")))
                .isPresent();
        assertThat(rules.find("A1", Optional.empty(), LocalDate.parse("2020-12-31")))
                .isPresent();
        assertThat(rules.find("A1", Optional.empty(), LocalDate.parse("2021-01-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kind: MONTHS | kind: WEEKS",
                "amount: 6 | amount: 0",
                "amount: 6 | amount: -6",
                "amount: 6 | amount: sáu",
                "kind: MONTHS | kind: NONE",
                "amount: 6, | ",
                "purposeLimited: false, | ",
                "type: A1, | ",
                "basis: b | basis: ''",
                "from: 2020-01-01, | ",
                "to: 2020-12-31 | to: 2019-12-31",
                "to: 2020-12-31 | to: 2020-02-30",
                "basis: b | basis: b, extra: 1",
                "type: A1 | type: A1, type: A2"
            })
    void aFaultIsRefusedWithFileAndLine(String from, String to) throws IOException {
        Path file = file(GOOD.replace(from, to == null ? "" : to));
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> ValidityRules.load(file))
                .satisfies(fault -> {
                    assertThat(fault.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                    assertThat(fault.detail()).contains("rules.yml:3");
                });
    }

    @Test
    void aFileWithoutRulesOrNoFileIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.yml"), "version: '1'\n");
        for (Path file : new Path[] {empty, folder.resolve("missing.yml")}) {
            assertThatExceptionOfType(DigitisationException.class)
                    .isThrownBy(() -> ValidityRules.load(file))
                    .satisfies(fault -> assertThat(fault.detail()).contains(file.toString()));
        }
    }
}
