package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.reuse.FindReusable;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.reuse.ReuseRequest;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.desk.KindsOfPaper;

/** May this paper be used again for that dossier, and if so: hand it out with its evidence. */
@Controller
@Profile("!worker")
class ReusePage {
    private final FindReusable find;
    private final Handout handout;
    private final TrackDossier dossiers;
    private final KindsOfPaper kinds;
    private final Looks looks;
    private final Clock clock;

    ReusePage(FindReusable find, Handout handout, TrackDossier dossiers, KindsOfPaper kinds, Looks looks, Clock clock) {
        this.find = find;
        this.handout = handout;
        this.dossiers = dossiers;
        this.kinds = kinds;
        this.looks = looks;
        this.clock = clock;
    }

    /** What the officer filled in. @param dossier for which the paper is wanted */
    record Wish(
            @Nullable String dossier,
            @Nullable String procedure,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate on,

            @Nullable String purpose) {}

    @PostMapping("/giay-to/{id}/tai-su-dung")
    String check(
            @PathVariable("id") String id,
            @ModelAttribute("wish") Wish wish,
            @ModelAttribute("words") Words words,
            Visitor visitor,
            Model model) {
        Document paper = paper(id);
        looks.at(visitor, Look.Kind.CHECK, paper.id(), purpose(wish));
        OwnerId owner = paper.owner();
        if (owner == null) {
            throw new DigitisationException(Problem.NOT_REUSABLE, "WRONG_OWNER");
        }
        ReuseDecision decision = find.check(new ReuseRequest(owner, paper.type().code(), procedure(wish), day(wish)));
        model.addAttribute("paper", paper);
        model.addAttribute("kind", kinds.name(paper.type().code()));
        model.addAttribute("decision", decision);
        model.addAttribute("proofs", new ProofWords(words, kinds).of(decision.evidence()));
        model.addAttribute("judged", decision.document().orElse(null));
        model.addAttribute("day", day(wish));
        model.addAttribute("procedure", Objects.toString(procedure(wish), ""));
        return "reuse";
    }

    /** The paper and its evidence in one archive; entered into the book of reuse before the first byte leaves. */
    @PostMapping("/giay-to/{id}/lay")
    void take(
            @PathVariable("id") String id,
            @ModelAttribute("wish") Wish wish,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        String purpose = purpose(wish);
        if (purpose.isEmpty()) {
            throw new DigitisationException(Problem.FORM_INVALID, "mục đích");
        }
        handout.take(PaperPage.id(id), dossier(wish), purpose, visitor, response);
    }

    private Document paper(String id) {
        return dossiers.document(PaperPage.id(id)).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id));
    }

    private static String purpose(Wish wish) {
        return OwnerId.maskedIn(Objects.requireNonNullElse(wish.purpose(), "").strip());
    }

    private LocalDate day(Wish wish) {
        return Optional.ofNullable(wish.on()).orElseGet(() -> LocalDate.now(clock.withZone(KeepLedger.ZONE)));
    }

    /** Of the dossier where it is known here, else as keyed in. */
    private @Nullable ProcedureCode procedure(Wish wish) {
        String given = Objects.requireNonNullElse(wish.procedure(), "").strip();
        if (!given.isEmpty()) {
            if (!CodeFormat.TTHC.holds(given)) {
                throw new DigitisationException(Problem.FORM_INVALID, "mã thủ tục: " + given);
            }
            return new ProcedureCode(given);
        }
        String code = Objects.requireNonNullElse(wish.dossier(), "").strip();
        return CodeFormat.HOSO.holds(code)
                ? dossiers.dossier(new DossierCode(code))
                        .flatMap(found -> found.dossier().procedureCode())
                        .orElse(null)
                : null;
    }

    private static DossierCode dossier(Wish wish) {
        String code = Objects.requireNonNullElse(wish.dossier(), "").strip();
        if (!CodeFormat.HOSO.holds(code)) {
            throw new DigitisationException(Problem.DOSSIER_CODE_INVALID, "mã hồ sơ: " + code);
        }
        return new DossierCode(code);
    }
}
