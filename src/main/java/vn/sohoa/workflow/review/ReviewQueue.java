package vn.sohoa.workflow.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
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
        DocumentFilter waiting = DocumentFilter.ofStatus(DigitisationStatus.IN_REVIEW);
        Map<DossierCode, Dossier> dossiers =
                catalog.dossiers(waiting).stream().collect(Collectors.toMap(Dossier::code, Function.identity()));
        Map<DocumentId, List<ReviewDecision>> decided = book.of(DigitisationStatus.IN_REVIEW);
        return catalog.documents(waiting).stream()
                .filter(paper -> type == null || paper.type().code().equals(type))
                .filter(paper -> dossiers.containsKey(paper.dossier())) // else received since
                .map(paper -> entry(paper, dossiers, decided.getOrDefault(paper.id(), List.of())))
                .filter(entry -> unit == null || (entry.unit().value() + ".").startsWith(unit + "."))
                .sorted(Comparator.comparing(Entry::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Entry::confidence)
                        .thenComparing(entry -> entry.dossier().value())
                        .thenComparing(entry -> entry.document().toString()))
                .toList();
    }

    private Entry entry(Document paper, Map<DossierCode, Dossier> dossiers, List<ReviewDecision> decided) {
        Dossier dossier = dossiers.get(paper.dossier());
        if (dossier == null) {
            throw new IllegalStateException("no dossier of " + paper.id());
        }
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
