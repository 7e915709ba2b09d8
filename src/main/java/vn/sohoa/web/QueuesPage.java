package vn.sohoa.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Visitor;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.SignMaster;
import vn.sohoa.workflow.desk.RescanList;

/** What waits for a scanning officer: papers to be scanned again (a list to print), and scans to be signed. */
@Controller
@Profile("!worker")
class QueuesPage {
    private static final String SCANNER = "scanner";

    private final RescanList rescan;
    private final SignMaster sign;
    private final Clock clock;

    QueuesPage(RescanList rescan, SignMaster sign, Clock clock) {
        this.rescan = rescan;
        this.sign = sign;
        this.clock = clock;
    }

    @GetMapping("/quet-lai")
    String rescan(@RequestParam(name = "don-vi", defaultValue = "") String unit, Model model) {
        model.addAttribute("units", rescan.byUnit(unit.isBlank() ? null : unit.strip()));
        model.addAttribute("unit", unit);
        model.addAttribute("today", LocalDate.now(clock.withZone(KeepLedger.ZONE)));
        return "rescan";
    }

    @GetMapping("/ky-so")
    String waiting(Model model) {
        List<SignMaster.Waiting> waiting = sign.waiting(null);
        model.addAttribute("waiting", waiting);
        return "sign";
    }

    /** One paper, with the token of this house; a person's own token signs by {@code sohoa sign --queue} at his desk. */
    @PostMapping("/ky-so/{id}")
    String sign(@PathVariable("id") String id, Visitor visitor, RedirectAttributes after) {
        sign.sign(PaperPage.id(id).toString(), SCANNER, visitor.name());
        after.addFlashAttribute("done", "sign.done");
        after.addFlashAttribute("doneValue", id);
        return "redirect:/ky-so";
    }
}
