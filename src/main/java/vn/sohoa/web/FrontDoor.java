package vn.sohoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;
import vn.sohoa.access.Rates;
import vn.sohoa.access.Scoped;
import vn.sohoa.access.SignedIn;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Problem;

/**
 * Looks at who comes, at every request: is the session still good, is there something to be done first, may this be asked, how
 * often. Behind it only papers of the visitor's agency are to be had; without a visitor, none.
 */
final class FrontDoor extends OncePerRequestFilter {
    private static final String VISITOR = Visitor.class.getName();

    private final Visitors visitors;
    private final Rates rates;
    private final boolean faceless;

    /** @param faceless whether this is a worker: it has no pages */
    FrontDoor(Visitors visitors, Rates rates, boolean faceless) {
        this.visitors = visitors;
        this.rates = rates;
        this.faceless = faceless;
    }

    /** Who asks, as this filter found out. */
    static Optional<Visitor> visitor(HttpServletRequest request) {
        return Optional.ofNullable((Visitor) request.getAttribute(VISITOR));
    }

    static String path(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AccessTable.Row> row = AccessTable.row(request.getMethod(), path(request));
        if (row.isEmpty() || (faceless && !row.get().isForMachines())) {
            Refusals.refuse(request, response, Problem.NOT_FOUND);
            return;
        }
        AccessTable.Gate gate = row.get().gate();
        boolean onTheMachine = gate == AccessTable.Gate.MACHINE && KnownHosts.isHere(request);
        boolean free = gate == AccessTable.Gate.OPEN || onTheMachine;
        Authentication proof = SecurityContextHolder.getContext().getAuthentication();
        Optional<SignedIn> session = visitors.here(proof);
        Optional<Visitor> visitor = session.map(SignedIn::visitor).or(() -> visitors.elsewhere(proof, request));
        if (!free && visitor.isEmpty()) {
            end(request);
            Refusals.signInFirst(request, response);
        } else if (!free && chore(session, request).isPresent()) {
            Refusals.choreFirst(request, response, chore(session, request).get());
        } else if (!free && !row.get().letsIn(visitor.orElseThrow())) {
            Refusals.refuse(request, response, Problem.NOT_ALLOWED);
        } else if (row.get().counted() && tooOften(visitor.orElseThrow(), request, response)) {
            Refusals.refuse(request, response, Problem.TOO_MANY_REQUESTS);
        } else {
            request.setAttribute(VISITOR, visitor.orElse(null));
            Scoped scope = Scoped.to(visitor);
            try {
                chain.doFilter(request, response);
            } finally {
                scope.close();
            }
        }
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** What has to be done before this may be asked; leaving is always possible. */
    private static Optional<SignedIn.Chore> chore(Optional<SignedIn> session, HttpServletRequest request) {
        return session.map(SignedIn::chore)
                .filter(chore -> chore != SignedIn.Chore.NONE)
                .filter(chore ->
                        !path(request).equals("/dang-xuat") && !path(request).equals(Refusals.place(chore)));
    }

    private boolean tooOften(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Duration wait =
                request.getMethod().equals("GET") && request.getParameterMap().isEmpty()
                        ? Duration.ZERO
                        : rates.search(visitor);
        Refusals.retryAfter(response, wait);
        return !wait.isZero();
    }
}
