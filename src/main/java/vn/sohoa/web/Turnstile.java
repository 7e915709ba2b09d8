package vn.sohoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.access.AccessSettings;
import vn.sohoa.dossier.Problem;

/**
 * Lets so many requests in at once (giới hạn số yêu cầu đồng thời) and tells the others when to come back: a house that is asked more
 * than it can answer goes on answering what it can, as fast as ever. Looking whether it is well is always possible.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Turnstile extends OncePerRequestFilter {
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Semaphore places;

    Turnstile(AccessSettings settings) {
        this.places = new Semaphore(settings.requestsAtOnce());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FrontDoor.path(request).startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            Refusals.retryAfter(response, LATER);
            Refusals.refuseBriefly(request, response, Problem.OVERLOADED);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
