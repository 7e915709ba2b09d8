package vn.sohoa.reading;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.TrustState;

/**
 * Whether an earlier verdict on a signature still stands: made with the policy and the trust anchors of today, and not too long
 * ago. Anything else is stale and has to be judged anew before it counts.
 */
public final class VerdictAge {
    private final Path trust;
    private final Duration most;
    private final Clock clock;

    /** @param trust folder of the anchors @param most how long a verdict stands */
    public VerdictAge(Path trust, Duration most, Clock clock) {
        this.trust = trust;
        this.most = most;
        this.clock = clock;
    }

    /** The test for now; the anchors are read once. Problem: CONFIGURATION_INVALID. */
    public Predicate<SignatureReport> stale() {
        Instant now = clock.instant();
        TrustState state = TrustState.of(trust, now);
        return report -> report.verdict() != SignatureVerdict.KHONG_CO_CHU_KY
                && (!report.policy().equals(state.policy())
                        || !report.anchors().equals(state.anchors())
                        || report.checkedAt()
                                .map(then -> then.plus(most).isBefore(now))
                                .orElse(true));
    }
}
