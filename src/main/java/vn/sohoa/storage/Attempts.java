package vn.sohoa.storage;

import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a call that may be repeated, a few times and not for long: each pause is drawn at random up to a bound that doubles,
 * so that many workers do not come back at the same moment.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final int most;
    private final Duration patience;

    Attempts(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** A call to the store that gives the same effect however often it is made. */
    interface Call<T> {
        T make() throws MinioException, IOException, S3Failure;
    }

    /** @throws S3Failure the last attempt's */
    <T> T of(String what, Call<T> call) throws S3Failure {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.make();
            } catch (MinioException | IOException | S3Failure | IllegalStateException e) {
                S3Failure failure = S3Failure.of(e);
                boolean late = System.nanoTime() - began > patience.toNanos();
                if (failure.kind() != S3Failure.Kind.AGAIN || attempt >= most || late) {
                    throw failure;
                }
                LOG.info("{}: {}, attempt {} of {}", what, failure.words(), attempt, most);
                pause(attempt, failure);
            }
        }
    }

    private static void pause(int attempt, S3Failure failure) throws S3Failure {
        long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10));
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(bound / 4, bound + 1));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
