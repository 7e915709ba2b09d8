package vn.sohoa.dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of one file and what they are worth.
 *
 * @param verdict of the file as a whole
 * @param reasons the worst first; at least one
 * @param policy id and version of the validation policy, such as {@code SoHoa-2026.1}
 * @param anchors version of the trust anchors in force (hash of the set)
 * @param checked when it was judged, ISO 8601 in UTC; null where that was not written down
 */
public record SignatureReport(
        SignatureVerdict verdict,
        List<Reason> reasons,
        List<Signature> signatures,
        String policy,
        String anchors,
        @Nullable String checked) {

    /** A reason code of the published list, and the sentence for officers in Vietnamese. */
    public record Reason(String code, String message) {

        /** The sentence; in English the general one of the code, without what this file adds. */
        public String message(Language language) {
            return language == Language.VI
                    ? message
                    : SignatureReason.of(code).map(SignatureReason::english).orElse(message);
        }
    }

    /**
     * One signature.
     *
     * @param field name of its form field, empty if it has none
     * @param signer common name in the certificate, empty if unreadable
     * @param claimedTime ISO 8601 as the signer states it, or null
     * @param provenTime ISO 8601 by a trusted time-stamp, or null
     * @param level such as {@code PAdES-BASELINE-LTA}, empty if unknown
     * @param subIndication of ETSI EN 319 102-1, empty if none
     */
    public record Signature(
            String field,
            String signer,
            @Nullable String claimedTime,
            @Nullable String provenTime,
            String level,
            String subIndication,
            boolean coversWholeFile,
            SignatureVerdict verdict,
            List<Reason> reasons) {

        public Signature {
            reasons = List.copyOf(reasons);
        }
    }

    public SignatureReport {
        reasons = List.copyOf(reasons);
        signatures = List.copyOf(signatures);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a verdict without a reason");
        }
    }

    /** A report that does not say when it was made. */
    public SignatureReport(
            SignatureVerdict verdict, List<Reason> reasons, List<Signature> signatures, String policy, String anchors) {
        this(verdict, reasons, signatures, policy, anchors, null);
    }

    /** The same, with the time of the check. */
    public SignatureReport at(Instant time) {
        String second = time.truncatedTo(ChronoUnit.SECONDS).toString();
        return new SignatureReport(verdict, reasons, signatures, policy, anchors, second);
    }

    /** When it was judged. */
    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checked).map(Instant::parse);
    }

    /** Whether another check came to the same verdict for the same reasons. */
    public boolean saysTheSame(SignatureReport other) {
        return verdict == other.verdict && reasons.equals(other.reasons) && signatures.equals(other.signatures);
    }

    /** Whether a reason of that code is given. */
    public boolean gives(String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }
}
