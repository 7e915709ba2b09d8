package vn.sohoa.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * What a request may bring with it, before anything of it is read (giới hạn kích thước yêu cầu): forms and JSON are small; files are
 * taken only at the addresses of {@link AccessTable} that take them, and only from those who are signed in and may. Stands before
 * whatever looks for a field of a form, for looking for one writes the files of the request to the disk.
 */
final class BodyLimits extends OncePerRequestFilter {
    /** Of a form or of JSON, in bytes. */
    static final int MOST = 256 * 1024;

    /** A token as the framework takes one; what it does not take for a token is asked for the field of a form. */
    private static final Pattern BEARER = Pattern.compile("Bearer [a-zA-Z0-9-._~+/]+=*", Pattern.CASE_INSENSITIVE);

    private final Visitors visitors;
    private final boolean bearers;

    /** @param bearers whether tokens are looked at; a request with one is not asked for the field of a form */
    BodyLimits(Visitors visitors, boolean bearers) {
        this.visitors = visitors;
        this.bearers = bearers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request)) {
            Optional<Problem> refusal = refusal(request);
            if (refusal.isEmpty()) {
                chain.doFilter(request, response);
            } else if (refusal.get() == Problem.SIGN_IN_NEEDED) {
                Refusals.signInFirst(request, response);
            } else {
                Refusals.refuseBriefly(request, response, refusal.get());
            }
        } else if (request.getContentLengthLong() > MOST) {
            Refusals.refuseBriefly(request, response, Problem.REQUEST_TOO_LARGE);
        } else {
            chain.doFilter(new Measured(request), response);
        }
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        Optional<AccessTable.Row> row = AccessTable.row(request.getMethod(), FrontDoor.path(request));
        if (row.isEmpty()) {
            return Optional.of(Problem.NOT_FOUND);
        }
        if (!row.get().takesFiles()) {
            return Optional.of(Problem.TYPE_NOT_ACCEPTED);
        }
        String proof = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        if (bearers && BEARER.matcher(proof).matches()) {
            return Optional.empty(); // the door looks at the token before anybody looks for a field
        }
        Optional<Visitor> visitor =
                visitors.of(SecurityContextHolder.getContext().getAuthentication(), request);
        if (visitor.isEmpty()) {
            return Optional.of(Problem.SIGN_IN_NEEDED);
        }
        return row.get().letsIn(visitor.get()) ? Optional.empty() : Optional.of(Problem.NOT_ALLOWED);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** A body that gives no more than it may, also where its length was not said. */
    private static final class Measured extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream body;

        Measured(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream known = body;
            if (known == null) {
                known = new MeasuredBody(super.getInputStream());
                body = known;
            }
            return known;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class MeasuredBody extends ServletInputStream {
        private final ServletInputStream body;
        private int read;

        MeasuredBody(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int more = body.read(into, from, most);
            count(Math.max(0, more));
            return more;
        }

        private void count(int more) {
            read += more;
            if (read > MOST) {
                throw new DigitisationException(Problem.REQUEST_TOO_LARGE, "");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
