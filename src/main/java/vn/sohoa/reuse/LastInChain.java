package vn.sohoa.reuse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.DuplicateBook;
import vn.sohoa.dossier.DocumentId;

/** The last of the papers that took each other's place, as officers have decided. */
final class LastInChain implements ReusePolicy.Successors {
    private final DuplicateBook book;

    LastInChain(DuplicateBook book) {
        this.book = book;
    }

    @Override
    public Optional<DocumentId> of(DocumentId paper) {
        Set<DocumentId> seen = new HashSet<>(Set.of(paper));
        Optional<DocumentId> last = Optional.empty();
        for (Optional<DocumentId> next = next(paper); next.isPresent() && seen.add(next.get()); ) {
            last = next;
            next = next(next.get());
        }
        return last;
    }

    private Optional<DocumentId> next(DocumentId paper) {
        return book.of(paper).stream()
                .flatMap(pair -> pair.standing().stream())
                .filter(standing -> !standing.equals(paper))
                .findFirst();
    }
}
