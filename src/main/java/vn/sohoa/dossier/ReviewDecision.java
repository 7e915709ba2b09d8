package vn.sohoa.dossier;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decided on one doubt (kiểm tra, hiệu đính; ), never changed.
 *
 * @param version of the paper that the decision made
 * @param subject name of a field, {@link #TYPE}, {@link #PAPER}, or the problem of the paper as a whole
 * @param type code of the kind of paper as it stood then
 * @param read what the machine had read, or null where it had read nothing
 * @param decided the value that stands from then on, or null where there is none
 */
public record ReviewDecision(
        DocumentId document,
        long version,
        String subject,
        Verdict verdict,
        String type,
        @Nullable ExtractedValue read,
        @Nullable String decided,
        String officer,
        Instant at) {
    /** The subject of a decision on the kind of paper. */
    public static final String TYPE = "type";

    /** The subject of a decision that ends the review of the whole paper. */
    public static final String PAPER = "paper";

    /** What was decided. */
    public enum Verdict {
        /** As the machine read it. */
        ACCEPTED,
        /** The same, one of many at once. */
        CONFIRMED,
        /** Another value, keyed in. */
        CORRECTED,
        /** The paper bears no such value; of the whole paper: it is not digitised. */
        REJECTED,
        /** The paper is scanned again. */
        RESCAN
    }

    /** What the machine had read. */
    public Optional<ExtractedValue> machine() {
        return Optional.ofNullable(read);
    }

    /** Whether another decision comes to the same. */
    public boolean sameAs(Verdict other, @Nullable String value) {
        return isConsent(verdict)
                ? isConsent(other)
                : verdict == other && (verdict != Verdict.CORRECTED || Objects.equals(decided, value));
    }

    private static boolean isConsent(Verdict verdict) {
        return verdict == Verdict.ACCEPTED || verdict == Verdict.CONFIRMED;
    }
}
