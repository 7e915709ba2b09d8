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
                .isEqualTo("2026.2");
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
                "type: A1 | type: A1, type: A2",
                "procedure: '*' | procedure: '1.004873.H15'",
                "kind: MONTHS | kind: MONTHS_OR_EVENT",
                "basis: b | basis: b, marks: [14, 25]",
                "basis: b | basis: b, leadYears: 2",
                "kind: MONTHS, amount: 6 | kind: AGE_MARKS, amount: 0",
                "kind: MONTHS, amount: 6 | kind: AGE_MARKS, amount: 0, leadYears: 2, marks: [25, 14]",
                "kind: MONTHS, amount: 6 | kind: AGE_MARKS, amount: 6, leadYears: 2, marks: [14]",
                "basis: b | basis: b, events: {B2: SOMETIMES}"
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

    @ParameterizedTest
    @CsvSource({"2020-12-31, 2020-12-31, true", "2021-01-01, 2021-12-31, false", "2019-01-01, 2019-12-31, false"})
    void twoRulesForOneCaseMustNotBeInForceOnOneDay(String from, String to, boolean clash) throws IOException {
        Path file = file(GOOD + "\n  - " + GOOD.replace("2020-01-01", from).replace("2020-12-31", to));
        if (clash) {
            assertThatExceptionOfType(DigitisationException.class)
                    .isThrownBy(() -> ValidityRules.load(file))
                    .satisfies(fault -> assertThat(fault.detail()).contains("rules.yml:4", "A1"));
        } else {
            assertThat(ValidityRules.load(file).types()).containsExactly("A1");
        }
    }

    @ParameterizedTest(name = "born {0}, issued {1}: {2}")
    @CsvSource({
        "2000-02-29, 2021-03-01, 2025-02-28", // leap day: the 25th birthday is the last of February
        "2000-02-29, 2023-02-27, 2025-02-28",
        "2000-02-29, 2023-02-28, 2040-02-29", // within two years of the mark: reaches to the next
        "2000-06-15, 2025-06-15, 2040-06-15", // on the birthday itself
        "2016-01-31, 2024-07-01, 2030-01-31",
        "1966-11-20, 2024-11-19, 2026-11-20",
        "1966-11-20, 2024-11-20, ", // from 58 on without end
        "1950-01-01, 2024-11-20, "
    })
    void anIdentityCardHoldsToTheNextAgeMark(LocalDate birth, LocalDate issued, LocalDate last) {
        ValidityRule rule = ValidityRules.load(Path.of("jobs/reference/validity-rules.yml"))
                .find("CAN_CUOC", Optional.empty(), LocalDate.parse("2026-11-20"))
                .orElseThrow();
        assertThat(rule.lastDay(issued, birth)).isEqualTo(Optional.ofNullable(last));
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
