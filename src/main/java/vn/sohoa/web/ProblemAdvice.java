package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.PageFault;

/** Problems of the API as RFC 9457 bodies, in the language asked for. */
@Order(0)
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail known(DigitisationException failure, HttpServletRequest request) {
        Language language = Refusals.language(request);
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(failure.problem().httpStatus()),
                failure.problem().message(language) + " " + failure.problem().remedy(language));
        body.setTitle(failure.problem().name());
        body.setProperty("detail-of", PageFault.told(failure.detail(), language));
        return body;
    }

    /** A body that is larger than it may be breaks off while it is read. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unread, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = unread.getMostSpecificCause();
        if (cause instanceof DigitisationException failure && request instanceof ServletWebRequest servlet) {
            ProblemDetail body = known(failure, servlet.getRequest());
            return handleExceptionInternal(unread, body, headers, HttpStatusCode.valueOf(body.getStatus()), request);
        }
        return super.handleHttpMessageNotReadable(unread, headers, status, request);
    }
}
