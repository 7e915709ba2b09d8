package vn.sohoa.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper says that an old card number (số CMND) and a personal id (số định danh cá nhân) are of one person. A name says nothing
 * of the kind.
 *
 * @param old 9 digits
 * @param owner 12 digits
 * @param page of {@code document}, from 1
 * @param field whose value gave the old number
 * @param officer who decided on it, or null
 */
public record OwnerLink(
        OwnerId old,
        OwnerId owner,
        DocumentId document,
        int page,
        String field,
        ExtractedValue.Method method,
        Instant found,
        State state,
        @Nullable String officer,
        @Nullable Instant decided) {

    /** What such a saying is worth. */
    public enum State {
        /** Read from print: joins nothing before an officer has looked. */
        PROPOSED,
        /** Both numbers stand in one code that a machine wrote (QR of an identity card). */
        PROVEN,
        /** An officer has seen it on the paper. */
        CONFIRMED,
        /** An officer has seen that the paper does not say it, or is of another person. */
        REFUSED
    }

    public OwnerLink {
        if (old.kind() != OwnerId.Kind.OLD_CARD || owner.kind() != OwnerId.Kind.CITIZEN) {
            throw new IllegalArgumentException(
                    "not an old card and a personal id: " + old.kind() + ", " + owner.kind());
        }
        boolean byPerson = state == State.CONFIRMED || state == State.REFUSED;
        if (byPerson != (officer != null && decided != null)) {
            throw new IllegalArgumentException(state + " by " + officer);
        }
    }

    /** As a machine finds it. */
    public static OwnerLink found(OwnerId old, OwnerId owner, DocumentId document, ExtractedValue said, Instant at) {
        State state = said.method() == ExtractedValue.Method.QR ? State.PROVEN : State.PROPOSED;
        return new OwnerLink(old, owner, document, said.page(), said.field(), said.method(), at, state, null, null);
    }

    /** The same saying, with an officer's word on it. */
    public OwnerLink decided(State as, String by, Instant at) {
        return new OwnerLink(old, owner, document, page, field, method, found, as, by, at);
    }

    /** Whether it may join papers, unless another one speaks against it. */
    public boolean isSure() {
        return state == State.PROVEN || state == State.CONFIRMED;
    }

    /**
     * Whose an old number is: the one personal id that is named with it, by at least one sure saying. Two personal ids for one old
     * number join nothing, however sure one of them is, until an officer has refused the other.
     *
     * @param sayings all on one old number
     */
    public static Optional<OwnerLink> standing(List<OwnerLink> sayings) {
        List<OwnerLink> held =
                sayings.stream().filter(link -> link.state() != State.REFUSED).toList();
        boolean one = held.stream().map(OwnerLink::owner).distinct().count() == 1;
        return held.stream().filter(link -> one && link.isSure()).findFirst();
    }
}
