package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.sohoa.access.Visitor;

/** What every page knows of its visitor: {@code visitor} (an Optional), for the head of the page. */
@ControllerAdvice(annotations = Controller.class)
class VisitorModel {

    @ModelAttribute("visitor")
    Optional<Visitor> visitor(HttpServletRequest request) {
        return FrontDoor.visitor(request);
    }
}
