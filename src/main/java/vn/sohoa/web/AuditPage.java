package vn.sohoa.web;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.access.AuditLog;

/** The log of looks (nhật ký truy cập) for auditors: the newest entries, those of one paper, and whether the chain holds. */
@Controller
@Profile("!worker")
class AuditPage {
    private static final int SHOWN = 200;

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/nhat-ky")
    String newest(
            @RequestParam(name = "giay-to", defaultValue = "") String document,
            @RequestParam(name = "chuoi", defaultValue = "false") boolean verify,
            Model model) {
        model.addAttribute("document", document.strip());
        model.addAttribute(
                "entries",
                log.newest(document.isBlank() ? Optional.empty() : Optional.of(PaperPage.id(document)), SHOWN));
        model.addAttribute("checked", verify ? log.verify() : null);
        return "audit";
    }
}
