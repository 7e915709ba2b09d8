package vn.sohoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.access.AccessSettings;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The names under which this house may be asked for; a page elsewhere that resolves its own name to this machine is turned away.
 * Whoever lets other machines ask has to name the house and to have TLS, of its own or of a proxy: refused at start else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class KnownHosts extends OncePerRequestFilter implements InitializingBean {
    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Environment environment;
    private final Set<String> names;

    KnownHosts(Environment environment, AccessSettings settings) {
        this.environment = environment;
        this.names = new TreeSet<>(OWN);
        names.addAll(settings.hosts());
    }

    /** Whether a program on this machine asks, not through a proxy. */
    static boolean isHere(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    @Override
    public void afterPropertiesSet() throws ServletException {
        super.afterPropertiesSet();
        String address = environment.getProperty("server.address", "0.0.0.0");
        if (!isLoopback(address) && (names.equals(OWN) || !hasTls())) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    "server.address " + address + ": sohoa.access.hosts, server.ssl / server.forward-headers-strategy");
        }
    }

    private boolean hasTls() {
        return environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || "native".equalsIgnoreCase(environment.getProperty("server.forward-headers-strategy"));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (names.contains(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN); // no page of an error: it reads what was sent
        }
    }
}
