package vn.sohoa.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.report.MorningReport;

/** The report of a run as a page to print: what is done, and each paper that waits, with a reason and what to do. */
@Controller
@Profile("!worker")
class ReportPage {
    private final MorningReport report;

    ReportPage(MorningReport report) {
        this.report = report;
    }

    /** @param run of this run; of the newest one without it */
    @GetMapping("/bao-cao")
    String page(
            @RequestParam(name = "lan", required = false) @Nullable Long run,
            @ModelAttribute("words") Words words,
            Model model) {
        try {
            model.addAttribute("report", report.of(Optional.ofNullable(run), words.language()));
        } catch (DigitisationException none) {
            if (none.problem() != Problem.NOT_FOUND || run != null) {
                throw none;
            }
            model.addAttribute("report", null); // nothing has run yet
        }
        return "report";
    }
}
