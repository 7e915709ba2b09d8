package vn.sohoa.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.SohoaApplication;
import vn.sohoa.catalog.IndicatorBook;
import vn.sohoa.report.Indicator;
import vn.sohoa.report.IndicatorPage;
import vn.sohoa.report.IndicatorReport;
import vn.sohoa.report.IndicatorSheet;
import vn.sohoa.report.Indicators;
import vn.sohoa.report.Period;

/**
 * How long the indicators of a month take on H2. {@code IndicatorBench [dossiers of the month, 100000]}: three papers a dossier with
 * rows of two kilobytes, the results pushed, every tenth dossier with reuse.
 */
public final class IndicatorBench {
    private static final Period MONTH = Period.of("2026-10");
    private static final int TIMES = 3;

    private IndicatorBench() {}

    /** @param arguments number of dossiers */
    public static void main(String[] arguments) throws Exception {
        int dossiers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path data = Files.createTempDirectory("indicator-bench");
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--sohoa.home=" + Path.of("").toAbsolutePath(), "--sohoa.data=" + data)) {
            fill(house.getBean(DataSource.class), dossiers);
            IndicatorBook book = house.getBean(IndicatorBook.class);
            Indicators indicators = house.getBean(Indicators.class);
            Indicators.Query query = Indicators.Query.of(MONTH);
            System.out.println("| " + dossiers + " dossiers | ms, " + TIMES + " times |\n|---|---|");
            time("facts", () -> book.facts(MONTH.from(), MONTH.to(), false));
            time("report", () -> indicators.report(query));
            time("drill", () -> indicators.drill(query, Indicator.REUSED, true));
            IndicatorReport report = indicators.report(query);
            time("html", () -> IndicatorPage.html(report, vn.sohoa.dossier.Language.VI));
            time("xlsx", () -> IndicatorSheet.xlsx(report, vn.sohoa.dossier.Language.VI));
            long begin = System.nanoTime();
            indicators.close(MONTH, "bench", "");
            System.out.println("| close | " + millis(begin) + " |");
            time("report, closed", () -> indicators.report(query));
        }
    }

    private static void fill(DataSource source, int dossiers) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement run = connection.createStatement()) {
            run.execute("insert into dossier (code, procedure_code, received_on, receiving_unit, processing_unit)"
                    + " select 'H15.' || (10 + mod(x, 40)) || '-2610' || lpad(1 + mod(x, 31), 2, '0') || '-' || lpad(x, 7, '0'),"
                    + " '1.00' || (4000 + mod(x, 50)), dateadd('DAY', mod(x, 31), date '2026-10-01'),"
                    + " 'H15.' || (10 + mod(x, 40)), 'H15.' || (10 + mod(x, 40)) from system_range(1, " + dossiers + ")");
            for (int paper = 1; paper <= TIMES; paper++) {
                run.execute("insert into document (id, version, dossier_code, ordinal, source_name, source_sha256, source_bytes,"
                        + " title, copy_form, show_only, is_result, received_at, status, standing, media_type, pages, type_code,"
                        + " type_name, type_confidence, field_values, problem_detail, objects) select random_uuid(), 5, code, "
                        + paper + ", 'a.pdf', repeat('0', 64), 1, 't', 'ORIGINAL', false, " + (paper == TIMES)
                        + ", current_timestamp, 'STORED', 'CANDIDATE', 'application/pdf', 1, 'X', 'X', 90, repeat('x', 1500),"
                        + " '', repeat('y', 500) from dossier");
            }
            run.execute("insert into outbox (topic, document_id, version, sent_at)"
                    + " select 'PORTAL', id, 5, current_timestamp from document where is_result");
            run.execute("insert into paper_handling (document_id, reuse, national_store)"
                    + " select id, 'COMPONENT', false from document where ordinal = 1 and dossier_code like '%0'");
        }
    }

    private static void time(String what, Callable<?> work) throws Exception {
        StringBuilder line = new StringBuilder("| " + what + " | ");
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.call();
            line.append(millis(begin)).append(i < TIMES - 1 ? ", " : " |");
        }
        System.out.println(line);
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
