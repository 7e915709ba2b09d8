package vn.sohoa.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Role;
import vn.sohoa.reuse.FindReusable;
import vn.sohoa.reuse.PrecheckProcedure;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.reuse.ReuseRequest;
import vn.sohoa.web.Handout;

/**
 * May a paper on file be used again, and if so, the paper (tái sử dụng). Questions are posted, so that no number of a person stands in
 * an address. Answers are those of {@code sohoa reuse check --json} and {@code sohoa reuse take}.
 */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1/reuse")
class ReuseApi {
    private final FindReusable find;
    private final PrecheckProcedure precheck;
    private final Handout handout;
    private final Looks looks;
    private final Clock clock;

    ReuseApi(FindReusable find, PrecheckProcedure precheck, Handout handout, Looks looks, Clock clock) {
        this.find = find;
        this.precheck = precheck;
        this.handout = handout;
        this.looks = looks;
        this.clock = clock;
    }

    /** @param purpose dossier and purpose; other systems have to say it */
    record ReuseQuestion(
            @Nullable String owner,
            @Nullable String type,
            @Nullable String procedure,
            @Nullable LocalDate on,
            @Nullable String purpose) {}

    record ReuseReason(String code, String message) {}

    record ReuseAnswer(
            ReuseDecision.Answer decision,
            @Nullable String document,
            List<ReuseReason> reasons,
            Map<String, String> evidence) {}

    @PostMapping("/check")
    ReuseAnswer check(@RequestBody ReuseQuestion question, Locale locale, Visitor visitor) {
        String purpose = purpose(question.purpose(), visitor);
        ReuseDecision decision = find.check(new ReuseRequest(
                Asked.owner(question.owner()),
                Asked.given("type", question.type()),
                Asked.procedure(question.procedure()),
                Asked.day(question.on(), clock)));
        looks.at(
                visitor,
                Look.Kind.CHECK,
                decision.document().map(Document::id).stream().toList(),
                purpose);
        return answer(decision, Language.of(locale));
    }

    /** @param purpose dossier and purpose; other systems have to say it */
    record PrecheckQuestion(
            @Nullable String owner,
            @Nullable String procedure,
            @Nullable LocalDate on,
            @Nullable String purpose) {}

    /** What to do about a component. @param answer whether it is to be asked for */
    record PrecheckLine(
            String component,
            String name,
            boolean required,
            PrecheckProcedure.Answer answer,
            String message,
            @Nullable ReuseAnswer judged) {}

    record Precheck(String procedure, String name, String version, LocalDate on, List<PrecheckLine> components) {}

    /** Which components of a procedure a citizen need not hand in. */
    @PostMapping("/precheck")
    Precheck precheck(@RequestBody PrecheckQuestion reception, Locale locale, Visitor visitor) {
        String purpose = purpose(reception.purpose(), visitor);
        PrecheckProcedure.Listing found = precheck.check(
                Asked.owner(reception.owner()),
                Asked.procedure(reception.procedure()),
                Asked.day(reception.on(), clock));
        looks.at(visitor, Look.Kind.CHECK, found.documents(), purpose);
        Language language = Language.of(locale);
        return new Precheck(
                found.procedure().code().base(),
                found.procedure().name(),
                found.version(),
                found.on(),
                found.lines().stream()
                        .map(line -> new PrecheckLine(
                                line.component().code(),
                                line.component().name(),
                                line.component().required(),
                                line.answer(),
                                line.answer().message(language),
                                line.decision()
                                        .map(decision -> answer(decision, language))
                                        .orElse(null)))
                        .toList());
    }

    private static String purpose(@Nullable String purpose, Visitor visitor) {
        return visitor.may(Role.SERVICE) ? Asked.given("purpose", purpose) : Objects.requireNonNullElse(purpose, "");
    }

    private static ReuseAnswer answer(ReuseDecision decision, Language language) {
        return new ReuseAnswer(
                decision.answer(),
                decision.document().map(paper -> paper.id().toString()).orElse(null),
                decision.reasons().stream()
                        .map(reason -> new ReuseReason(reason.name(), reason.message(language)))
                        .toList(),
                decision.evidence());
    }

    record Taking(
            @Nullable String document,
            @Nullable String dossier,
            @Nullable String purpose) {}

    /** The paper and its evidence in a ZIP archive; the act stands in the book of reuse before the first byte goes out. */
    @PostMapping(path = "/take", produces = "application/zip")
    void take(@RequestBody Taking taking, Visitor visitor, HttpServletResponse response) throws IOException {
        handout.take(
                Asked.document(taking.document()),
                Asked.dossier(taking.dossier()),
                Asked.given("purpose", taking.purpose()),
                visitor,
                response);
    }
}
