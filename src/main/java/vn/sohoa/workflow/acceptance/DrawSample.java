package vn.sohoa.workflow.acceptance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.RunResult;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.PageText;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.PageTexts;

/**
 * Draws pages of a run whose text was recognised, from every receiving unit in proportion to its pages (Letter
 * 7197/BKHCN-CĐSQG, 2.3b; R-14). Pages without print are passed over.
 */
@Component
public class DrawSample {
    private static final Set<DigitisationStatus> READ = Set.of(
            DigitisationStatus.EXTRACTED,
            DigitisationStatus.IN_REVIEW,
            DigitisationStatus.CODED,
            DigitisationStatus.STORED);
    private static final int FEWEST_LETTERS = 40;

    private final RunLedger ledger;
    private final Catalog catalog;
    private final ObjectStore store;
    private final Clock clock;

    public DrawSample(RunLedger ledger, Catalog catalog, ObjectStore store, Clock clock) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
    }

    private record Place(RunResult.Paper paper, int page) {}

    /** Problems: NOT_FOUND if there is no such run, or no page of it was recognised. */
    public AcceptanceSample draw(long run, int size, long seed, String checker) {
        if (ledger.find(run).isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, "run " + run);
        }
        RunResult result = ledger.result(run);
        List<RunResult.Paper> papers = result.papers().stream()
                .filter(paper -> paper.touched() && READ.contains(paper.status()))
                .sorted(Comparator.comparing(paper -> paper.document().toString()))
                .toList();
        Map<String, List<Place>> byUnit = new TreeMap<>();
        for (RunResult.Paper paper : papers) {
            List<Place> places = byUnit.computeIfAbsent(paper.unit().value(), unit -> new ArrayList<>());
            for (int page = 1; page <= paper.pages(); page++) {
                places.add(new Place(paper, page));
            }
        }
        int all = byUnit.values().stream().mapToInt(List::size).sum();
        List<AcceptanceSample.Drawn> drawn = new ArrayList<>();
        for (Place place : picked(byUnit, size, all, new Random(seed))) {
            drawn.add(drawn(drawn.size() + 1, place));
        }
        if (drawn.isEmpty()) {
            throw new DigitisationException(
                    Problem.NOT_FOUND, "run " + run + ": không có trang nào được nhận dạng chữ");
        }
        return new AcceptanceSample(
                run,
                result.run().job(),
                result.run().day().toString(),
                seed,
                size,
                checker,
                clock.instant().toString(),
                papers.size(),
                all,
                drawn);
    }

    /** What the machine read on a drawn page; empty if that is no print recognised from a picture. */
    public Optional<String> read(DocumentId document, int page) {
        return catalog.document(document).flatMap(paper -> text(paper, page));
    }

    /** Each unit gives its share, rounded so that the sum is right; a unit without enough print leaves the rest to the others. */
    private List<Place> picked(Map<String, List<Place>> byUnit, int size, int all, Random random) {
        List<Place> picked = new ArrayList<>();
        List<Place> rest = new ArrayList<>();
        int passed = 0;
        for (List<Place> places : byUnit.values()) {
            Collections.shuffle(places, random);
            int before = share(size, passed, all);
            passed += places.size();
            int share = share(size, passed, all) - before;
            rest.addAll(take(places, share, picked));
        }
        Collections.shuffle(rest, random);
        take(rest, size - picked.size(), picked);
        return picked;
    }

    private static int share(int size, int part, int all) {
        return (int) Math.round((double) size * part / Math.max(1, all));
    }

    /** Moves so many fit places to the picked ones; gives those that were not looked at. */
    private List<Place> take(List<Place> places, int count, List<Place> picked) {
        int taken = 0;
        int at = 0;
        for (; at < places.size() && taken < count; at++) {
            Place place = places.get(at);
            if (read(place.paper().document(), place.page()).isPresent()) {
                picked.add(place);
                taken++;
            }
        }
        return places.subList(at, places.size());
    }

    private AcceptanceSample.Drawn drawn(int number, Place place) {
        RunResult.Paper paper = place.paper();
        String master = catalog.document(paper.document())
                .flatMap(document -> document.object(ObjectRole.MASTER.name()))
                .map(StoredObject::key)
                .orElse("");
        return new AcceptanceSample.Drawn(
                number,
                paper.unit().value(),
                paper.dossier().value(),
                paper.document().toString(),
                paper.file(),
                place.page(),
                master);
    }

    private Optional<String> text(Document paper, int page) {
        return paper.object(ObjectRole.TEXT.name())
                .map(object -> PageTexts.read(store.read(new ObjectKey(object.key()), object.sha256())))
                .filter(pages -> page <= pages.size())
                .map(pages -> pages.get(page - 1))
                .filter(text -> text.source() == PageText.Source.OCR)
                .map(PageText::text)
                .filter(text -> text.length() >= FEWEST_LETTERS);
    }
}
