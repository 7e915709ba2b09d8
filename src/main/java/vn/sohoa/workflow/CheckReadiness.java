package vn.sohoa.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CatalogCheck;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.signing.SigningSelfTest;
import vn.sohoa.storage.ObjectStore;

/** Looks whether the house can work, and whether everything in it still agrees. Read-only. */
@Component
public class CheckReadiness {
    private final Catalog catalog;
    private final CatalogCheck rows;
    private final ObjectStore store;
    private final DocumentIndex index;
    private final Outbox outbox;
    private final VerifyFixity fixity;
    private final ReadFiles tools;

    CheckReadiness(
            Catalog catalog,
            CatalogCheck rows,
            ObjectStore store,
            DocumentIndex index,
            Outbox outbox,
            VerifyFixity fixity,
            ReadFiles tools) {
        this.catalog = catalog;
        this.rows = rows;
        this.store = store;
        this.index = index;
        this.outbox = outbox;
        this.fixity = fixity;
        this.tools = tools;
    }

    /** One thing that has to work. */
    public record Check(String name, boolean ok, String detail) {}

    /** @param violations one line for each contradiction found, without personal data */
    public record Readiness(boolean ready, List<Check> checks, List<String> violations) {}

    public Readiness check() {
        List<Check> checks = new ArrayList<>(tools(tools));
        checks.add(attempt("database", () -> catalog.documents(DocumentFilter.ALL)));
        index.check().forEach(found -> checks.add(new Check(found.name(), found.ok(), found.detail())));
        return whole(checks, this::violations);
    }

    /** Adds the invariants to the checks, which have to be good before they can be looked at; none of this throws. */
    static Readiness whole(List<Check> checks, Supplier<List<String>> invariants) {
        List<String> violations = new ArrayList<>();
        if (checks.stream().allMatch(Check::ok)) {
            Check looked = attempt("invariants", () -> violations.addAll(invariants.get()));
            if (!looked.ok()) {
                checks.add(looked);
            }
        }
        return new Readiness(checks.stream().allMatch(Check::ok), List.copyOf(checks), List.copyOf(violations));
    }

    static Check attempt(String name, Runnable work) {
        try {
            work.run();
            return new Check(name, true, "");
        } catch (DigitisationException failure) {
            return new Check(name, false, failure.problem() + " " + failure.detail());
        }
    }

    /** What the doctor looks at besides the engines; safe to ask for while they are away. */
    static List<Check> tools(ReadFiles tools) {
        return List.of(attempt("signing", SigningSelfTest::run), attempt("reader", tools::readBuiltInPage));
    }

    /** The invariants of the house, full mode: every byte is read. */
    public List<String> violations() {
        List<String> found = new ArrayList<>(rows.violations());
        fixity.verify()
                .damages()
                .forEach(damage -> found.add("I3 " + (damage.missing() ? "missing " : "changed ") + damage.role() + " "
                        + damage.key() + " of " + damage.document()));
        unnamed(found);
        index(found);
        return found;
    }

    private void unnamed(List<String> found) {
        Set<String> named = new HashSet<>();
        for (Document paper : catalog.documents(DocumentFilter.ALL)) {
            paper.objects().stream().map(StoredObject::key).forEach(named::add);
        }
        try {
            store.forEach(key -> {
                if (!named.contains(key.value())) {
                    found.add("I3 unnamed object " + key);
                }
            });
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "list", cannot);
        }
    }

    /** When the outbox is empty the index equals the catalogue; before that it may only lag. */
    private void index(List<String> found) {
        Map<String, Long> held = index.versions();
        boolean quiet = outbox.unsent(Outbox.Topic.INDEX, 1).isEmpty();
        Set<String> expected = new HashSet<>();
        for (Document paper : catalog.documents(DocumentFilter.ALL)) {
            if (!Indexing.belongs(paper)) {
                continue;
            }
            String id = paper.id().toString();
            expected.add(id);
            Long version = held.get(id);
            if (quiet && (version == null || version != paper.version())) {
                found.add("I4 index has version " + version + " of " + id + ", the catalogue " + paper.version());
            }
        }
        held.keySet().stream().filter(id -> !expected.contains(id)).forEach(id -> found.add("I4 index ghost " + id));
    }
}
