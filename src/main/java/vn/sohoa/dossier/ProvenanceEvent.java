package vn.sohoa.dossier;

import java.time.Instant;
import java.util.stream.Collectors;

/**
 * One entry of the history of a paper, kept for ever.
 *
 * @param actor user name, or {@code system}
 * @param step legal step or act, such as {@code SAO_CHUP} or {@code REUSE}
 * @param event status reached or act done
 * @param detail codes and hashes only, no personal data
 */
public record ProvenanceEvent(Instant at, String actor, String step, String event, String detail) {

    /** The signature of a paper was judged anew by the program itself: what was said before, and what is said now. */
    public static ProvenanceEvent judgedAnew(Instant at, Document before, SignatureReport now) {
        SignatureReport earlier = before.signature();
        String then = earlier == null ? "-" : earlier.verdict() + " " + codes(earlier);
        return new ProvenanceEvent(
                at,
                "system",
                "KIEM_TRA_LAI",
                now.verdict().name(),
                then + " -> " + now.verdict() + " " + codes(now) + ", " + now.policy() + ", " + now.anchors());
    }

    private static String codes(SignatureReport report) {
        return report.reasons().stream().map(SignatureReport.Reason::code).collect(Collectors.joining(" "));
    }
}
