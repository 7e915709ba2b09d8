package vn.sohoa.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run in figures, counted in papers.
 *
 * @param day business day in Asia/Ho_Chi_Minh
 * @param status RUNNING, COMPLETED, STOPPED or FAILED
 * @param failed tried and left where they are, to be tried again
 * @param skipped not reached (window closed, stopped)
 * @param refused deliveries left in the inbox; no papers
 * @param pages of the papers that got an outcome
 */
public record RunSummary(
        long run,
        String job,
        LocalDate day,
        String status,
        Instant started,
        @Nullable Instant ended,
        int done,
        int review,
        int rescan,
        int awaitingSignature,
        int outOfScope,
        int quarantined,
        int failed,
        int skipped,
        int refused,
        int pages,
        double pagesPerMinute) {

    /** All papers the run was answerable for. */
    public int read() {
        return done + review + rescan + awaitingSignature + outOfScope + quarantined + failed + skipped;
    }

    /** Papers and deliveries that wait for a person. */
    public int waiting() {
        return review + rescan + awaitingSignature + quarantined + refused;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(ended);
    }
}
