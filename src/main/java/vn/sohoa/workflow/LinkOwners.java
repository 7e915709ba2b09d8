package vn.sohoa.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.OwnerLinkBook;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.Person;
import vn.sohoa.page.Box;

/**
 * Keeps what papers say of a person's two numbers, the old card's (số CMND) and the personal id: one QR code that holds both proves
 * it, two numbers printed beside each other propose it. Never by a name.
 */
@Component
public class LinkOwners {
    /** In heights of the number: further apart they may be of two persons. */
    private static final int LINES_BETWEEN = 4;

    private final OwnerLinkBook book;
    private final Clock clock;

    LinkOwners(OwnerLinkBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** A paper that is about to be stored. */
    void stored(Document paper) {
        book.keep(paper.id(), said(paper, paper.values()));
    }

    /**
     * A card that is only shown (xuất trình). Nothing else of it is kept, and this only if it is the card of the one whose dossier it is.
     *
     * @param values as read from it
     */
    void shown(Document paper, Dossier dossier, List<ExtractedValue> values) {
        Optional<OwnerId> whose = dossier.dossierOwner().flatMap(Person::ownerId);
        book.keep(
                paper.id(),
                said(paper, values).stream()
                        .filter(link -> link.state() == OwnerLink.State.PROVEN)
                        .filter(link -> whose.filter(id -> id.equals(link.old()) || id.equals(link.owner()))
                                .isPresent())
                        .toList());
    }

    private List<OwnerLink> said(Document paper, List<ExtractedValue> values) {
        Optional<ExtractedValue> owner = value(values, FieldName.OWNER_ID);
        Optional<ExtractedValue> old = value(values, FieldName.OLD_ID);
        if (owner.isEmpty() || old.isEmpty() || !areOfOne(owner.get(), old.get())) {
            return List.of();
        }
        Optional<OwnerId> citizen = OwnerId.find(owner.get().value()).filter(id -> id.kind() == OwnerId.Kind.CITIZEN);
        Optional<OwnerId> card = OwnerId.find(old.get().value()).filter(id -> id.kind() == OwnerId.Kind.OLD_CARD);
        return citizen.flatMap(
                        to -> card.map(from -> OwnerLink.found(from, to, paper.id(), old.get(), clock.instant())))
                .map(List::of)
                .orElse(List.of());
    }

    /** Empty where the paper says it in two ways. */
    private static Optional<ExtractedValue> value(List<ExtractedValue> values, String field) {
        boolean conflict = values.stream().anyMatch(value -> value.field().equals(field + FieldName.CONFLICT));
        return values.stream()
                .filter(value -> !conflict && value.field().equals(field))
                .findFirst();
    }

    /** In one code, or printed a few lines apart. */
    private static boolean areOfOne(ExtractedValue owner, ExtractedValue old) {
        if (owner.page() != old.page() || owner.page() < 1) {
            return false;
        }
        if (old.method() == ExtractedValue.Method.QR) {
            return owner.method() == ExtractedValue.Method.QR && owner.raw().equals(old.raw());
        }
        boolean placed = !owner.box().equals(Box.NONE) && !old.box().equals(Box.NONE);
        int apart = Math.max(
                owner.box().y() - old.box().bottom(),
                old.box().y() - owner.box().bottom());
        return placed
                && apart
                        <= LINES_BETWEEN
                                * Math.max(owner.box().height(), old.box().height());
    }
}
