package vn.sohoa.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of one file and what they are worth.
 *
 * @param verdict of the file as a whole
 * @param reasons the worst first; at least one
 * @param policy id and version of the validation policy, such as {@code SoHoa-2026.1}
 * @param anchors version of the trust anchors in force (hash of the set)
 */
public record SignatureReport(
        SignatureVerdict verdict, List<Reason> reasons, List<Signature> signatures, String policy, String anchors) {

    /** A reason code of the published list, and the sentence for officers in Vietnamese. */
    public record Reason(String code, String message) {}

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
}
