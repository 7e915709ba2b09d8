package vn.sohoa.web.api;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.reuse.PaperSearch;

/** {@code POST /api/v1/search}: the answer of {@code sohoa search --json}; a question may name a person, so it is posted. */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1/search")
class SearchApi {
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private final PaperSearch search;
    private final Looks looks;

    SearchApi(PaperSearch search, Looks looks) {
        this.search = search;
        this.looks = looks;
    }

    /** @param limit 1 to 100; 20 unless told */
    record SearchQuestion(
            @Nullable String words,
            @Nullable String owner,
            @Nullable String type,
            @Nullable String agency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate validOn,
            @Nullable Integer limit) {}

    @PostMapping
    PaperSearch.Found search(@RequestBody SearchQuestion question, Visitor visitor) {
        String words = Objects.requireNonNullElse(question.words(), "");
        int limit = Objects.requireNonNullElse(question.limit(), USUAL);
        if (words.length() > LONGEST) {
            throw Asked.usage("words: ≤ " + LONGEST);
        }
        if (limit < 1 || limit > MOST) {
            throw Asked.usage("limit: 1 … " + MOST);
        }
        OwnerId owner = question.owner() == null ? null : Asked.owner(question.owner());
        PaperSearch.Found found = search.search(new PaperSearch.Wanted(
                words,
                owner == null ? null : owner.value(),
                question.type(),
                question.agency(),
                question.from(),
                question.to(),
                question.validOn(),
                limit));
        looks.at(visitor, Look.Kind.HIT, found.documents(), "");
        return found;
    }
}
