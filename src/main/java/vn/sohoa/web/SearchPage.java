package vn.sohoa.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.reuse.PaperSearch;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.desk.KindsOfPaper;

/** The search page: words, owner, kind, agency, year, validity. Ids are masked; the words found are marked. */
@Controller
@Profile("!worker")
class SearchPage {
    /** Where the words last looked for wait, so that the page of a paper can frame them; never in an address. */
    static final String SOUGHT = "sohoa.sought";

    private static final int ON_A_PAGE = 10;
    private static final int COUNTED = 100;
    private static final int LONGEST = 200;
    private static final int MOST_FACETS = 6;

    private final PaperSearch search;
    private final KindsOfPaper kinds;
    private final Looks looks;
    private final Clock clock;

    SearchPage(PaperSearch search, KindsOfPaper kinds, Looks looks, Clock clock) {
        this.search = search;
        this.kinds = kinds;
        this.looks = looks;
        this.clock = clock;
    }

    /** What was filled in. @param narrow filter and value of a facet that was chosen, such as {@code type:GIAY_KHAI_SINH} */
    record Asked(
            @Nullable String q,
            @Nullable String owner,
            @Nullable String type,
            @Nullable String agency,
            @Nullable String year,
            @Nullable Boolean valid,
            @Nullable Integer page,
            @Nullable String narrow) {

        Asked {
            q = cut(q);
            owner = cut(owner);
            type = narrowed(narrow, "type", cut(type));
            agency = narrowed(narrow, "agency", cut(agency));
            year = narrowed(narrow, "year", cut(year));
            valid = Boolean.TRUE.equals(valid);
            page = page == null || narrow != null ? 1 : Math.max(1, page);
        }

        private static String cut(@Nullable String text) {
            String given = Objects.requireNonNullElse(text, "").strip();
            return given.length() > LONGEST ? given.substring(0, LONGEST) : given;
        }

        private static String narrowed(@Nullable String narrow, String filter, String otherwise) {
            return narrow != null && narrow.startsWith(filter + ":")
                    ? cut(narrow.substring(filter.length() + 1))
                    : otherwise;
        }

        boolean isEmpty() {
            return (q + owner + type + agency + year).isEmpty();
        }
    }

    /** A hit as the page shows it. */
    record Row(PaperSearch.Hit hit, List<List<Piece>> snippets) {}

    /** A piece of a snippet, marked or not. */
    record Piece(String text, boolean marked) {}

    /** A value that some of the best hits share. */
    record Facet(String filter, String value, String text, long count) {}

    /** The form posts, so that no number of a person stands in an address or a log of addresses. */
    @RequestMapping(
            path = "/",
            method = {RequestMethod.GET, RequestMethod.POST})
    String page(@ModelAttribute("asked") Asked asked, Visitor visitor, Model model, HttpSession session) {
        Optional<OwnerId> id = OwnerId.find(text(asked.owner()));
        boolean badOwner = !text(asked.owner()).isEmpty() && id.isEmpty();
        boolean badYear = !text(asked.year()).matches("([12]\\d{3})?");
        boolean found = !asked.isEmpty() && !badOwner && !badYear;
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("badOwner", badOwner);
        model.addAttribute("badYear", badYear);
        model.addAttribute("found", found);
        if (found) {
            session.setAttribute(SOUGHT, text(asked.q()));
            show(asked, id, visitor, model);
        }
        return "search";
    }

    private void show(Asked asked, Optional<OwnerId> owner, Visitor visitor, Model model) {
        int page = Math.min(Objects.requireNonNullElse(asked.page(), 1), 1_000 / ON_A_PAGE);
        int year = text(asked.year()).isEmpty() ? 0 : Integer.parseInt(text(asked.year()));
        PaperSearch.Found all = search.search(new PaperSearch.Wanted(
                text(asked.q()),
                owner.map(OwnerId::value).orElse(null),
                blankToNull(asked.type()),
                blankToNull(asked.agency()),
                year == 0 ? null : LocalDate.of(year, 1, 1),
                year == 0 ? null : LocalDate.of(year, 12, 31),
                Boolean.TRUE.equals(asked.valid()) ? LocalDate.now(clock.withZone(KeepLedger.ZONE)) : null,
                Math.max(COUNTED, page * ON_A_PAGE),
                (page - 1) * ON_A_PAGE,
                page * ON_A_PAGE));
        List<PaperSearch.Hit> hits = all.hits();
        int from = Math.min(hits.size(), (page - 1) * ON_A_PAGE);
        int to = Math.min(hits.size(), page * ON_A_PAGE);
        looks.at(visitor, Look.Kind.HIT, all.documents().subList(from, to), "");
        model.addAttribute("total", all.total());
        model.addAttribute("exact", all.exact());
        model.addAttribute("first", from + 1);
        model.addAttribute("last", to);
        model.addAttribute("page", page);
        model.addAttribute("more", all.total() > to && to > from);
        model.addAttribute(
                "rows", hits.subList(from, to).stream().map(SearchPage::row).toList());
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        facets.put("type", facets(hits, "type", PaperSearch.Hit::type, PaperSearch.Hit::typeName));
        facets.put("agency", facets(hits, "agency", PaperSearch.Hit::agency, PaperSearch.Hit::agency));
        facets.put("year", facets(hits, "year", SearchPage::year, SearchPage::year));
        model.addAttribute("facets", facets);
    }

    /** Counted among the best hits alone. */
    private static List<Facet> facets(
            List<PaperSearch.Hit> hits,
            String filter,
            Function<PaperSearch.Hit, @Nullable String> value,
            Function<PaperSearch.Hit, @Nullable String> text) {
        Map<String, List<PaperSearch.Hit>> groups = hits.stream()
                .limit(COUNTED)
                .filter(hit -> value.apply(hit) != null)
                .collect(Collectors.groupingBy(hit -> text(value.apply(hit)), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Facet(
                        filter,
                        group.getKey(),
                        text(text.apply(group.getValue().get(0))),
                        group.getValue().size()))
                .sorted(Comparator.comparingLong(Facet::count).reversed())
                .limit(MOST_FACETS)
                .toList();
    }

    private static @Nullable String year(PaperSearch.Hit hit) {
        String date = hit.issuedDate();
        return date == null || date.length() < 4 ? null : date.substring(0, 4);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Row row(PaperSearch.Hit hit) {
        return new Row(hit, hit.snippets().stream().map(SearchPage::pieces).toList());
    }

    /** Splits a snippet at its marks, so that the template alone decides what becomes markup. */
    static List<Piece> pieces(String snippet) {
        String[] parts = snippet.split("[⟦⟧]", -1);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i], i % 2 == 1));
            }
        }
        return pieces;
    }
}
