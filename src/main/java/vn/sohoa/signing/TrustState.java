package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is trusted now, for those who have to know whether an earlier verdict still stands, and for the doctor.
 *
 * @param policy id of the validation policy
 * @param anchors version of the set of trust anchors
 * @param trial whether there is no index: every certificate of the folder counts for everything
 * @param count anchors of each purpose
 * @param lapsed subjects of anchors that vouch for nothing new any more
 * @param lapsing subjects of those that will lapse within 90 days
 * @param unlisted fingerprints of certificates in the folder that the index does not name
 * @param algorithms what {@code algorithms.yml} states, such as {@code SHA256 < 2032-01-01}
 * @param aged those of it whose end has come
 */
public record TrustState(
        String policy,
        String anchors,
        boolean trial,
        Map<AnchorPurpose, Long> count,
        List<String> lapsed,
        List<String> lapsing,
        List<String> unlisted,
        List<String> algorithms,
        List<String> aged) {

    private static final Duration SOON = Duration.ofDays(90);

    public TrustState {
        count = Map.copyOf(count);
        lapsed = List.copyOf(lapsed);
        lapsing = List.copyOf(lapsing);
        unlisted = List.copyOf(unlisted);
        algorithms = List.copyOf(algorithms);
        aged = List.copyOf(aged);
    }

    /** Reads the folder. Problem: CONFIGURATION_INVALID. */
    public static TrustState of(Path trustFolder, Instant now) {
        TrustAnchors trust = TrustAnchors.in(trustFolder);
        Map<AnchorPurpose, Long> count = new EnumMap<>(AnchorPurpose.class);
        for (AnchorPurpose purpose : AnchorPurpose.values()) {
            count.put(
                    purpose,
                    trust.anchors().stream()
                            .filter(anchor -> anchor.purposes().contains(purpose))
                            .count());
        }
        return new TrustState(
                SohoaPolicy.ID,
                trust.version(),
                trust.trial(),
                count,
                ending(trust, Instant.MIN, now),
                ending(trust, now, now.plus(SOON)),
                trust.unlisted(),
                ends(trust, Instant.MAX),
                ends(trust, now));
    }

    private static List<String> ends(TrustAnchors trust, Instant until) {
        return trust.algorithms().algorithms().stream()
                .filter(entry -> !entry.end().isAfter(until))
                .map(Algorithms.Entry::told)
                .toList();
    }

    private static List<String> ending(TrustAnchors trust, Instant after, Instant until) {
        return trust.anchors().stream()
                .filter(anchor -> anchor.end().isAfter(after) && !anchor.end().isAfter(until))
                .map(anchor -> anchor.certificate().getSubjectX500Principal().getName())
                .toList();
    }
}
