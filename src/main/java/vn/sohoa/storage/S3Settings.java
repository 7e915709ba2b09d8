package vn.sohoa.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * An S3-compatible store, {@code sohoa.storage.s3}.
 *
 * @param url without bucket, such as {@code https://s3.tinh.example:9000}
 * @param lock how masters are locked; {@code none} proves and locks nothing
 * @param encryption asked for with each put, and proved at start
 * @param kmsKey name of the key, of encryption {@code kms} only
 * @param requireWriteOnce refuse a store that ignores {@code If-None-Match: *}
 * @param createBucket make a missing bucket, with object lock; for development only
 * @param probe when the store has to prove its promises anew
 * @param partSize larger files are sent in parts of this size, 5 MB or more
 * @param timeout of one read or write on the line, not of a whole file
 * @param attempts in all, of one call
 * @param patience after this long no further attempt is begun
 * @param working private files while they are hashed, and the memory of the probe
 */
record S3Settings(
        @DefaultValue("http://127.0.0.1:9000") URI url,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("sohoa") String bucket,
        @DefaultValue("none") Lock lock,
        @DefaultValue("none") Encryption encryption,
        @DefaultValue("") String kmsKey,
        @DefaultValue("false") boolean requireWriteOnce,
        @DefaultValue("false") boolean createBucket,
        @DefaultValue("daily") Probe probe,
        @DefaultValue("16MB") DataSize partSize,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("4") int attempts,
        @DefaultValue("15s") Duration patience,
        @DefaultValue("data/s3") Path working) {

    S3Settings {
        if (attempts < 1 || partSize.toMegabytes() < 5) {
            throw new IllegalArgumentException(
                    "sohoa.storage.s3: attempts " + attempts + " (least 1), part-size " + partSize + " (least 5MB)");
        }
        if (connectTimeout.toMillis() <= 0 || timeout.toMillis() <= 0) {
            throw new IllegalArgumentException("sohoa.storage.s3: connect-timeout and timeout must be positive");
        }
    }

    /** Object Lock of S3. */
    enum Lock {
        /** Masters stay removable. */
        NONE,
        /** Only a user with a right of its own may lift it; the application's has none. */
        GOVERNANCE,
        /** Nobody lifts it before its day. */
        COMPLIANCE
    }

    /** Encryption at rest, by the server. */
    enum Encryption {
        NONE,
        S3,
        KMS
    }

    /** When the promises are put to the test. */
    enum Probe {
        /** At a start, where it was not proved with the same settings within 24 hours. */
        DAILY,
        /** At every start. */
        ALWAYS
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + url;
    }
}
