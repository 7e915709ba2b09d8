package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

class JobFileTest {
    private static final String GOOD = """
            name: dem
            description: Số hóa
            inbox: inbox
            settle: 10m
            qualityProfile: ND30-COPY
            scannerSignature: WARN
            thresholds:
              type: 70
              text: 85
              field: 60
            schedule:
              start: "22:00"
              end: "06:30"
            """;

    @TempDir
    Path folder;

    private JobDefinition read(String yaml) throws IOException {
        return JobFile.read(Files.writeString(folder.resolve("dem.yml"), yaml));
    }

    private void refused(String yaml, String... words) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> read(yaml))
                .satisfies(fault -> {
                    assertThat(fault.problem()).isEqualTo(Problem.CONFIGURATION_INVALID);
                    assertThat(fault.detail())
                            .contains(folder.resolve("dem.yml").toString())
                            .contains(words);
                });
    }

    @Test
    void aJobSaysEverything() throws IOException {
        assertThat(read(GOOD))
                .isEqualTo(new JobDefinition(
                        folder.resolve("dem.yml"),
                        "dem",
                        "Số hóa",
                        "inbox",
                        Duration.ofMinutes(10),
                        new RunPolicy("ND30-COPY", ScannerSignature.WARN, 70, 85, 60),
                        new JobDefinition.Schedule(LocalTime.of(22, 0), LocalTime.of(6, 30))));
    }

    @Test
    void theJobsOfTheHouseAreSound() {
        assertThat(new JobDefinitions(Path.of("jobs")).all())
                .extracting(JobDefinition::name)
                .contains("demo", "nightly", "preserve", "trust");
    }

    @Test
    void theReviewDeskAsksForNoLessThanTheJobs() throws IOException {
        JsonNode desk = new YAMLMapper()
                .readTree(Files.readString(Path.of("src/main/resources/application.yml")))
                .path("sohoa")
                .path("review");
        assertThat(new JobDefinitions(Path.of("jobs")).all())
                .filteredOn(JobDefinition::digitises)
                .extracting(JobDefinition::policy)
                .isNotEmpty()
                .allSatisfy(policy -> {
                    assertThat(policy.typeConfidence())
                            .isLessThanOrEqualTo(desk.path("type-confidence").asDouble());
                    assertThat(policy.textConfidence())
                            .isLessThanOrEqualTo(desk.path("text-confidence").asDouble());
                    assertThat(policy.fieldConfidence())
                            .isLessThanOrEqualTo(desk.path("field-confidence").asDouble());
                });
    }

    @Test
    void aJobOfUpkeepSaysNothingOfDeliveries() throws IOException {
        JobDefinition job = read("name: preserve\ndescription: Giữ\nkind: preserve\n");
        assertThat(job.kind()).isEqualTo("preserve");
        assertThat(job.window()).isEmpty();
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> read("name: preserve\ndescription: Giữ\nkind: preserve\ninbox: inbox\n"))
                .satisfies(fault -> assertThat(fault.detail()).contains("kind preserve"));
    }

    @Test
    void upkeepTakesNoPapersAndSaysSo() throws IOException {
        String upkeep = "name: trust\ndescription: Chứng thư\nkind: trust\n";
        JobDefinition job = read(upkeep);
        assertThat(job.kind()).isEqualTo("trust");
        assertThat(job.digitises()).isFalse();
        assertThat(read(GOOD).digitises()).isTrue();
        refused(upkeep + "inbox: inbox\n", "inbox");
        refused(upkeep.replace("kind: trust", "kind: sweep"), "kind", "sweep");
        refused(upkeep.replace("name: trust", "name: other"), "name", "trust");
    }

    @ParameterizedTest
    @CsvSource({"name", "description", "inbox", "settle", "qualityProfile", "scannerSignature"})
    void aMissingValueIsNamed(String key) {
        refused(GOOD.replaceAll("(?m)^" + key + ":.*$", ""), key);
        refused(GOOD.replaceAll("(?m)^" + key + ":.*$", key + ":"), key);
    }

    @ParameterizedTest
    @CsvSource({"type", "text", "field"})
    void aMissingThresholdIsNamed(String key) {
        refused(GOOD.replaceAll("(?m)^  " + key + ":.*$", ""), key);
    }

    @Test
    void missingThresholdsAreNamed() {
        refused(GOOD.replaceAll("(?s)thresholds:.*schedule", "schedule"), "thresholds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inbox: inbox | inbok: inbox | :3: | inbok",
                "scannerSignature: WARN | scannerSignature: PERHAPS | :6: | PERHAPS",
                "type: 70 | type: nhiều | :8: | nhiều",
                "type: 70 | type: 170 | 170 | typeConfidence",
                "start: \"22:00\" | start: \"25:00\" | schedule.start | 25:00",
                "end: \"06:30\" | end: sáng | schedule.end | sáng",
                "settle: 10m | settle: lâu | settle | lâu",
                "settle: 10m | settle: -10m | settle | -10m",
                "name: dem | name: Đêm | name | Đêm",
                "name: dem | name: ../dem | name | ../dem",
                "inbox: inbox | inbox: [a] | :3: | inbox"
            })
    void aFaultIsNamedWithItsPlace(String from, String to, String place, String what) {
        refused(GOOD.replace(from, to), place, what);
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        refused(GOOD + "inbox: other\n", ":14:");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused("", "dem.yml");
        refused("# nothing\n", "dem.yml");
    }

    @Test
    void aScheduleNeedsBothItsTimes() {
        refused(GOOD.replaceAll("(?m)^  end:.*$", ""), "schedule.end");
    }

    @Test
    void aJobWithoutScheduleRunsOnlyWhenAsked() throws IOException {
        assertThat(read(GOOD.replaceAll("(?s)schedule:.*", "")).window()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, true",
        "23:59, true",
        "00:00, true",
        "06:29:59, true",
        "06:30, false",
        "12:00, false",
        "21:59:59, false"
    })
    void aWindowMayCrossMidnight(LocalTime now, boolean open) {
        assertThat(new JobDefinition.Schedule(LocalTime.of(22, 0), LocalTime.of(6, 30)).open(now))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"00:59, false", "01:00, true", "06:29, true", "06:30, false"})
    void aWindowOfOneDayOpensAndCloses(LocalTime now, boolean open) {
        assertThat(new JobDefinition.Schedule(LocalTime.of(1, 0), LocalTime.of(6, 30)).open(now))
                .isEqualTo(open);
    }

    @Test
    void aJobIsFoundByNameOrFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("dem.yml"), GOOD);
        JobDefinitions jobs = new JobDefinitions(folder);
        assertThat(jobs.find("dem")).isEqualTo(jobs.find(file.toString()));
        for (String wrong :
                new String[] {"ngay", "../dem", folder.resolve("none.yml").toString()}) {
            assertThatExceptionOfType(DigitisationException.class)
                    .isThrownBy(() -> jobs.find(wrong))
                    .satisfies(fault -> assertThat(fault.problem()).isEqualTo(Problem.NOT_FOUND));
        }
    }
}
