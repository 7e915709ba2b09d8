package vn.sohoa.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
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
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.desk.KindsOfPaper;
import vn.sohoa.workflow.desk.ShowPaper;
import vn.sohoa.workflow.review.OwnerLinkDesk;

/** Papers that name an old card number beside a personal id: an officer looks at the page and says whether they are of one person. */
@Controller
@Profile("!worker")
class OwnerLinksPage {
    static final String PATH = "/lien-ket";

    private static final int ON_A_PAGE = 50;

    private final OwnerLinkDesk desk;
    private final TrackDossier track;
    private final ShowPaper show;
    private final KindsOfPaper kinds;
    private final Looks looks;

    OwnerLinksPage(OwnerLinkDesk desk, TrackDossier track, ShowPaper show, KindsOfPaper kinds, Looks looks) {
        this.desk = desk;
        this.track = track;
        this.show = show;
        this.kinds = kinds;
        this.looks = looks;
    }

    /** A saying and the paper that says it. */
    record Row(OwnerLinkDesk.Line line, Document paper) {}

    @GetMapping(PATH)
    String list(@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
        List<OwnerLinkDesk.Line> open = desk.links(true);
        int pages = Math.max(1, (open.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        int to = Math.min(open.size(), shown * ON_A_PAGE);
        model.addAttribute("rows", rows(open.subList((shown - 1) * ON_A_PAGE, to)));
        model.addAttribute(
                "first",
                open.stream().map(line -> line.link().document()).findFirst().orElse(null));
        model.addAttribute("all", open.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("kinds", kinds);
        return "owner-links";
    }

    private List<Row> rows(List<OwnerLinkDesk.Line> lines) {
        return lines.stream()
                .flatMap(line -> track.document(line.link().document()).map(paper -> new Row(line, paper)).stream())
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    String item(@PathVariable("id") String id, Visitor visitor, Model model) {
        DocumentId document = PaperPage.id(id);
        OwnerLinkDesk.Sayings said = desk.of(document);
        ShowPaper.Shown shown = show.paper(document);
        looks.at(visitor, Look.Kind.FIELDS, document, "");
        List<DocumentId> waiting = waiting();
        int at = waiting.indexOf(document);
        model.addAttribute("said", said);
        model.addAttribute("others", rows(said.others()));
        model.addAttribute("paper", shown.paper());
        model.addAttribute("kinds", kinds);
        model.addAttribute("place", at + 1);
        model.addAttribute("waiting", waiting.size());
        model.addAttribute("next", at >= 0 && at + 1 < waiting.size() ? waiting.get(at + 1) : null);
        model.addAttribute("previous", at > 0 ? waiting.get(at - 1) : null);
        picture(shown, said, model);
        return "owner-link";
    }

    /** The page with both numbers framed, or why it cannot be seen. */
    private void picture(ShowPaper.Shown shown, OwnerLinkDesk.Sayings said, Model model) {
        int page = said.here().get(0).link().page();
        Optional<Sheet> sheet = Optional.empty();
        Optional<Problem> trouble = Optional.empty();
        try {
            sheet = show.page(shown, page).map(seen -> Sheet.of(seen, numbers(shown.paper()), ""));
        } catch (DigitisationException cannot) {
            trouble = Optional.of(cannot.problem());
        }
        model.addAttribute("open", shown.open());
        model.addAttribute("sheet", sheet.orElse(null));
        model.addAttribute("trouble", trouble.orElse(null));
    }

    private static List<ExtractedValue> numbers(Document paper) {
        return paper.values().stream()
                .filter(value -> value.field().equals(FieldName.OWNER_ID)
                        || value.field().equals(FieldName.OLD_ID))
                .toList();
    }

    private List<DocumentId> waiting() {
        return desk.links(true).stream()
                .map(line -> line.link().document())
                .distinct()
                .toList();
    }

    @PostMapping(PATH + "/{id}")
    String decide(
            @PathVariable("id") String id,
            @RequestParam("word") String word,
            Visitor visitor,
            RedirectAttributes after) {
        boolean confirmed =
                switch (word) {
                    case "CONFIRMED" -> true;
                    case "REFUSED" -> false;
                    default -> throw new DigitisationException(Problem.FORM_INVALID, "word");
                };
        DocumentId document = PaperPage.id(id);
        List<DocumentId> before = waiting();
        desk.decide(document, confirmed, visitor.name());
        after.addFlashAttribute("done", "links.done." + word);
        after.addFlashAttribute("doneValue", "");
        return "redirect:" + next(document, before);
    }

    /** The paper that followed and still waits; else the first that does; else the empty list. */
    private String next(DocumentId decided, List<DocumentId> before) {
        List<DocumentId> now =
                waiting().stream().filter(each -> !each.equals(decided)).toList();
        return before.stream()
                .dropWhile(each -> !each.equals(decided))
                .skip(1)
                .filter(now::contains)
                .findFirst()
                .or(() -> now.stream().findFirst())
                .map(each -> PATH + "/" + each)
                .orElse(PATH);
    }
}
