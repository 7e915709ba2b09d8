package vn.sohoa.web;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import vn.sohoa.access.SignedIn;

/** The proof that a session holds: somebody signed in here. Rights are not in it; they are looked up at each request. */
final class VisitorToken extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient SignedIn session;

    VisitorToken(SignedIn session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    SignedIn session() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.visitor().name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VisitorToken token && token.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
