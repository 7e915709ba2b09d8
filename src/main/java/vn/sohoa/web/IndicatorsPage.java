package vn.sohoa.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.report.Indicator;
import vn.sohoa.report.IndicatorPage;
import vn.sohoa.report.IndicatorReport;
import vn.sohoa.report.Indicators;
import vn.sohoa.report.Period;

/** The indicators of Decision 766/QĐ-TTg as charts and a table; each figure opens the dossiers behind it. */
@Controller
@Profile("!worker")
class IndicatorsPage {
    private final Indicators indicators;

    IndicatorsPage(Indicators indicators) {
        this.indicators = indicators;
    }

    @GetMapping("/chi-tieu")
    String report(
            @RequestParam(name = "ky", defaultValue = "") String period,
            @RequestParam(name = "theo", defaultValue = "UNIT") IndicatorReport.By by,
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            @RequestParam(name = "thu-tuc", defaultValue = "") String procedure,
            @ModelAttribute("words") Words words,
            Model model) {
        Indicators.Query query = query(period, by, unit, procedure);
        IndicatorReport report = indicators.report(query);
        Map<String, String> charts = new LinkedHashMap<>();
        Arrays.stream(Indicator.values())
                .filter(Indicator::counted)
                .forEach(each -> charts.put(
                        each.code() + " " + each.title(words.language()),
                        IndicatorPage.chart(report, each, words.language())));
        model.addAttribute("query", query);
        model.addAttribute("report", report);
        model.addAttribute("charts", charts);
        model.addAttribute(
                "indicators",
                Arrays.stream(Indicator.values()).filter(Indicator::counted).toList());
        model.addAttribute("groups", List.of(IndicatorReport.By.values()));
        return "indicators";
    }

    @GetMapping("/chi-tieu/{indicator}")
    String drill(
            @PathVariable("indicator") String code,
            @RequestParam("ky") String period,
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            @RequestParam(name = "thu-tuc", defaultValue = "") String procedure,
            @RequestParam(name = "tu-so", defaultValue = "false") boolean numerator,
            Model model) {
        Indicator indicator = Indicator.of(code).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, code));
        model.addAttribute("indicator", indicator);
        model.addAttribute("period", period);
        model.addAttribute("unit", unit);
        model.addAttribute("procedure", procedure);
        model.addAttribute("numerator", numerator);
        model.addAttribute(
                "cases",
                indicators.drill(query(period, IndicatorReport.By.UNIT, unit, procedure), indicator, numerator));
        return "indicator-cases";
    }

    private Indicators.Query query(String period, IndicatorReport.By by, String unit, String procedure) {
        Period span = period.isBlank() ? indicators.running() : Period.of(period.strip());
        return new Indicators.Query(span, by, unit.strip(), procedure.strip());
    }
}
