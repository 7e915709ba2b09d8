package vn.sohoa.web.api;

import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.report.IndicatorReport;
import vn.sohoa.report.Indicators;
import vn.sohoa.report.Period;

/** {@code GET /api/v1/indicators}: the answer of {@code sohoa report indicators --format json}. */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1/indicators")
class IndicatorApi {
    private final Indicators indicators;

    IndicatorApi(Indicators indicators) {
        this.indicators = indicators;
    }

    /**
     * @param period {@code 2026}, {@code 2026-Q4}, {@code 2026-10}; the running month unless told
     * @param by unit, procedure or month
     */
    @GetMapping
    IndicatorReport report(
            @RequestParam(name = "period", defaultValue = "") String period,
            @RequestParam(name = "by", defaultValue = "unit") String by,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @RequestParam(name = "procedure", defaultValue = "") String procedure) {
        Period asked = period.isBlank() ? indicators.running() : Period.of(period);
        return indicators.report(new Indicators.Query(asked, by(by), unit, procedure));
    }

    private static IndicatorReport.By by(String text) {
        for (IndicatorReport.By by : IndicatorReport.By.values()) {
            if (by.name().equals(text.toUpperCase(Locale.ROOT))) {
                return by;
            }
        }
        throw Asked.usage("by: unit, procedure, month");
    }
}
