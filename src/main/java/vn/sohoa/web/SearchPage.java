package vn.sohoa.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.reuse.PaperSearch;

/** The search page: words, owner, kind. Ids are masked; the words found are marked. */
@Controller
@Profile("!worker")
class SearchPage {
    private static final int LIMIT = 20;
    private static final int LONGEST = 200;

    private final PaperSearch search;

    SearchPage(PaperSearch search) {
        this.search = search;
    }

    /** A hit as the page shows it. */
    record Row(PaperSearch.Hit hit, List<List<Piece>> snippets) {}

    /** A piece of a snippet, marked or not. */
    record Piece(String text, boolean marked) {}

    /** The form posts, so that no number of a person stands in an address or a log of addresses. */
    @RequestMapping(
            path = "/",
            method = {RequestMethod.GET, RequestMethod.POST})
    String page(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "owner", defaultValue = "") String owner,
            @RequestParam(name = "type", defaultValue = "") String type,
            Model model) {
        String query = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        Optional<OwnerId> id = OwnerId.find(owner);
        boolean asked = !query.isBlank() || !owner.isBlank() || !type.isBlank();
        boolean badOwner = !owner.isBlank() && id.isEmpty();
        model.addAttribute("q", query);
        model.addAttribute("owner", owner);
        model.addAttribute("type", type);
        model.addAttribute("asked", asked && !badOwner);
        model.addAttribute("badOwner", badOwner);
        if (asked && !badOwner) {
            PaperSearch.Found found = search.search(new PaperSearch.Wanted(
                    query, id.map(OwnerId::value).orElse(null), blankToNull(type), null, null, null, null, LIMIT));
            model.addAttribute("total", found.total());
            model.addAttribute("exact", found.exact());
            model.addAttribute(
                    "rows", found.hits().stream().map(SearchPage::row).toList());
        }
        return "search";
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static Row row(PaperSearch.Hit hit) {
        return new Row(hit, hit.snippets().stream().map(SearchPage::pieces).toList());
    }

    /** Splits a snippet at its marks, so that the template alone decides what becomes markup. */
    static List<Piece> pieces(String snippet) {
        String[] parts = snippet.split("[⟦⟧]", -1);
        List<Piece> pieces = new java.util.ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i], i % 2 == 1));
            }
        }
        return pieces;
    }
}
