package vn.sohoa.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param day business day in Asia/Ho_Chi_Minh
 * @param ended null while it runs or after a crash
 */
public record Run(
        long id,
        String job,
        LocalDate day,
        Instant started,
        @Nullable Instant ended,
        Status status) {

    /** How a run stands. */
    public enum Status {
        RUNNING,
        COMPLETED,
        /** Stopped by a person or at the end of the window; goes on at the next start. */
        STOPPED,
        FAILED
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(ended);
    }
}
