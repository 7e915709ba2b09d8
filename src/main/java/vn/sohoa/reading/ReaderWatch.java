package vn.sohoa.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Problem;
import vn.sohoa.ocr.Deadline;

/** The parent's eye on one reader: ends it when its time or its memory is over. Asked by one thread, told by another. */
final class ReaderWatch {
    private static final String RESIDENT = "VmRSS:";

    private final Process process;
    private final long residentLimitBytes;
    private final Object lock = new Object();
    private boolean on;
    private Duration most = Duration.ZERO;
    private long begunNanos;
    private long cpuBegunNanos;
    private long fileDeadlineNanos;
    private @Nullable Problem verdict;

    ReaderWatch(Process process, long residentLimitBytes) {
        this.process = process;
        this.residentLimitBytes = residentLimitBytes;
    }

    /**
     * The next piece of the answer is due within {@code most}, counted as {@link Deadline} counts, and before {@code
     * fileDeadlineNanos} in any case.
     */
    void expect(Duration most, long fileDeadlineNanos) {
        synchronized (lock) {
            this.most = most;
            this.fileDeadlineNanos = fileDeadlineNanos;
            begunNanos = System.nanoTime();
            cpuBegunNanos = cpuNanos();
            on = true;
        }
    }

    void rest() {
        synchronized (lock) {
            on = false;
        }
    }

    /** Called several times a second. */
    void look() {
        synchronized (lock) {
            if (!on) {
                return;
            }
            if (late()) {
                end(Problem.READER_TIMEOUT);
            } else if (residentBytes() > residentLimitBytes) {
                end(Problem.READER_MEMORY);
            }
        }
    }

    private boolean late() {
        long now = System.nanoTime();
        long wall = now - begunNanos;
        return now - fileDeadlineNanos > 0
                || (wall > most.toNanos() && Deadline.used(wall, cpuNanos() - cpuBegunNanos) > most.toNanos());
    }

    /** As the system counts it, so that a reader cannot misstate it; 0 once it is dead. */
    long cpuNanos() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Why this watch has ended the reader, if it has. */
    Optional<Problem> verdict() {
        synchronized (lock) {
            return Optional.ofNullable(verdict);
        }
    }

    private void end(Problem why) {
        verdict = why;
        on = false;
        process.destroyForcibly();
    }

    /** 0 where the system does not tell. */
    private long residentBytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            // the name of a process may be any bytes
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
