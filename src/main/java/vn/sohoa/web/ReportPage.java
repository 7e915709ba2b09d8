package vn.sohoa.web;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.dossier.Language;
import vn.sohoa.report.MorningReport;
import vn.sohoa.report.ReportWriter;

/** The morning report as a page to print. */
@RestController
@Profile("!worker")
class ReportPage {
    private final MorningReport report;

    ReportPage(MorningReport report) {
        this.report = report;
    }

    @GetMapping(path = "/bao-cao", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(@RequestParam(name = "lang", defaultValue = "vi") String lang) {
        Language language = lang.equals("en") ? Language.EN : Language.VI;
        return ReportWriter.html(report.of(Optional.empty(), language), language);
    }
}
