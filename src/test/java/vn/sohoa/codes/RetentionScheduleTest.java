package vn.sohoa.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Maintenance;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Retention;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SourceFile;

class RetentionScheduleTest {
    private static final DossierCode CODE = new DossierCode("H15.12-261102-0042");
    private static final String TABLE = """
            version: "1"
            periods:
              - {code: "01", name: Vĩnh viễn, years: 100}
              - {code: "05", name: 20 năm, years: 20}
              - {code: "06", name: 10 năm, years: 10}
              - {code: "07", name: thử, days: 30}
            default: "06"
            procedures: {"1.004873": "05"}
            types: {GIAY_KHAI_SINH: "01", GIAY_MOI: "07"}
            """;

    @TempDir
    Path folder;

    @Test
    void countsFromTheDayTheDossierWasReceivedToTheEndOfTheLastDay() throws IOException {
        Retention kept = load(TABLE).of(dossier(null, LocalDate.of(2026, 11, 2)), paper("TO_TRINH"));

        assertThat(kept.maintenance()).isEqualTo(Maintenance.YEARS_10);
        assertThat(kept.until()).isEqualTo("2036-11-02T17:00:00Z"); // midnight in Vietnam
    }

    @Test
    void countsFromThePaperWhereTheDossierNamesNoDay() throws IOException {
        assertThat(load(TABLE).of(dossier(null, null), paper("GIAY_MOI")).until())
                .isEqualTo("2026-12-03T17:00:00Z");
    }

    @Test
    void takesTheLongerOfProcedureAndKind() throws IOException {
        RetentionSchedule schedule = load(TABLE);
        Dossier housing = dossier("1.004873.000.00.00.H15", LocalDate.of(2026, 11, 2));

        assertThat(schedule.of(housing, paper("GIAY_MOI")).maintenance()).isEqualTo(Maintenance.YEARS_20);
        Retention birth = schedule.of(housing, paper("GIAY_KHAI_SINH"));
        assertThat(birth.permanent()).isTrue();
        assertThat(birth.until()).isEqualTo("2126-11-02T17:00:00Z");
    }

    @Test
    void keepsAShorterRuleThanTheDefaultWhereItIsStated() throws IOException {
        assertThat(load(TABLE)
                        .of(dossier(null, LocalDate.of(2026, 11, 2)), paper("GIAY_MOI"))
                        .maintenance())
                .isEqualTo(Maintenance.OTHER);
    }

    @Test
    void readsTheTableOfTheHouse() {
        assertThat(RetentionSchedule.load(Path.of("jobs/reference/retention.yml"))
                        .types())
                .contains("GIAY_KHAI_SINH");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        refused(TABLE.replace("default: \"06\"", "default: \"04\""), "04");
        refused(TABLE.replace("\"07\", name", "\"08\", name"), "08");
        refused(TABLE.replace("\"07\", name", "\"06\", name"), "hai lần 06");
        refused(TABLE.replace("days: 30", "days: 0"), "periods.07");
        refused(TABLE.replace("years: 20", "years: 200"), "periods.05");
        refused(TABLE.replace("1.004873", "1.4873"), "1.4873");
        refused(TABLE.replace("types:", "kinds:"), "kinds");
        refused(TABLE.replace("default: \"06\"", ""), "default");
    }

    private void refused(String table, String named) {
        assertThatThrownBy(() -> load(table))
                .hasMessageContaining("retention.yml")
                .hasMessageContaining(named)
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.CONFIGURATION_INVALID));
    }

    private RetentionSchedule load(String table) throws IOException {
        return RetentionSchedule.load(Files.writeString(folder.resolve("retention.yml"), table));
    }

    private static Dossier dossier(@Nullable String procedure, @Nullable LocalDate received) {
        AgencyCode unit = new AgencyCode("H15.12");
        ProcedureCode code = procedure == null ? null : new ProcedureCode(procedure);
        return new Dossier(CODE, code, null, null, received, null, unit, unit, null);
    }

    private static Document paper(String type) {
        return new Document(
                DocumentId.of(CODE, "a.pdf", 1),
                CODE,
                1,
                1,
                new SourceFile("a.pdf", Sha256.of(new byte[] {1}), 1),
                "",
                CopyForm.ORIGINAL,
                false,
                false,
                Instant.parse("2026-11-02T18:00:00Z"), // the third of November in Vietnam
                DigitisationStatus.CODED,
                ReuseStanding.UNDETERMINED,
                "",
                1,
                new DocumentType(type, type),
                100,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                null,
                null);
    }
}
