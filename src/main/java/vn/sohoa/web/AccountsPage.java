package vn.sohoa.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.access.Accounts;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Role;

/** Accounts (tài khoản) for administrators; a password made here is shown once. */
@Controller
@Profile("!worker")
class AccountsPage {
    private static final String HERE = "redirect:/quan-tri/tai-khoan";

    private final Accounts accounts;

    AccountsPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/quan-tri/tai-khoan")
    String list(Model model) {
        model.addAttribute("accounts", accounts.list());
        model.addAttribute("roles", List.of(Role.values()));
        return "accounts";
    }

    @PostMapping("/quan-tri/tai-khoan")
    String add(
            @RequestParam("name") String name,
            @RequestParam("displayName") String displayName,
            @RequestParam("unit") String unit,
            @RequestParam("role") Set<Role> roles,
            Visitor visitor,
            RedirectAttributes after) {
        after.addFlashAttribute("made", accounts.add(visitor, name.strip(), displayName.strip(), roles, unit.strip()));
        return HERE;
    }

    @PostMapping("/quan-tri/tai-khoan/{name}/khoa")
    String disable(@PathVariable("name") String name, Visitor visitor) {
        accounts.enable(visitor, name, false);
        return HERE;
    }

    @PostMapping("/quan-tri/tai-khoan/{name}/mo")
    String enable(@PathVariable("name") String name, Visitor visitor) {
        accounts.enable(visitor, name, true);
        return HERE;
    }

    @PostMapping("/quan-tri/tai-khoan/{name}/dat-lai")
    String reset(@PathVariable("name") String name, Visitor visitor, RedirectAttributes after) {
        after.addFlashAttribute("made", accounts.reset(visitor, name));
        return HERE;
    }
}
