package vn.sohoa.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Bounds the sessions of those who have not signed in (phiên của khách): the form of the sign-in page needs one, and anybody may ask
 * for that page. Beyond {@value #MOST} the oldest ends; whoever typed into its form is shown the form again. About 20 MB.
 */
@Component
@Profile("!worker")
final class GuestSessions implements HttpSessionListener, HttpSessionAttributeListener {
    static final int MOST = 10_000;

    private final Map<String, HttpSession> guests = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession oldest = null;
        synchronized (guests) {
            guests.put(event.getSession().getId(), event.getSession());
            if (guests.size() > MOST) {
                Iterator<HttpSession> inOrder = guests.values().iterator();
                oldest = inOrder.next();
                inOrder.remove();
            }
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession());
    }

    /** Somebody has signed in. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)) {
            forget(event.getSession());
        }
    }

    int number() {
        synchronized (guests) {
            return guests.size();
        }
    }

    private void forget(HttpSession session) {
        synchronized (guests) {
            guests.remove(session.getId());
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException overAlready) {
            // it ended by itself meanwhile
        }
    }
}
