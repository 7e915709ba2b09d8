package vn.sohoa.reuse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.OwnerLinkBook;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;

/**
 * The numbers that one person has had, as papers on file prove it: an old card number leads to the papers of the personal id and
 * the other way round. What is not proven, or speaks against itself, joins nothing.
 */
public final class OwnerNumbers {
    private final OwnerLinkBook book;

    OwnerNumbers(OwnerLinkBook book) {
        this.book = book;
    }

    /**
     * The numbers of one owner.
     *
     * @param asked the number that was asked for
     * @param linked his other numbers, each with the paper that says so
     * @param open what papers say of this number that an officer has to look at
     */
    public record Known(OwnerId asked, Map<OwnerId, OwnerLink> linked, List<OwnerLink> open) {

        static Known only(OwnerId asked) {
            return new Known(asked, Map.of(), List.of());
        }

        /** That which was asked for first. */
        public List<OwnerId> all() {
            List<OwnerId> all = new ArrayList<>(List.of(asked));
            all.addAll(linked.keySet());
            return all;
        }

        Optional<OwnerLink> linkTo(OwnerId other) {
            return Optional.ofNullable(linked.get(other));
        }
    }

    /** Wherever the paper lies that says so: which papers the present visitor may see is another matter. */
    public Known of(OwnerId asked) {
        if (asked.kind() == OwnerId.Kind.TAX) {
            return Known.only(asked);
        }
        List<OwnerLink> sayings = CurrentScope.unbounded(() -> book.of(asked));
        Map<OwnerId, Optional<OwnerLink>> byOld = sayings.stream()
                .collect(Collectors.groupingBy(
                        OwnerLink::old,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), OwnerLink::standing)));
        Optional<OwnerId> person = asked.kind() == OwnerId.Kind.CITIZEN
                ? Optional.of(asked)
                : byOld.getOrDefault(asked, Optional.empty()).map(OwnerLink::owner);
        Map<OwnerId, OwnerLink> linked = new LinkedHashMap<>();
        byOld.forEach((old, standing) -> standing.filter(
                        link -> person.filter(link.owner()::equals).isPresent())
                .ifPresent(link -> linked.put(old.equals(asked) ? link.owner() : old, link)));
        return new Known(asked, Collections.unmodifiableMap(linked), open(asked, sayings, byOld));
    }

    private static List<OwnerLink> open(
            OwnerId asked, List<OwnerLink> sayings, Map<OwnerId, Optional<OwnerLink>> byOld) {
        return sayings.stream()
                .filter(link -> link.state() != OwnerLink.State.REFUSED)
                .filter(link -> link.old().equals(asked) || link.owner().equals(asked))
                .filter(link -> byOld.getOrDefault(link.old(), Optional.empty()).isEmpty())
                .toList();
    }
}
