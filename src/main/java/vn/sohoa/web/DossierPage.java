package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.RetryDocument;
import vn.sohoa.workflow.SubmitDossier;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.desk.KindsOfPaper;

/** One dossier with its papers; and the form by which a new one is handed in. */
@Controller
@Profile("!worker")
class DossierPage {
    private static final int LONGEST_KEY = 200;

    private final TrackDossier track;
    private final RetryDocument retry;
    private final SubmitDossier submit;
    private final KindsOfPaper kinds;

    DossierPage(TrackDossier track, RetryDocument retry, SubmitDossier submit, KindsOfPaper kinds) {
        this.track = track;
        this.retry = retry;
        this.submit = submit;
        this.kinds = kinds;
    }

    @GetMapping("/ho-so")
    String find(@RequestParam(name = "ma", defaultValue = "") String code) {
        return "redirect:/ho-so/" + code(code).value();
    }

    @GetMapping("/ho-so/{code}")
    String dossier(@PathVariable("code") String code, Model model) {
        TrackDossier.Tracked found =
                track.dossier(code(code)).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, code));
        model.addAttribute("dossier", found.dossier());
        model.addAttribute("papers", found.papers());
        model.addAttribute("notes", track.notes(found.dossier()));
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                "again",
                found.papers().stream()
                        .anyMatch(paper ->
                                paper.status().name().equals("QUARANTINED") && paper.problem() != Problem.SECRET_MARK));
        return "dossier";
    }

    @PostMapping("/ho-so/{code}/chay-lai")
    String again(@PathVariable("code") String code, Visitor visitor, RedirectAttributes after) {
        int papers = retry.retry(code(code), visitor.name()).size();
        after.addFlashAttribute("done", "dossier.again.done");
        after.addFlashAttribute("doneValue", papers);
        return "redirect:/ho-so/" + code;
    }

    @GetMapping("/nop")
    String form(Model model) {
        model.addAttribute("key", UUID.randomUUID());
        return "submit";
    }

    @PostMapping("/nop")
    String submit(
            @ModelAttribute("form") HandInForm form,
            Visitor visitor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        String key = Objects.requireNonNullElse(form.key(), "");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new DigitisationException(Problem.FORM_INVALID, "key");
        }
        try {
            SubmitDossier.Submitted taken = submit.submit(visitor.name(), key, form.parts(), visitor.scope());
            after.addFlashAttribute("done", "submit.done");
            after.addFlashAttribute("doneValue", taken.dossier().value());
            return "redirect:/nop";
        } catch (DigitisationException refused) { // what was filled in stays; files are chosen again
            response.setStatus(refused.problem().httpStatus());
            model.addAttribute("refused", HandInForm.refusal(refused));
            model.addAttribute("key", refused.problem() == Problem.KEY_USED ? UUID.randomUUID() : key);
            return "submit";
        }
    }

    private static DossierCode code(String text) {
        if (!CodeFormat.HOSO.holds(text.strip())) {
            throw new DigitisationException(Problem.DOSSIER_CODE_INVALID, "mã hồ sơ: " + text);
        }
        return new DossierCode(text.strip());
    }
}
