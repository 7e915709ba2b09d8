package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;

/** Problems as RFC 9457 bodies, in the language asked for. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail known(DigitisationException failure, HttpServletRequest request) {
        Language language = "en".equals(request.getParameter("lang")) ? Language.EN : Language.VI;
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(failure.problem().httpStatus()),
                failure.problem().message(language) + " " + failure.problem().remedy(language));
        body.setTitle(failure.problem().name());
        body.setProperty("detail-of", failure.detail());
        return body;
    }
}
