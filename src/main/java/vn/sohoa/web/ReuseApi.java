package vn.sohoa.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.reuse.FindReusable;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.reuse.ReuseRequest;
import vn.sohoa.workflow.KeepLedger;

/** {@code GET /api/v1/reusable}: may a paper on file be used again? The same answer as {@code sohoa reuse check --json}. */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1")
class ReuseApi {
    private final FindReusable find;
    private final Clock clock;

    ReuseApi(FindReusable find, Clock clock) {
        this.find = find;
        this.clock = clock;
    }

    record Reason(String code, String message) {}

    record Answer(
            ReuseDecision.Answer decision,
            @Nullable String document,
            List<Reason> reasons,
            Map<String, String> evidence) {}

    @GetMapping("/reusable")
    Answer reusable(
            @RequestParam("owner") String owner,
            @RequestParam("type") String type,
            @RequestParam("procedure") String procedure,
            @RequestParam(name = "on", required = false) @Nullable LocalDate on,
            @RequestParam(name = "lang", defaultValue = "vi") String lang) {
        OwnerId id = OwnerId.find(owner)
                .orElseThrow(() -> new DigitisationException(Problem.USAGE, "owner: 12, 10, 13 / 9 chữ số"));
        if (!CodeFormat.TTHC.holds(procedure)) {
            throw new DigitisationException(Problem.USAGE, "procedure");
        }
        LocalDate day = Optional.ofNullable(on).orElseGet(() -> LocalDate.now(clock.withZone(KeepLedger.ZONE)));
        ReuseDecision decision = find.check(new ReuseRequest(id, type, new ProcedureCode(procedure.strip()), day));
        Language language = lang.equals("en") ? Language.EN : Language.VI;
        return new Answer(
                decision.answer(),
                decision.document().map(paper -> paper.id().toString()).orElse(null),
                decision.reasons().stream()
                        .map(reason -> new Reason(reason.name(), reason.message(language)))
                        .toList(),
                decision.evidence());
    }
}
