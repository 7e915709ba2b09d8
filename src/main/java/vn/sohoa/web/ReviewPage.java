package vn.sohoa.web;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.page.PageFile;
import vn.sohoa.workflow.desk.KindsOfPaper;
import vn.sohoa.workflow.review.CropDoubts;
import vn.sohoa.workflow.review.DecideReview;
import vn.sohoa.workflow.review.Doubt;
import vn.sohoa.workflow.review.ReviewOrder;
import vn.sohoa.workflow.review.ReviewOutcome;
import vn.sohoa.workflow.review.ReviewQueue;
import vn.sohoa.workflow.review.ShowReview;

/** The desk of review, made for the keyboard: the queue, then one doubt at a time, its picture on the left, its value on the right. */
@Controller
@Profile("!worker")
class ReviewPage {
    private static final int ON_A_PAGE = 50;

    private final ReviewQueue queue;
    private final ShowReview show;
    private final CropDoubts crop;
    private final DecideReview decide;
    private final KindsOfPaper kinds;
    private final Looks looks;

    ReviewPage(
            ReviewQueue queue, ShowReview show, CropDoubts crop, DecideReview decide, KindsOfPaper kinds, Looks looks) {
        this.queue = queue;
        this.show = show;
        this.crop = crop;
        this.decide = decide;
        this.kinds = kinds;
        this.looks = looks;
    }

    /** A picture that travels within the page. @param source a data address */
    record Picture(int page, String source, int width, int height) {

        static Picture of(CropDoubts.Crop crop) {
            PageFile file = crop.picture();
            String type = file.encoding() == PageFile.Encoding.PNG ? "image/png" : "image/jpeg";
            String source = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(file.bytes());
            return new Picture(crop.page(), source, file.shownWidth(), file.shownHeight());
        }
    }

    /** What was decided. @param action accept, correct, reject or rescan */
    record Decision(
            String subject,
            String action,
            @Nullable String value,
            @Nullable String why,
            long seen) {}

    @GetMapping("/kiem-tra")
    String list(
            @RequestParam(name = "don-vi", defaultValue = "") String unit,
            @RequestParam(name = "loai", defaultValue = "") String type,
            @RequestParam(name = "trang", defaultValue = "1") int page,
            Model model) {
        List<ReviewQueue.Entry> all = queue.entries(blankToNull(unit), blankToNull(type));
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        int to = Math.min(all.size(), shown * ON_A_PAGE);
        model.addAttribute("entries", all.subList((shown - 1) * ON_A_PAGE, to));
        model.addAttribute("first", all.stream().findFirst().orElse(null));
        model.addAttribute("all", all.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("unit", unit);
        model.addAttribute("type", type);
        model.addAttribute("kinds", kinds);
        return "review-list";
    }

    @GetMapping("/kiem-tra/{id}")
    String item(@PathVariable("id") String id, Visitor visitor, Model model) {
        DocumentId document = PaperPage.id(id);
        ShowReview.Item item = show.item(document, visitor.name());
        looks.at(visitor, Look.Kind.PAGE, document, item.paper().dossier().value());
        List<DocumentId> waiting = queue.entries(null, null).stream()
                .map(ReviewQueue.Entry::document)
                .toList();
        int at = waiting.indexOf(document);
        Optional<Doubt> doubt = item.open().stream().findFirst();
        model.addAttribute("item", item);
        model.addAttribute("paper", item.paper());
        model.addAttribute("doubt", doubt.orElse(null));
        model.addAttribute(
                "reading",
                doubt.stream().flatMap(d -> d.readings().stream()).findFirst().orElse(null));
        model.addAttribute(
                "picture", doubt.flatMap(d -> picture(item.paper(), d)).orElse(null));
        model.addAttribute("kinds", kinds);
        model.addAttribute("place", at + 1);
        model.addAttribute("waiting", waiting.size());
        model.addAttribute("next", at >= 0 && at + 1 < waiting.size() ? waiting.get(at + 1) : null);
        model.addAttribute("previous", at > 0 ? waiting.get(at - 1) : null);
        return "review";
    }

    /** The place of the reading; where it has none the page shows the whole first page instead. */
    private Optional<Picture> picture(Document paper, Doubt doubt) {
        boolean placed = doubt.readings().stream().anyMatch(reading -> reading.page() > 0);
        return placed
                ? crop.crops(paper, List.of(doubt)).stream()
                        .filter(each -> !each.whole())
                        .findFirst()
                        .map(Picture::of)
                : Optional.empty();
    }

    @PostMapping("/kiem-tra/{id}")
    String decide(
            @PathVariable("id") String id,
            @ModelAttribute("decision") Decision decision,
            Visitor visitor,
            RedirectAttributes after) {
        DocumentId document = PaperPage.id(id);
        List<DocumentId> before = queue.entries(null, null).stream()
                .map(ReviewQueue.Entry::document)
                .toList();
        try {
            ReviewOutcome outcome = outcome(document, decision, visitor);
            after.addFlashAttribute("warnings", outcome.warnings());
            if (outcome.status() == DigitisationStatus.IN_REVIEW) {
                return "redirect:/kiem-tra/" + id;
            }
            after.addFlashAttribute("done", "review.done");
            after.addFlashAttribute("doneValue", outcome.status());
        } catch (DigitisationException refused) {
            if (refused.problem() == Problem.VALUE_INVALID) {
                after.addFlashAttribute("refused", refused);
                return "redirect:/kiem-tra/" + id;
            }
            if (refused.problem() != Problem.ALREADY_DECIDED && refused.problem() != Problem.WRONG_STATUS) {
                throw refused;
            }
            after.addFlashAttribute("refused", refused);
        }
        return next(document, before);
    }

    private ReviewOutcome outcome(DocumentId document, Decision decision, Visitor visitor) {
        long seen = decision.seen();
        return switch (decision.action()) {
            case "rescan" ->
                decide.rescan(document, Objects.requireNonNullElse(decision.why(), ""), seen, visitor.name());
            case "reject" -> decide.decide(order(document, decision, Verdict.REJECTED, visitor));
            case "correct" -> decide.decide(order(document, decision, Verdict.CORRECTED, visitor));
            case "accept" -> decide.decide(order(document, decision, Verdict.ACCEPTED, visitor));
            default -> throw new DigitisationException(Problem.FORM_INVALID, "action");
        };
    }

    private static ReviewOrder order(DocumentId document, Decision decision, Verdict verdict, Visitor visitor) {
        String value = verdict == Verdict.CORRECTED ? decision.value() : null;
        return new ReviewOrder(document, decision.subject(), verdict, value, decision.seen(), visitor.name());
    }

    /** The paper that followed in the queue and still waits; else the first; else the empty list. */
    private String next(DocumentId decided, List<DocumentId> before) {
        List<DocumentId> now = queue.entries(null, null).stream()
                .map(ReviewQueue.Entry::document)
                .filter(each -> !each.equals(decided))
                .toList();
        return before.stream()
                .dropWhile(each -> !each.equals(decided))
                .skip(1)
                .filter(now::contains)
                .findFirst()
                .or(() -> now.stream().findFirst())
                .map(each -> "redirect:/kiem-tra/" + each)
                .orElse("redirect:/kiem-tra");
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
