package vn.sohoa.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Visitor;
import vn.sohoa.reuse.ReuseLedger;

/** Whom to tell since a paper that was used has been withdrawn, until somebody has seen to it. */
@Controller
@Profile("!worker")
class RecallsPage {
    private final ReuseLedger ledger;

    RecallsPage(ReuseLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/thu-hoi")
    String recalls(Model model) {
        model.addAttribute("open", ledger.recalls(true));
        model.addAttribute("settled", ledger.recalls(false));
        return "recalls";
    }

    @PostMapping("/thu-hoi/{recall}")
    String settle(
            @PathVariable("recall") long recall,
            @RequestParam("note") String note,
            Visitor visitor,
            RedirectAttributes after) {
        ledger.settle(recall, visitor.name(), note);
        after.addFlashAttribute("done", "recalls.done");
        after.addFlashAttribute("doneValue", recall);
        return "redirect:/thu-hoi";
    }
}
