package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.access.Rates;
import vn.sohoa.access.SignIn;
import vn.sohoa.access.SignedIn;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Signing in and out (đăng nhập, đăng xuất). */
@Controller
@Profile("!worker")
class SignInPage {
    private static final String PAGE = "sign-in";

    private final SignIn signIn;
    private final Rates rates;
    private final SecurityContextRepository sessions;
    private final CsrfTokenRepository formMarks;
    private final List<ClientRegistration> elsewhere;

    SignInPage(
            SignIn signIn,
            Rates rates,
            SecurityContextRepository sessions,
            CsrfTokenRepository formMarks,
            ObjectProvider<ClientRegistrationRepository> elsewhere) {
        this.signIn = signIn;
        this.rates = rates;
        this.sessions = sessions;
        this.formMarks = formMarks;
        this.elsewhere = elsewhere.getIfAvailable() instanceof Iterable<?> known
                ? StreamSupport.stream(known.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .toList()
                : List.of();
    }

    @GetMapping("/dang-nhap")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("elsewhere", elsewhere);
        return FrontDoor.visitor(request)
                .map(visitor -> "redirect:" + AccessTable.home(visitor))
                .orElse(PAGE);
    }

    @PostMapping("/dang-nhap")
    String signIn(
            @RequestParam("name") String name,
            @RequestParam("password") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Duration wait = rates.signIn(name, request.getRemoteAddr());
        if (!wait.isZero()) {
            Refusals.retryAfter(response, wait);
            return again(Problem.TOO_MANY_REQUESTS, name, response, model);
        }
        try {
            SignedIn session = signIn.signIn(name, password, code, request.getRemoteAddr());
            begin(session, request, response);
            return "redirect:" + AccessTable.home(session.visitor());
        } catch (DigitisationException refused) {
            return again(refused.problem(), name, response, model);
        }
    }

    private String again(Problem problem, String name, HttpServletResponse response, Model model) {
        response.setStatus(problem.httpStatus());
        model.addAttribute("problem", problem);
        model.addAttribute("tried", name);
        model.addAttribute("elsewhere", elsewhere);
        return PAGE;
    }

    @PostMapping("/dang-xuat")
    String signOut(Visitor visitor, HttpServletRequest request) {
        signIn.signOut(visitor);
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/dang-nhap";
    }

    /** A new id, so that nobody who knew the old one is signed in too; a new mark for forms. */
    private void begin(SignedIn session, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        keep(session, sessions, request, response);
        formMarks.saveToken(null, request, response);
    }

    static void keep(
            SignedIn session,
            SecurityContextRepository sessions,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new VisitorToken(session));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
