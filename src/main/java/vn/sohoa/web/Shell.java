package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.sohoa.access.Visitor;

/** What stands around every page: where one may go, in which language. */
@ControllerAdvice(annotations = Controller.class)
class Shell {
    /** The pages that have an entry in the menu, in its order: address and name of the text. */
    private static final List<Entry> MENU = List.of(
            new Entry("/", "menu.search"),
            new Entry("/chu-giay-to", "menu.owner"),
            new Entry("/nop", "menu.submit"),
            new Entry("/thu-hoi", "menu.recalls"),
            new Entry("/kiem-tra", "menu.review"),
            new Entry("/quet-lai", "menu.rescan"),
            new Entry("/ky-so", "menu.sign"),
            new Entry("/trung-lap", "menu.duplicates"),
            new Entry("/lien-ket", "menu.links"),
            new Entry("/viec", "menu.jobs"),
            new Entry("/bao-cao", "menu.report"),
            new Entry("/chi-tieu", "menu.indicators"),
            new Entry("/danh-muc", "menu.reference"),
            new Entry("/quan-tri/tai-khoan", "menu.accounts"),
            new Entry("/nhat-ky", "menu.audit"));

    private final MessageSource messages;

    Shell(MessageSource messages) {
        this.messages = messages;
    }

    private record Entry(String path, String key) {}

    /** An entry of the menu. @param here whether the page shown belongs to it */
    record Way(String path, String text, boolean here) {}

    @ModelAttribute("words")
    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    @ModelAttribute("menu")
    List<Way> menu(HttpServletRequest request, Locale locale) {
        Words words = new Words(messages, locale);
        String path = request.getRequestURI();
        Optional<Visitor> visitor = FrontDoor.visitor(request);
        return MENU.stream()
                .filter(entry -> visitor.map(asks -> AccessTable.mayRead(asks, entry.path()))
                        .orElse(false))
                .map(entry -> new Way(entry.path(), words.say(entry.key()), isUnder(path, entry.path())))
                .toList();
    }

    private static boolean isUnder(String path, String entry) {
        return entry.equals("/")
                ? path.equals("/") || path.startsWith("/giay-to") || path.startsWith("/ho-so")
                : path.equals(entry)
                        || path.startsWith(entry + "/")
                        || (entry.equals("/kiem-tra") && path.equals("/xac-nhan"));
    }
}
