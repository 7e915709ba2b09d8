package vn.sohoa.workflow.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.OwnerLinkBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;

/** Officers decide whether a paper says that two numbers are of one person; what stands is reckoned from all papers. */
@Component
public class OwnerLinkDesk {
    private static final String STEP = "LIEN_KET_CHU";

    private final OwnerLinkBook book;
    private final Clock clock;

    OwnerLinkDesk(OwnerLinkBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * What one paper says.
     *
     * @param stands whether it joins papers
     * @param ambiguous whether papers name two persons for this old number
     */
    public record Line(OwnerLink link, boolean stands, boolean ambiguous) {

        /** Whether an officer has to look. */
        public boolean open() {
            return link.state() != OwnerLink.State.REFUSED && !stands;
        }
    }

    /**
     * What one paper says, and what else is said of the same old numbers.
     *
     * @param here at least one
     * @param others of other papers that may be seen
     * @param hidden how many more there are, on papers of other agencies
     */
    public record Sayings(List<Line> here, List<Line> others, int hidden) {}

    /** What papers say that may be seen, the oldest first. @param open only what waits for an officer */
    public List<Line> links(boolean open) {
        if (open) {
            return book.waiting().stream()
                    .map(waiting -> new Line(waiting.link(), false, waiting.persons() > 1))
                    .toList();
        }
        Map<OwnerId, List<OwnerLink>> everywhere =
                CurrentScope.unbounded(book::all).stream().collect(Collectors.groupingBy(OwnerLink::old));
        return lines(book.all(), everywhere);
    }

    /** Problem: NOT_FOUND if the paper says nothing of the kind or may not be seen. */
    public Sayings of(DocumentId paper) {
        List<OwnerLink> here = book.of(paper);
        if (here.isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, paper.toString());
        }
        Map<OwnerId, List<OwnerLink>> everywhere =
                here.stream().map(OwnerLink::old).distinct().collect(Collectors.toMap(old -> old, this::saidOf));
        List<OwnerLink> elsewhere = everywhere.values().stream()
                .flatMap(List::stream)
                .filter(link -> !link.document().equals(paper))
                .toList();
        List<OwnerLink> seen = elsewhere.stream()
                .filter(link -> !book.of(link.document()).isEmpty())
                .toList();
        return new Sayings(lines(here, everywhere), lines(seen, everywhere), elsewhere.size() - seen.size());
    }

    private List<OwnerLink> saidOf(OwnerId old) {
        return CurrentScope.unbounded(() -> book.of(old)).stream()
                .filter(link -> link.old().equals(old))
                .toList();
    }

    private static List<Line> lines(List<OwnerLink> links, Map<OwnerId, List<OwnerLink>> everywhere) {
        return links.stream()
                .map(link -> line(link, everywhere.getOrDefault(link.old(), List.of(link))))
                .toList();
    }

    private static Line line(OwnerLink link, List<OwnerLink> ofOld) {
        long persons = ofOld.stream()
                .filter(each -> each.state() != OwnerLink.State.REFUSED)
                .map(OwnerLink::owner)
                .distinct()
                .count();
        boolean stands = OwnerLink.standing(ofOld)
                        .map(OwnerLink::owner)
                        .filter(link.owner()::equals)
                        .isPresent()
                && link.state() != OwnerLink.State.REFUSED;
        return new Line(link, stands, persons > 1);
    }

    /**
     * An officer's word on what a paper says; the same word twice is one.
     *
     * @throws DigitisationException NOT_FOUND if the paper says nothing of the kind or may not be seen
     */
    public List<Line> decide(DocumentId paper, boolean confirmed, String officer) {
        of(paper);
        OwnerLink.State as = confirmed ? OwnerLink.State.CONFIRMED : OwnerLink.State.REFUSED;
        book.decide(paper, as, new ProvenanceEvent(clock.instant(), officer, STEP, as.name(), ""));
        return of(paper).here();
    }
}
