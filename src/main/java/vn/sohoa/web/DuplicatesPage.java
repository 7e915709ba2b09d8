package vn.sohoa.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.DuplicatePair.Verdict;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.desk.KindsOfPaper;
import vn.sohoa.workflow.review.DuplicateDesk;

/** Papers that seem to be one, side by side, and the decision. */
@Controller
@Profile("!worker")
class DuplicatesPage {
    private final DuplicateDesk desk;
    private final TrackDossier track;
    private final KindsOfPaper kinds;
    private final Looks looks;

    DuplicatesPage(DuplicateDesk desk, TrackDossier track, KindsOfPaper kinds, Looks looks) {
        this.desk = desk;
        this.track = track;
        this.kinds = kinds;
        this.looks = looks;
    }

    /** A pair in the list. */
    record Row(Document left, Document right, double likeness, boolean sameKey) {}

    /** A field of both. */
    record Line(String field, String left, String right, boolean same) {}

    @GetMapping("/trung-lap")
    String list(Model model) {
        model.addAttribute(
                "pairs",
                desk.pairs(Optional.empty()).stream()
                        .flatMap(pair -> row(pair).stream())
                        .toList());
        model.addAttribute("kinds", kinds);
        return "duplicates";
    }

    /** Empty where one of the two belongs to another agency. */
    private Optional<Row> row(DuplicatePair pair) {
        return track.document(pair.first()).flatMap(left -> track.document(pair.second())
                .map(right -> new Row(left, right, pair.likeness() * 100, pair.sameKey())));
    }

    @GetMapping("/trung-lap/{left}/{right}")
    String pair(@PathVariable("left") String left, @PathVariable("right") String right, Visitor visitor, Model model) {
        DuplicateDesk.SideBySide both = desk.show(PaperPage.id(left), PaperPage.id(right), visitor.name());
        looks.at(
                visitor,
                Look.Kind.FIELDS,
                List.of(both.left().id(), both.right().id()),
                "");
        model.addAttribute("left", both.left());
        model.addAttribute("right", both.right());
        model.addAttribute("papers", List.of(both.left(), both.right()));
        model.addAttribute("pair", both.pair().orElse(null));
        model.addAttribute("lines", lines(both.left(), both.right()));
        model.addAttribute("kinds", kinds);
        return "duplicate";
    }

    private static List<Line> lines(Document left, Document right) {
        Set<String> fields = new LinkedHashSet<>();
        Stream.concat(left.values().stream(), right.values().stream())
                .map(ExtractedValue::field)
                .forEach(fields::add);
        return fields.stream()
                .map(field -> {
                    String one = left.value(field).orElse("");
                    String other = right.value(field).orElse("");
                    return new Line(field, one, other, one.equals(other));
                })
                .toList();
    }

    @PostMapping("/trung-lap/{left}/{right}")
    String decide(
            @PathVariable("left") String left,
            @PathVariable("right") String right,
            @RequestParam("decision") String decision,
            Visitor visitor,
            RedirectAttributes after) {
        boolean leftStands = decision.equals("LEFT_NEWER");
        Verdict verdict =
                switch (decision) {
                    case "KEEP_BOTH" -> Verdict.KEEP_BOTH;
                    case "SAME_AS" -> Verdict.SAME_AS;
                    case "LEFT_NEWER", "RIGHT_NEWER" -> Verdict.NEWER;
                    default -> throw new DigitisationException(Problem.FORM_INVALID, "decision");
                };
        desk.decide(
                PaperPage.id(leftStands ? right : left),
                PaperPage.id(leftStands ? left : right),
                verdict,
                visitor.name());
        after.addFlashAttribute("done", "duplicates.done");
        after.addFlashAttribute("doneValue", "");
        return "redirect:/trung-lap";
    }
}
