package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import vn.sohoa.access.AccessSettings;
import vn.sohoa.access.SignIn;
import vn.sohoa.access.SignedIn;
import vn.sohoa.access.Visitor;

/** Who comes with a request, as far as its session or its token is still good: signed in here, or elsewhere. */
final class Visitors {
    private final Supplier<SignIn> signIn;
    private final TokenVisitors tokens;
    private final AccessSettings settings;
    private final Clock clock;

    Visitors(Supplier<SignIn> signIn, TokenVisitors tokens, AccessSettings settings, Clock clock) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody with an account of ours. */
    Optional<SignedIn> here(@Nullable Authentication proof) {
        return proof instanceof VisitorToken token ? signIn.get().still(token.session()) : Optional.empty();
    }

    /** Somebody who signed in elsewhere, or brings a token. */
    Optional<Visitor> elsewhere(@Nullable Authentication proof, HttpServletRequest request) {
        if (proof == null || proof instanceof VisitorToken || !proof.isAuthenticated()) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        boolean over = session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(settings.session())
                        .isBefore(clock.instant());
        return over ? Optional.empty() : tokens.visitor(proof, request.getRemoteAddr());
    }

    /** Either. */
    Optional<Visitor> of(@Nullable Authentication proof, HttpServletRequest request) {
        return here(proof).map(SignedIn::visitor).or(() -> elsewhere(proof, request));
    }
}
