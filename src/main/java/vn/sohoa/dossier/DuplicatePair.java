package vn.sohoa.dossier;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two papers that seem to be one, or of which one takes the place of the other (R-43; Circular 05/2025/TT-BNV, Article 24). The software
 * proposes, an officer decides, nothing is deleted.
 *
 * @param first the smaller of the two ids, so that a pair is one
 * @param likeness of the two first pages, 0 to 1
 * @param sameKey whether kind, number and owner (else agency and year) are the same
 * @param verdict what was decided, or null while it is open
 * @param successor for {@link Verdict#NEWER} the paper that stands from then on, else null
 */
public record DuplicatePair(
        DocumentId first,
        DocumentId second,
        double likeness,
        boolean sameKey,
        Instant found,
        @Nullable Verdict verdict,
        @Nullable DocumentId successor,
        @Nullable String officer,
        @Nullable Instant decided) {

    /** What an officer may decide. */
    public enum Verdict {
        /** Two papers. */
        KEEP_BOTH,
        /** One paper twice: the second goes on the list of those to be considered for disposal (xem xét hủy). */
        SAME_AS,
        /** One takes the place of the other. */
        NEWER
    }

    public DuplicatePair {
        if (first.toString().compareTo(second.toString()) >= 0) {
            throw new IllegalArgumentException("ids of a pair in their order: " + first + ", " + second);
        }
        if ((verdict == Verdict.NEWER) != (successor != null)) {
            throw new IllegalArgumentException("successor of " + verdict);
        }
    }

    /** An open pair, whichever comes first. */
    public static DuplicatePair of(DocumentId one, DocumentId other, double likeness, boolean sameKey, Instant found) {
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return new DuplicatePair(
                inOrder ? one : other, inOrder ? other : one, likeness, sameKey, found, null, null, null, null);
    }

    /** The same pair, decided. @param standing for {@link Verdict#NEWER} the paper that stands */
    public DuplicatePair decided(Verdict as, DocumentId standing, String by, Instant at) {
        return new DuplicatePair(
                first, second, likeness, sameKey, found, as, as == Verdict.NEWER ? standing : null, by, at);
    }

    public Optional<Verdict> outcome() {
        return Optional.ofNullable(verdict);
    }

    public Optional<DocumentId> standing() {
        return Optional.ofNullable(successor);
    }
}
