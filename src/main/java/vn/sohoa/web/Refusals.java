package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.access.SignedIn;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;

/** How somebody is turned away: programs get a problem (RFC 9457), people the page to sign in or a status. */
final class Refusals {
    private static final String SIGN_IN = "/dang-nhap";

    private Refusals() {}

    static void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ofPeople(request)) {
            send(request, response, SIGN_IN);
        } else {
            refuse(request, response, Problem.SIGN_IN_NEEDED);
        }
    }

    static void choreFirst(HttpServletRequest request, HttpServletResponse response, SignedIn.Chore chore)
            throws IOException {
        if (ofPeople(request)) {
            send(request, response, place(chore));
        } else {
            refuse(request, response, Problem.NOT_ALLOWED);
        }
    }

    /** Where a chore is done. */
    static String place(SignedIn.Chore chore) {
        return switch (chore) {
            case NONE -> "/";
            case CHANGE_PASSWORD -> "/doi-mat-khau";
            case ENROL_SECOND_FACTOR -> "/ma-xac-thuc";
        };
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (ofPeople(request)) {
            response.sendError(problem.httpStatus());
            return;
        }
        write(request, response, problem);
    }

    /** The same without a page around it: the page of an error costs what is short, and reads what was sent. */
    static void refuseBriefly(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (!ofPeople(request)) {
            write(request, response, problem);
            return;
        }
        response.setStatus(problem.httpStatus());
        response.setContentType("text/plain;charset=UTF-8");
        String text = problem.message(Language.VI) + " " + problem.remedy(Language.VI) + "\n"
                + problem.message(Language.EN) + " " + problem.remedy(Language.EN) + "\n";
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        Language language = language(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.name());
        body.put("status", problem.httpStatus());
        body.put("detail", problem.message(language) + " " + problem.remedy(language));
        response.setStatus(problem.httpStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    /** As the program asks for it; the address of a program goes before its header. Looks at no form, which would read the body. */
    static Language language(HttpServletRequest request) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals("en");
        return query.contains("lang=en") || (english && !query.contains("lang=vi")) ? Language.EN : Language.VI;
    }

    /** Tells when to come back; nothing where there is no need to wait. */
    static void retryAfter(HttpServletResponse response, Duration wait) {
        if (!wait.isZero()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
        }
    }

    private static boolean ofPeople(HttpServletRequest request) {
        String path = FrontDoor.path(request);
        return !path.startsWith("/api/") && !path.startsWith("/actuator");
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String place)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", place); // a piece of a page is not replaced by the page to sign in
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(place);
        }
    }
}
