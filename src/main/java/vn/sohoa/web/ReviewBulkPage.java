package vn.sohoa.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.workflow.desk.KindsOfPaper;
import vn.sohoa.workflow.review.ConfirmField;

/** Confirms one field of many papers at once: first what would be confirmed, then the confirmation. */
@Controller
@Profile("!worker")
class ReviewBulkPage {
    private static final int MOST = 200;
    private static final double USUAL = 90;
    private static final List<String> FIELDS = List.of(
            FieldName.CODE_NUMBER,
            FieldName.ISSUED_DATE,
            FieldName.AGENCY,
            FieldName.SUBJECT,
            FieldName.SIGNER,
            FieldName.OWNER_ID,
            FieldName.OWNER_NAME,
            FieldName.VALID_UNTIL);

    private final ConfirmField confirm;
    private final KindsOfPaper kinds;

    ReviewBulkPage(ConfirmField confirm, KindsOfPaper kinds) {
        this.confirm = confirm;
        this.kinds = kinds;
    }

    /** Which values. @param above least confidence, 0 to 100 */
    record Choice(
            @Nullable String field,
            @Nullable Double above,
            @Nullable String type) {

        ConfirmField.Choice wanted() {
            String kind = Objects.requireNonNullElse(type, "");
            double least = Math.max(0, Math.min(100, Objects.requireNonNullElse(above, USUAL)));
            return new ConfirmField.Choice(
                    Objects.requireNonNullElse(field, ""), least, kind.isBlank() ? null : kind, MOST);
        }
    }

    @GetMapping("/xac-nhan")
    String preview(@ModelAttribute("choice") Choice choice, Model model) {
        ConfirmField.Choice wanted = choice.wanted();
        model.addAttribute("fields", FIELDS);
        model.addAttribute("kinds", kinds);
        model.addAttribute("wanted", wanted);
        model.addAttribute("asked", !wanted.field().isBlank());
        model.addAttribute("values", wanted.field().isBlank() ? List.of() : confirm.preview(wanted));
        return "review-bulk";
    }

    @PostMapping("/xac-nhan")
    String confirm(@ModelAttribute("choice") Choice choice, Visitor visitor, RedirectAttributes after) {
        int done = confirm.confirm(choice.wanted(), visitor.name()).size();
        after.addFlashAttribute("done", "bulk.done");
        after.addFlashAttribute("doneValue", done);
        return "redirect:/kiem-tra";
    }
}
