package vn.sohoa.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.reuse.OwnerStore;
import vn.sohoa.reuse.PrecheckProcedure;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.desk.KindsOfPaper;

/**
 * The electronic store of one person or organisation, and which components of a procedure need not be asked for again.
 * The number is posted, never part of an address.
 */
@Controller
@Profile("!worker")
class OwnerPage {
    private final OwnerStore store;
    private final TrackDossier track;
    private final PrecheckProcedure precheck;
    private final KindsOfPaper kinds;
    private final Looks looks;
    private final Clock clock;

    OwnerPage(
            OwnerStore store,
            TrackDossier track,
            PrecheckProcedure precheck,
            KindsOfPaper kinds,
            Looks looks,
            Clock clock) {
        this.store = store;
        this.track = track;
        this.precheck = precheck;
        this.kinds = kinds;
        this.looks = looks;
        this.clock = clock;
    }

    /** What was filled in. */
    record Asked(
            @Nullable String owner,
            @Nullable String purpose,
            @Nullable String procedure) {}

    /** Another number of the owner. @param address of the paper that says so, or null if the visitor may not see it */
    record OtherNumber(
            String masked,
            ExtractedValue.Method method,
            int page,
            @Nullable String address) {}

    @GetMapping("/chu-giay-to")
    String form(@ModelAttribute("asked") Asked asked) {
        return "owner";
    }

    @PostMapping("/chu-giay-to")
    String open(@ModelAttribute("asked") Asked asked, Visitor visitor, Model model) {
        OwnerId owner = OwnerId.find(text(asked.owner()))
                .orElseThrow(() -> new DigitisationException(
                        Problem.FORM_INVALID,
                        "số định danh 12 chữ số, mã số thuế 10 hoặc 13 chữ số, số CMND 9 chữ số"));
        String purpose = text(asked.purpose());
        if (purpose.isEmpty()) {
            throw new DigitisationException(Problem.FORM_INVALID, "mục đích");
        }
        looks.at(visitor, Look.Kind.OWNER, OwnerId.maskedIn(purpose));
        OwnerStore.Content content = store.open(owner);
        looks.at(visitor, Look.Kind.OWNER, content.documents(), OwnerId.maskedIn(purpose));
        model.addAttribute("kept", content);
        model.addAttribute("numbers", numbers(content, visitor));
        model.addAttribute("undecided", undecided(content, visitor));
        model.addAttribute("kinds", kinds);
        model.addAttribute("listing", listing(owner, text(asked.procedure())).orElse(null));
        return "owner";
    }

    private List<OtherNumber> numbers(OwnerStore.Content content, Visitor visitor) {
        return content.numbers().linked().entrySet().stream()
                .map(other -> new OtherNumber(
                        other.getKey().masked(),
                        other.getValue().method(),
                        other.getValue().page(),
                        address(other.getValue(), visitor).orElse(null)))
                .toList();
    }

    /** Where the visitor may decide on what waits. */
    private List<String> undecided(OwnerStore.Content content, Visitor visitor) {
        return AccessTable.mayRead(visitor, OwnerLinksPage.PATH)
                ? content.numbers().open().stream()
                        .flatMap(link -> address(link, visitor).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The paper itself, or the desk for those who decide there. */
    private Optional<String> address(OwnerLink link, Visitor visitor) {
        String place = AccessTable.mayRead(visitor, OwnerLinksPage.PATH) ? OwnerLinksPage.PATH + "/" : "/giay-to/";
        return track.document(link.document()).map(paper -> place + paper.id());
    }

    private Optional<PrecheckProcedure.Listing> listing(OwnerId owner, String procedure) {
        if (procedure.isEmpty()) {
            return Optional.empty();
        }
        if (!CodeFormat.TTHC.holds(procedure)) {
            throw new DigitisationException(Problem.FORM_INVALID, "mã thủ tục: " + procedure);
        }
        LocalDate today = LocalDate.now(clock.withZone(KeepLedger.ZONE));
        return Optional.of(precheck.check(owner, new ProcedureCode(procedure), today));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
