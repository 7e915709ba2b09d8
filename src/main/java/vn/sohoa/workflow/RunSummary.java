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
 * @param upkeep what the job {@code preserve} did, told by the run that did it; null for other jobs and for runs looked up later
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
        double pagesPerMinute,
        @Nullable Upkeep upkeep) {

    /** What was done for proof, in papers each. @param left tried and left as they were */
    public record Upkeep(int raised, int recorded, int renewed, int left) {

        /** A paper that was raised is recorded anew in the same run, and what was just recorded is not renewed. */
        int papers() {
            return Math.max(raised, recorded) + renewed;
        }
    }

    /** A run of which no more is known than the ledger says. */
    public RunSummary(
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
        this(
                run,
                job,
                day,
                status,
                started,
                ended,
                done,
                review,
                rescan,
                awaitingSignature,
                outOfScope,
                quarantined,
                failed,
                skipped,
                refused,
                pages,
                pagesPerMinute,
                null);
    }

    /** The same with what was done for proof, which takes no paper through the legal steps. */
    public RunSummary with(Upkeep kept) {
        return new RunSummary(
                run,
                job,
                day,
                status,
                started,
                ended,
                done + kept.papers(),
                review,
                rescan,
                awaitingSignature,
                outOfScope,
                quarantined,
                failed + kept.left(),
                skipped,
                refused,
                pages,
                pagesPerMinute,
                kept);
    }

    /** All papers the run was answerable for. */
    public int read() {
        return done + review + rescan + awaitingSignature + outOfScope + quarantined + failed + skipped;
    }

    /** Papers and deliveries that wait for a person. */
    public int waiting() {
        return review + rescan + awaitingSignature + quarantined + refused;
    }

    /** What was done for proof, if that was the work of the run. */
    public Optional<Upkeep> kept() {
        return Optional.ofNullable(upkeep);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(ended);
    }
}
