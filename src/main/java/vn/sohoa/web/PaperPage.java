package vn.sohoa.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Role;
import vn.sohoa.page.PageFile;
import vn.sohoa.reuse.ApproveReusable;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.desk.KindsOfPaper;
import vn.sohoa.workflow.desk.ShowPaper;

/** One paper: its pages beside what was read from them, the verdict on its signatures, its history and who has used it. */
@Controller
@Profile("!worker")
class PaperPage {
    private final ShowPaper show;
    private final KindsOfPaper kinds;
    private final ApproveReusable approve;
    private final Looks looks;
    private final Clock clock;

    PaperPage(ShowPaper show, KindsOfPaper kinds, ApproveReusable approve, Looks looks, Clock clock) {
        this.show = show;
        this.kinds = kinds;
        this.approve = approve;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping("/giay-to/{id}")
    String paper(
            @PathVariable("id") String id,
            @RequestParam(name = "trang", defaultValue = "1") int page,
            Visitor visitor,
            HttpSession session,
            Model model) {
        ShowPaper.Shown shown = show.paper(id(id));
        looks.at(visitor, Look.Kind.FIELDS, shown.paper().id(), "");
        Document paper = shown.paper();
        int wanted = Math.max(1, Math.min(page, Math.max(1, paper.pages())));
        String sought = Objects.toString(session.getAttribute(SearchPage.SOUGHT), "");
        model.addAttribute("shown", shown);
        model.addAttribute("paper", paper);
        model.addAttribute("kind", kinds.name(paper.type().code()));
        model.addAttribute("number", wanted);
        model.addAttribute("mayReuse", visitor.may(Role.PROCESSING_OFFICER));
        model.addAttribute("today", LocalDate.now(clock.withZone(KeepLedger.ZONE)));
        Optional<String> trouble = Optional.empty();
        Optional<Sheet> sheet = Optional.empty();
        try {
            sheet = show.page(shown, wanted).map(seen -> Sheet.of(seen, paper.values(), sought));
        } catch (DigitisationException cannot) {
            trouble = Optional.of(cannot.problem().name());
        }
        model.addAttribute("sheet", sheet.orElse(null));
        model.addAttribute("trouble", trouble.map(Problem::valueOf).orElse(null));
        model.addAttribute("text", text(shown, wanted));
        return "paper";
    }

    /** The picture of a page; the look is in the log before the first byte leaves. */
    @GetMapping("/giay-to/{id}/trang/{page}")
    ResponseEntity<byte[]> picture(@PathVariable("id") String id, @PathVariable("page") int page, Visitor visitor) {
        PageFile file = show.picture(id(id), page)
                .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id + " " + page));
        looks.at(visitor, Look.Kind.PAGE, id(id), "trang " + page);
        MediaType type = file.encoding() == PageFile.Encoding.PNG ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG;
        return ResponseEntity.ok().contentType(type).body(file.bytes());
    }

    /** The second pair of eyes. */
    @PostMapping("/giay-to/{id}/duyet")
    String approve(@PathVariable("id") String id, Visitor visitor, RedirectAttributes after) {
        approve.approve(id(id), visitor.name());
        after.addFlashAttribute("done", "paper.approved");
        after.addFlashAttribute("doneValue", "");
        return "redirect:/giay-to/" + id(id);
    }

    private static @Nullable String text(ShowPaper.Shown shown, int page) {
        return shown.texts().stream()
                .skip(page - 1L)
                .findFirst()
                .map(read -> read.text())
                .orElse(null);
    }

    /** Problem: NOT_FOUND for what is no id. */
    static DocumentId id(String text) {
        try {
            return DocumentId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new DigitisationException(Problem.NOT_FOUND, text, notAnId);
        }
    }
}
