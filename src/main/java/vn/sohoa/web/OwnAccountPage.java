package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.access.Accounts;
import vn.sohoa.access.SecondFactor;
import vn.sohoa.access.SignIn;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** One's own password and six-digit codes. Other sessions of the account end with a change. */
@Controller
@Profile("!worker")
class OwnAccountPage {
    private static final String PASSWORD = "password";
    private static final String SECOND_FACTOR = "second-factor";
    private static final String PROPOSED = SecondFactor.class.getName();

    private final Accounts accounts;
    private final SignIn signIn;
    private final SecurityContextRepository sessions;

    OwnAccountPage(Accounts accounts, SignIn signIn, SecurityContextRepository sessions) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/doi-mat-khau")
    String password() {
        return PASSWORD;
    }

    @PostMapping("/doi-mat-khau")
    String change(
            Visitor visitor,
            @RequestParam("old") String old,
            @RequestParam("wanted") String wanted,
            @RequestParam("again") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            if (!wanted.equals(again)) {
                throw new DigitisationException(Problem.PASSWORD_WEAK, "");
            }
            accounts.changePassword(visitor, old, wanted);
            return goOn(request, response);
        } catch (DigitisationException refused) {
            return refused(refused, PASSWORD, response, model);
        }
    }

    /** The secret waits in the session until a code of it was typed. */
    @GetMapping("/ma-xac-thuc")
    String secondFactor(Visitor visitor, HttpServletRequest request, Model model) {
        model.addAttribute("proposed", proposed(visitor, request.getSession()));
        return SECOND_FACTOR;
    }

    @PostMapping("/ma-xac-thuc")
    String enrol(
            Visitor visitor,
            @RequestParam("code") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpSession session = request.getSession();
        SecondFactor proposed = proposed(visitor, session);
        model.addAttribute("proposed", proposed);
        try {
            accounts.enrol(visitor, proposed, code);
            session.removeAttribute(PROPOSED);
            return goOn(request, response);
        } catch (DigitisationException refused) {
            return refused(refused, SECOND_FACTOR, response, model);
        }
    }

    private SecondFactor proposed(Visitor visitor, HttpSession session) {
        if (session.getAttribute(PROPOSED) instanceof SecondFactor waiting) {
            return waiting;
        }
        SecondFactor fresh = accounts.proposeSecondFactor(visitor);
        session.setAttribute(PROPOSED, fresh);
        return fresh;
    }

    /** This session goes on with the changed account; those before it have ended. */
    private String goOn(HttpServletRequest request, HttpServletResponse response) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof VisitorToken token) {
            request.changeSessionId();
            SignInPage.keep(signIn.renewed(token.session()), sessions, request, response);
        }
        return "redirect:/dang-nhap"; // which knows where each role begins
    }

    private static String refused(
            DigitisationException refused, String page, HttpServletResponse response, Model model) {
        response.setStatus(refused.problem().httpStatus());
        model.addAttribute("problem", refused.problem());
        return page;
    }
}
