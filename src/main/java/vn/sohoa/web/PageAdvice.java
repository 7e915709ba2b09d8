package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Problems of pages as a page: what happened, and what to do. */
@Order(1)
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {
    private final Shell shell;

    PageAdvice(Shell shell) {
        this.shell = shell;
    }

    @ExceptionHandler
    ModelAndView known(DigitisationException failure, HttpServletRequest request, Locale locale) {
        return page(failure.problem(), failure.detail(), request, locale);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException failure, HttpServletRequest request, Locale locale) {
        return page(Problem.FILE_TOO_LARGE, "", request, locale);
    }

    /** What does not fit its field, or lacks one. */
    @ExceptionHandler({
        BindException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    ModelAndView unfit(Exception failure, HttpServletRequest request, Locale locale) {
        return page(Problem.FORM_INVALID, "", request, locale);
    }

    private ModelAndView page(Problem problem, String detail, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView("problem");
        page.setStatus(HttpStatusCode.valueOf(problem.httpStatus()));
        Words words = shell.words(locale);
        page.addObject("words", words);
        page.addObject("menu", shell.menu(request, locale));
        page.addObject("visitor", FrontDoor.visitor(request));
        page.addObject("problem", problem);
        page.addObject("details", detail.isBlank() ? List.of() : List.of(words.told(detail)));
        return page;
    }
}
