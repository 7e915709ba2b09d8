package vn.sohoa.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.ReferenceState;

/** The reference data by which papers were decided on, with all their states; to read, not to change. */
@Controller
@Profile("!worker")
class ReferencePage {
    private final ReferenceState reference;

    ReferencePage(ReferenceState reference) {
        this.reference = reference;
    }

    @GetMapping("/danh-muc")
    String states(Model model) {
        List<ReferenceState.State> states = new ArrayList<>(reference.states());
        Collections.reverse(states);
        model.addAttribute("states", states);
        return "reference";
    }

    @GetMapping("/danh-muc/tep")
    String file(@RequestParam("ban") String state, @RequestParam("ten") String name, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("name", name);
        model.addAttribute(
                "text",
                reference
                        .text(state, name)
                        .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, state + " " + name)));
        return "reference-file";
    }
}
