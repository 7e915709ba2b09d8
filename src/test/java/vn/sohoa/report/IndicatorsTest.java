package vn.sohoa.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.catalog.CaseFacts.Mark;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.codes.ProcedureCatalogue;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Procedures;
import vn.sohoa.report.IndicatorReport.By;
import vn.sohoa.report.IndicatorReport.Cell;
import vn.sohoa.report.IndicatorReport.Row;

/** Figures counted by hand for every formula. Letters of facts: C component, R result, U reused, N national store, P pushed, S solved. */
class IndicatorsTest {
    private static final Period OCTOBER = Period.of("2026-10");
    private static final Path RULES = Path.of("jobs/reference/indicators.yml");
    private static final Procedures PROCEDURES = ProcedureCatalogue.load(Path.of("jobs/reference"));
    /** Half past midnight on 1 November in Hanoi, still October in Greenwich. */
    private static final Instant JUST_NOVEMBER = Instant.parse("2026-10-31T17:30:00Z");

    @TempDir
    Path folder;

    private final BookOfFacts book = new BookOfFacts();
    private Indicators indicators;

    @BeforeEach
    void fillTheBook() {
        indicators = new Indicators(book, PROCEDURES, RULES, Clock.fixed(JUST_NOVEMBER, ZoneOffset.UTC));
        book.with("H15.12-261001-0001", "H15.12", "2026-10-01", "CRUNPS")
                .with("H15.12-261002-0002", "H15.12", "2026-10-02", "CRUPS")
                .with("H15.12-261003-0003", "H15.12", "2026-10-03", "CRS")
                .with("H15.12-261030-0004", "H15.12", "2026-10-30", "C")
                .with("H15.50.05.13-261031-0001", "H15.50.05.13", "2026-10-31", "CRPS")
                .with("H15.50.05.13-261031-0002", "H15.50.05.13", "2026-10-31", "")
                .with("H49.18-261031-0003", "000.00.18.H49", "2026-10-31", "N")
                .with("H15.12-260930-0009", "H15.12", "2026-09-30", "CRUNPS")
                .with("H15.12-261101-0001", "H15.12", "2026-11-01", "CRUNPS");
    }

    private IndicatorReport october() {
        return indicators.report(Indicators.Query.of(OCTOBER));
    }

    private static Row row(IndicatorReport report, String key) {
        return report.rows().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void figure(Row row, String indicator, long above, long below, String percent, String score) {
        Cell cell = row.cell(indicator).orElseThrow();
        assertThat(cell.numerator()).as(indicator).isEqualTo(above);
        assertThat(cell.denominator()).as(indicator).isEqualTo(below);
        assertThat(cell.percent()).as(indicator).isEqualTo(new BigDecimal(percent));
        assertThat(cell.score()).as(indicator).isEqualTo(new BigDecimal(score));
    }

    @Test
    void everyFormulaGivesTheFiguresCountedByHand() {
        Row all = row(october(), "*");
        figure(all, "4.1", 3, 7, "42.86", "1.71"); // 4 × 3/7
        figure(all, "4.2", 4, 7, "57.14", "4.29"); // 6 × (4/7)/0.80
        figure(all, "4.3", 2, 7, "28.57", "2.14"); // 6 × (2/7)/0.80
        figure(all, "4.4", 4, 7, "57.14", "2.29"); // 4 × 4/7, one by the store alone, one by both
        assertThat(all.score()).isEqualTo(new BigDecimal("10.43"));
        assertThat(all.maximum()).isEqualByComparingTo("20");

        Row department = row(october(), "H15.12");
        figure(department, "4.2", 3, 4, "75.00", "5.63"); // 5.625
        figure(department, "4.3", 2, 4, "50.00", "3.75");
        assertThat(department.cell("4.3").orElseThrow().band()).isEqualTo(Band.GREEN);
        assertThat(department.cell("4.2").orElseThrow().band()).isEqualTo(Band.YELLOW);
        assertThat(row(october(), "000.00.18.H49").cell("4.2").orElseThrow().band())
                .isEqualTo(Band.RED);
    }

    @Test
    void onlyProceduresThatMustReturnAPaperOnTheDayOfReceiptStandBelow41() throws IOException {
        for (String file : List.of("fields.yml", "result-types.yml")) {
            Files.copy(Path.of("jobs/reference", file), folder.resolve(file));
        }
        Files.writeString(folder.resolve(ProcedureCatalogue.FILE), """
                version: "1"
                procedures:
                  - {code: "1.004873", name: Thử, field: G15-HT, level: XA, essential: false, returnsPaper: true,
                     results: [], from: 2016-01-01, to: 2026-10-30, components: []}
                  - {code: "1.004873", name: Thử, field: G15-HT, level: XA, essential: false, returnsPaper: false,
                     results: [], from: 2026-10-31, components: []}
                """);
        Indicators dated = new Indicators(
                book, ProcedureCatalogue.load(folder), RULES, Clock.fixed(JUST_NOVEMBER, ZoneOffset.UTC));

        Row all = row(dated.report(Indicators.Query.of(OCTOBER)), "*");

        figure(all, "4.1", 2, 4, "50.00", "2.00"); // three of the 31st return none
        figure(all, "4.2", 4, 7, "57.14", "4.29");
    }

    @Test
    void theProvincialColumnsAreThoseOfTheDossiersReceived() {
        assertThat(row(october(), "*").counts().values()).containsExactly(7L, 2L, 5L, 2L, 2L, 4L, 0L, 4L);
        book.mark("H15.12-261030-0004", Mark.SOLVED);
        assertThat(row(october(), "*").counts().values()).containsExactly(7L, 2L, 5L, 2L, 2L, 5L, 1L, 4L);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 5, 6.00", // exactly on the knee
        "799, 1000, 5.99",
        "801, 1000, 6.00",
        "0, 5, 0.00",
        "1, 3, 2.50",
        "5, 5, 6.00"
    })
    void fromTheKneeOnAllPointsAreGiven(long above, long below, String points) {
        IndicatorRules rules = IndicatorRules.load(RULES);
        assertThat(IndicatorTable.score(rules.weight(Indicator.REUSED), rules.knee(), above, below))
                .isEqualTo(new BigDecimal(points));
    }

    @Test
    void aZeroDenominatorIsNotAvailable() {
        IndicatorReport empty = indicators.report(Indicators.Query.of(Period.of("2025")));
        Row all = row(empty, "*");
        assertThat(all.cells())
                .allMatch(cell -> cell.percent() == null && cell.score() == null && cell.band() == Band.NONE);
        assertThat(all.score()).isNull();
        assertThat(IndicatorWriter.text(empty, Language.VI)).contains("N/A");
        assertThat(IndicatorWriter.csv(empty, Language.EN)).contains(",0,0,,,NONE");
        assertThat(IndicatorPage.html(empty, Language.EN)).contains("N/A");
    }

    @Test
    void theFormulaThatIsNotKnownHasNoFigure() {
        Cell unknown = row(october(), "*").cell("4.5").orElseThrow();
        assertThat(unknown.denominator()).isZero();
        assertThat(unknown.percent()).isNull();
    }

    @Test
    void unitsStandInATreeAndAreRankedAmongTheirLike() {
        IndicatorReport report = october();
        assertThat(report.rows())
                .extracting(Row::key)
                .containsExactly("*", "H15", "H15.12", "H15.50.05.13", "H49", "000.00.18.H49");
        assertThat(report.rows()).extracting(Row::depth).containsExactly(0, 1, 2, 2, 1, 2);
        assertThat(row(report, "H15").name()).isEqualTo("Tỉnh Đắk Lắk");
        assertThat(row(report, "H15").counts().get(Column.RECEIVED)).isEqualTo(6);
        assertThat(row(report, "H15").rank()).isEqualTo(1);
        assertThat(row(report, "H49").rank()).isEqualTo(2);
        assertThat(row(report, "H15.12").block()).isEqualTo("SO");
        assertThat(row(report, "H15.50.05.13").block()).isEqualTo("XA");
        assertThat(row(report, "H15.12").rank()).isEqualTo(1);
        assertThat(row(report, "H15.50.05.13").rank()).isEqualTo(1);
    }

    @Test
    void aUnitAProcedureOrAMonthMayBeAskedFor() {
        Row only = row(indicators.report(new Indicators.Query(OCTOBER, By.UNIT, "H15.12", "")), "*");
        assertThat(only.counts().get(Column.RECEIVED)).isEqualTo(4);
        IndicatorReport byProcedure =
                indicators.report(new Indicators.Query(OCTOBER, By.PROCEDURE, "", "1.004873.H15"));
        assertThat(byProcedure.rows()).extracting(Row::key).containsExactly("*", "1.004873");
        assertThat(row(indicators.report(new Indicators.Query(OCTOBER, By.UNIT, "", "2.000001")), "*")
                        .counts()
                        .get(Column.RECEIVED))
                .isZero();
        IndicatorReport byMonth = indicators.report(new Indicators.Query(Period.of("2026"), By.MONTH, "", ""));
        assertThat(byMonth.rows()).extracting(Row::key).containsExactly("*", "2026-09", "2026-10", "2026-11");
    }

    @Test
    void eachNumberOpensItsDossiers() {
        Indicators.Query query = Indicators.Query.of(OCTOBER);
        for (Indicator indicator : Indicator.values()) {
            Cell cell = row(october(), "*").cell(indicator.code()).orElseThrow();
            assertThat(indicators.drill(query, indicator, true)).hasSize((int) cell.numerator());
            assertThat(indicators.drill(query, indicator, false)).hasSize((int) cell.denominator());
        }
        assertThat(indicators.drill(query, Indicator.REUSED, true))
                .extracting(Indicators.Case::dossier)
                .containsExactly("H15.12-261001-0001", "H15.12-261002-0002");
    }

    @Test
    void anIndicatorCountsByTheUnitAndDayThatTheRulesSay() throws IOException {
        book.cases.clear();
        book.cases.add(CaseFacts.parse("H15.12-261003-0003;1.004873;2026-09-30;H15.12;H15.13;H15.14;2026-10-05;CRS"));
        Path rules = folder.resolve("indicators.yml");
        Files.writeString(
                rules,
                Files.readString(RULES)
                        .replace(
                                "\"4.2\", maximum: 6, unit: PROCESSING, period: RECEIVED",
                                "\"4.2\", maximum: 6, unit: ISSUING, period: FINISHED"));
        IndicatorReport report = new Indicators(book, PROCEDURES, rules, Clock.fixed(JUST_NOVEMBER, ZoneOffset.UTC))
                .report(Indicators.Query.of(OCTOBER));
        assertThat(report.rows()).extracting(Row::key).containsExactly("*", "H15", "H15.14");
        figure(row(report, "H15.14"), "4.2", 1, 1, "100.00", "6.00");
        assertThat(row(report, "H15.14").cell("4.3").orElseThrow().denominator())
                .isZero();
        assertThat(IndicatorWriter.text(report, Language.VI)).contains("4.2: đơn vị ban hành, kết thúc trong kỳ");
    }

    @Test
    void monthsEndAtMidnightInHanoi() {
        assertThat(indicators.running()).isEqualTo(Period.of("2026-11"));
        assertThat(indicators.close(OCTOBER, "Trần Thị Mẫu", "").turn()).isEqualTo(1);
        Indicators minuteBefore = new Indicators(
                new BookOfFacts(),
                PROCEDURES,
                RULES,
                Clock.fixed(Instant.parse("2026-10-31T16:59:00Z"), ZoneOffset.UTC));
        assertThat(minuteBefore.running()).isEqualTo(OCTOBER);
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> minuteBefore.close(OCTOBER, "Trần Thị Mẫu", ""))
                .matches(failure -> failure.problem() == Problem.PERIOD_STATE);
    }

    @Test
    void aClosedPeriodKeepsItsFiguresAndSaysHowManyDossiersDiffer() {
        IndicatorReport before = october();
        indicators.close(OCTOBER, "Trần Thị Mẫu", "gửi VP UBND");
        book.mark("H15.12-261030-0004", Mark.REUSED, Mark.RESULT_DIGITISED);
        book.with("H15.12-261015-0077", "H15.12", "2026-10-15", "CRU");

        IndicatorReport after = october();
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.standing().closed()).isTrue();
        assertThat(after.standing().differing()).isEqualTo(2);
        assertThat(after.notes()).anyMatch(note -> note.equals("CLOSED_DIFFERS:2"));
        assertThat(after.notes()).noneMatch(note -> note.startsWith("FIGURES_DIFFER"));
        assertThat(IndicatorWriter.text(after, Language.VI)).contains("Hôm nay có 2 hồ sơ khác");
        assertThat(indicators.drill(Indicators.Query.of(OCTOBER), Indicator.REUSED, true))
                .hasSize(2);
        assertThat(indicators.report(Indicators.Query.of(Period.of("2026-Q4"))).notes())
                .contains("OVERLAPS_CLOSED:2026-10");
    }

    @Test
    void aReopenedPeriodCountsAnewAndTheEarlierClosingStays() {
        indicators.close(OCTOBER, "Trần Thị Mẫu", "");
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> indicators.close(OCTOBER, "Trần Thị Mẫu", ""))
                .matches(failure -> failure.problem() == Problem.PERIOD_STATE);
        book.mark("H15.12-261030-0004", Mark.REUSED);
        indicators.reopen(OCTOBER, "Lê Văn Thử", "hồ sơ bổ sung");
        IndicatorReport open = october();
        assertThat(open.standing().closed()).isFalse();
        assertThat(open.standing().note()).isEqualTo("hồ sơ bổ sung");
        assertThat(row(open, "*").cell("4.3").orElseThrow().numerator()).isEqualTo(3);
        indicators.close(OCTOBER, "Trần Thị Mẫu", "lần hai");
        assertThat(row(october(), "*").cell("4.3").orElseThrow().numerator()).isEqualTo(3);
        assertThat(indicators.acts()).extracting(PeriodState::act).containsExactly("CLOSED", "REOPENED", "CLOSED");
        assertThat(indicators.acts()).extracting(PeriodState::turn).containsExactly(1, 2, 3);
    }

    @Test
    void whoeverSeesOneUnitSeesItsDossiersAloneAndClosesNothing() {
        indicators.close(OCTOBER, "Trần Thị Mẫu", "");
        try (CurrentScope.Held narrow = CurrentScope.narrow(AgencyScope.of("H15.50"))) {
            assertThat(narrow).isNotNull();
            assertThat(row(october(), "*").counts().get(Column.RECEIVED)).isEqualTo(2);
            assertThat(indicators.drill(Indicators.Query.of(OCTOBER), Indicator.DIGITISED, false))
                    .hasSize(2);
            assertThatExceptionOfType(DigitisationException.class)
                    .isThrownBy(() -> indicators.reopen(OCTOBER, "Lê Văn Thử", "x"))
                    .matches(failure -> failure.problem() == Problem.NOT_ALLOWED);
        }
    }

    @Test
    void closedFiguresDoNotFollowChangedRules() throws IOException {
        Path rules = folder.resolve("indicators.yml");
        Files.copy(RULES, rules);
        Indicators mine = new Indicators(book, PROCEDURES, rules, Clock.fixed(JUST_NOVEMBER, ZoneOffset.UTC));
        IndicatorReport before = mine.report(Indicators.Query.of(OCTOBER));
        mine.close(OCTOBER, "Trần Thị Mẫu", "");
        Files.writeString(rules, Files.readString(rules).replace("knee: 0.80", "knee: 0.50"));
        assertThat(mine.report(Indicators.Query.of(OCTOBER)).rows()).isEqualTo(before.rows());
    }

    @ParameterizedTest
    @CsvSource({
        "groupMaximum: 22, groupMaximum: 23, tổng maximum",
        "formula: 766F-1, formula: 766F-9, 766F-9",
        "knee: 0.80, knee: 1.80, knee",
        "knee: 0.80, kneee: 0.80, dòng",
        "'code: \"4.4\"', 'code: \"4.6\"', indicators phải",
        "yellow: 0.65, yellow: 0.85, green >= yellow",
        "columnsUnit: PROCESSING, columnsUnit: NOBODY, dòng"
    })
    void rulesAreReadStrictly(String right, String wrong, String told) throws IOException {
        Path rules = folder.resolve("indicators.yml");
        String text = Files.readString(RULES);
        assertThat(text).contains(right);
        Files.writeString(rules, text.replace(right, wrong));
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> IndicatorRules.load(rules))
                .matches(failure -> failure.problem() == Problem.CONFIGURATION_INVALID)
                .matches(failure -> failure.detail().contains(told), told);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-10-01, 2026-10-31",
        "2026-02, 2026-02-01, 2026-02-28",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026, 2026-01-01, 2026-12-31"
    })
    void aPeriodIsItsDays(String key, LocalDate from, LocalDate to) {
        assertThat(Period.of(key)).isEqualTo(new Period(key, from, to));
        assertThat(Period.between(from, to)).isEqualTo(Period.of(key));
        assertThat(Period.between(from, to.minusDays(1)).closable()).isFalse();
    }

    @Test
    void theWorkbookHoldsNumbersAndNoFormulas() throws IOException {
        byte[] bytes = IndicatorSheet.xlsx(october(), Language.VI);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            int last = sheet.getLastRowNum();
            assertThat(sheet.getRow(last).getCell(0).getStringCellValue()).contains("000.00.18.H49");
            assertThat(sheet.getRow(last).getCell(1).getNumericCellValue()).isEqualTo(1);
            sheet.forEach(
                    each -> each.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }
        assertThat(Markup.cell("=1+1")).isEqualTo("\"'=1+1\"");
    }

    @Test
    void everyFormIsWrittenInBothLanguages() {
        IndicatorReport report = october();
        assertThat(IndicatorPage.html(report, Language.VI))
                .contains("<html lang=\"vi\">", "Chưa số hóa TPHS", "57,14 %");
        assertThat(IndicatorPage.html(report, Language.EN))
                .contains("<html lang=\"en\">", "57.14 %")
                .doesNotContain("<script");
        assertThat(JsonMapper.shared()
                        .readTree(IndicatorWriter.json(report))
                        .at("/rows/0/cells/1/numerator")
                        .asInt())
                .isEqualTo(4);
        assertThat(IndicatorWriter.csv(report, Language.VI).lines()).hasSize(7);
        List<Indicators.Case> cases = indicators.drill(Indicators.Query.of(OCTOBER), Indicator.DIGITISED, false);
        assertThat(IndicatorWriter.csv(cases).lines()).hasSize(8);
        assertThat(IndicatorWriter.text(cases, Language.VI)).endsWith("4 hồ sơ đạt (+) trong 7");
    }
}
