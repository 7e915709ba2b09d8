package vn.sohoa.workflow.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.ReviewBook;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ReviewDecision;

/** The papers that wait for an officer: the soonest due first (ngày hẹn trả), of those the most doubtful first. */
@Component
public class ReviewQueue {
    /** More changes than these are read together. */
    private static final int FEW = 50;

    private final Map<DocumentId, Entry> known = new ConcurrentHashMap<>();
    private final Catalog catalog;
    private final ReviewBook book;
    private final Doubts doubts;

    ReviewQueue(Catalog catalog, ReviewBook book, Doubts doubts) {
        this.catalog = catalog;
        this.book = book;
        this.doubts = doubts;
    }

    /**
     * A paper in the queue.
     *
     * @param due day the result is due, or null
     * @param open what its row leaves open
     * @param confidence of the least sure of these, 0 to 100
     */
    public record Entry(
            DocumentId document,
            long version,
            DossierCode dossier,
            AgencyCode unit,
            @Nullable LocalDate due,
            String type,
            int pages,
            List<Doubt> open,
            double confidence,
            int decided) {}

    /** @param unit receiving unit and those below it, or null for all; @param type of paper, or null for all */
    public List<Entry> entries(@Nullable String unit, @Nullable String type) {
        Map<DocumentId, Long> waiting = catalog.versions(DigitisationStatus.IN_REVIEW);
        learn(waiting);
        return waiting.entrySet().stream()
                .map(each -> known.get(each.getKey()))
                .filter(Objects::nonNull) // else it came or went since
                .filter(entry -> type == null || entry.type().equals(type))
                .filter(entry -> unit == null || (entry.unit().value() + ".").startsWith(unit + "."))
                .sorted(Comparator.comparing(Entry::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Entry::confidence)
                        .thenComparing(entry -> entry.dossier().value())
                        .thenComparing(entry -> entry.document().toString()))
                .toList();
    }

    /** What a paper leaves open changes with its version alone; so only papers that are new or have changed are looked at. */
    private void learn(Map<DocumentId, Long> waiting) {
        List<DocumentId> changed = waiting.entrySet().stream()
                .filter(each -> {
                    Entry entry = known.get(each.getKey());
                    return entry == null || entry.version() != each.getValue();
                })
                .map(Map.Entry::getKey)
                .toList();
        if (changed.size() > FEW) {
            forgetThoseThatWaitNoLonger();
            all().forEach(entry -> known.put(entry.document(), entry));
            return;
        }
        for (DocumentId id : changed) {
            Optional<Document> paper = catalog.document(id);
            Optional<Dossier> dossier = paper.flatMap(each -> catalog.dossier(each.dossier()));
            if (paper.isPresent() && dossier.isPresent()) {
                known.put(id, entry(paper.get(), dossier.get(), book.of(id)));
            }
        }
    }

    /** Other agencies' officers look at the same memory: what they wait for stays. */
    private void forgetThoseThatWaitNoLonger() {
        known.keySet()
                .retainAll(CurrentScope.unbounded(() -> catalog.versions(DigitisationStatus.IN_REVIEW))
                        .keySet());
    }

    private List<Entry> all() {
        DocumentFilter waiting = DocumentFilter.ofStatus(DigitisationStatus.IN_REVIEW);
        Map<DossierCode, Dossier> dossiers =
                catalog.dossiers(waiting).stream().collect(Collectors.toMap(Dossier::code, Function.identity()));
        Map<DocumentId, List<ReviewDecision>> decided = book.of(DigitisationStatus.IN_REVIEW);
        return catalog.documents(waiting).stream()
                .flatMap(paper -> Optional.ofNullable(dossiers.get(paper.dossier())) // else received since
                        .map(dossier -> entry(paper, dossier, decided.getOrDefault(paper.id(), List.of())))
                        .stream())
                .toList();
    }

    private Entry entry(Document paper, Dossier dossier, List<ReviewDecision> decided) {
        List<Doubt> open = doubts.open(paper, decided);
        return new Entry(
                paper.id(),
                paper.version(),
                paper.dossier(),
                dossier.receivingUnit(),
                dossier.due(),
                paper.type().code(),
                paper.pages(),
                open,
                open.stream().mapToDouble(Doubt::confidence).min().orElse(0),
                Doubts.settled(decided).size());
    }
}
