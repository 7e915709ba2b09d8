package vn.sohoa.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.workflow.RunPolicy;

/**
 * A job file, checked.
 *
 * @param file where it was read from
 * @param inbox folder of deliveries, relative to the data folder unless absolute
 * @param settle how long a folder without {@code .ready} must be quiet
 * @param schedule when it runs by itself, or null: only when asked
 * @param kind what is done: {@link #DIGITISE}, or upkeep such as {@code trust}; the name of a job of the house
 */
public record JobDefinition(
        Path file,
        String name,
        String description,
        String inbox,
        Duration settle,
        RunPolicy policy,
        @Nullable Schedule schedule,
        String kind) {

    /** The four legal steps over the papers of an inbox. */
    public static final String DIGITISE = "digitise";

    /** A job that digitises. */
    public JobDefinition(
            Path file,
            String name,
            String description,
            String inbox,
            Duration settle,
            RunPolicy policy,
            @Nullable Schedule schedule) {
        this(file, name, description, inbox, settle, policy, schedule, DIGITISE);
    }

    /** Whether it takes papers in; upkeep does not. */
    public boolean digitises() {
        return kind.equals(DIGITISE);
    }

    /**
     * Times of day in Asia/Ho_Chi_Minh; a window may cross midnight.
     *
     * @param end no new paper is begun after it
     */
    public record Schedule(LocalTime start, LocalTime end) {

        /** Whether work may be begun at this time of day. */
        public boolean open(LocalTime now) {
            return start.isBefore(end)
                    ? !now.isBefore(start) && now.isBefore(end)
                    : !now.isBefore(start) || now.isBefore(end);
        }
    }

    public Optional<Schedule> window() {
        return Optional.ofNullable(schedule);
    }
}
