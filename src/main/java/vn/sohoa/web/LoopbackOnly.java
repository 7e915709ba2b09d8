package vn.sohoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Until there are accounts, only this machine may ask: another bind address is refused at start, another host name (a page
 * elsewhere that resolves its own name to this machine) at each request. Also sets the headers that every answer carries.
 */
@Component
class LoopbackOnly extends OncePerRequestFilter implements InitializingBean {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Environment environment;

    LoopbackOnly(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() throws ServletException {
        super.afterPropertiesSet();
        String address = environment.getProperty("server.address", "0.0.0.0");
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw new DigitisationException(Problem.CONFIGURATION_INVALID, "server.address " + address);
            }
        } catch (java.net.UnknownHostException unknown) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "server.address " + address, unknown);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!NAMES.contains(request.getServerName())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}
