package vn.sohoa.storage;

import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.ServerSideEncryption;
import io.minio.SetObjectRetentionArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** One bucket, with patience: each method is a call that may be repeated, and is, while the store is busy or cut off. */
final class S3Bucket {
    private static final String CONTENT = "application/octet-stream";

    private final MinioClient client;
    private final S3Settings settings;
    private final String bucket;
    private final Attempts attempts;
    private final int page;

    S3Bucket(MinioClient client, S3Settings settings, int page) {
        this.client = client;
        this.settings = settings;
        this.bucket = settings.bucket();
        this.attempts = new Attempts(settings.attempts(), settings.patience());
        this.page = page;
    }

    /** Takes the bytes of an object from the line; called anew when the line breaks. */
    interface Taking<T> {
        T take(InputStream in) throws IOException;
    }

    /** @param id null where it is the newest that counts */
    record Version(String key, @Nullable String id, boolean marker) {}

    /** How a version is locked. */
    record Lock(@Nullable RetentionMode mode, @Nullable Instant until, boolean hold) {
        boolean holdsAt(Instant now) {
            return hold || (until != null && until.isAfter(now));
        }
    }

    /** A page of a listing: one entry for each version and marker, and where the next begins. */
    record Page(List<Version> versions, @Nullable String next) {}

    /**
     * Sends a file under a key.
     *
     * @param once ask the store to refuse a second one (not possible for files in parts)
     */
    void put(String key, Path file, long length, boolean once) {
        Map<String, String> headers =
                once && length <= settings.partSize().toBytes() ? Map.of("If-None-Match", "*") : Map.of();
        try {
            attempts.of("put", () -> {
                UploadObjectArgs.Builder args = UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .filename(file.toString(), settings.partSize().toBytes())
                        .contentType(CONTENT)
                        .headers(headers)
                        .maxRetries(1);
                encryption(settings).ifPresent(args::sse);
                return client.uploadObject(args.build());
            });
        } catch (S3Failure failure) {
            if (failure.kind() != S3Failure.Kind.EXISTS) {
                throw unavailable("put of " + key, failure);
            }
        }
    }

    /** What is sent with each put so that the server encrypts. */
    static Optional<ServerSideEncryption> encryption(S3Settings settings) throws MinioException {
        return switch (settings.encryption()) {
            case NONE -> Optional.empty();
            case S3 -> Optional.of(new ServerSideEncryption.S3());
            case KMS -> Optional.of(new ServerSideEncryption.KMS(settings.kmsKey(), Map.of()));
        };
    }

    /** The bytes of the newest version, or of a certain one; empty if it is not there or only a delete marker. */
    <T> Optional<T> get(String key, @Nullable String version, Taking<T> taking) {
        return found("reading of " + key, () -> {
            GetObjectArgs.Builder args = GetObjectArgs.builder().bucket(bucket).object(key);
            if (version != null) {
                args.versionId(version);
            }
            try (InputStream in = client.getObject(args.build())) {
                return taking.take(in);
            }
        });
    }

    /** Whether the newest version is no delete marker. */
    boolean shows(String key) {
        return found(
                        "look at " + key,
                        () -> client.statObject(StatObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .build()))
                .isPresent();
    }

    /** The lock of a version; empty if the version is not there. */
    Optional<Lock> lock(Version version) {
        return found("look at the lock of " + version.key(), () -> {
            StatObjectResponse stat = client.statObject(StatObjectArgs.builder()
                    .bucket(bucket)
                    .object(version.key())
                    .versionId(version.id())
                    .build());
            var until = stat.lockRetainUntilDate();
            return new Lock(
                    stat.lockMode(),
                    until == null ? null : until.toInstant(),
                    stat.lockLegalHold().status());
        });
    }

    /** Locks a version until a day. */
    void lock(Version version, RetentionMode mode, Instant until) {
        done("lock of " + version.key(), () -> {
            client.setObjectRetention(SetObjectRetentionArgs.builder()
                    .bucket(bucket)
                    .object(version.key())
                    .versionId(version.id())
                    .config(new Retention(mode, until.atZone(ZoneOffset.UTC)))
                    .build());
            return true;
        });
    }

    /** Locks a version until somebody with the right takes the hold off. */
    void hold(Version version) {
        done("hold of " + version.key(), () -> {
            client.enableObjectLegalHold(EnableObjectLegalHoldArgs.builder()
                    .bucket(bucket)
                    .object(version.key())
                    .versionId(version.id())
                    .build());
            return true;
        });
    }

    /** Takes one version or marker away for good. */
    void remove(Version version) {
        found("removal of " + version.key(), () -> {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(version.key())
                    .versionId(version.id())
                    .build());
            return true;
        });
    }

    /** All versions and delete markers of a key, the oldest last. */
    List<Version> versions(String key) {
        List<Version> all = new ArrayList<>();
        done("versions of " + key, () -> {
            all.clear();
            for (Result<Item> entry : list(key, null)) {
                Version version = version(entry.get());
                if (version.key().equals(key)) {
                    all.add(version);
                }
            }
            return true;
        });
        return all;
    }

    /** Versions of keys that begin with a prefix and come after a key. Keys may come twice, on either side of a page's end. */
    Page page(String prefix, @Nullable String after) {
        return done("list of " + prefix, () -> {
            List<Version> versions = new ArrayList<>();
            String last = null;
            for (Result<Item> entry : list(prefix, after)) {
                Version version = version(entry.get());
                versions.add(version);
                last = last == null || version.key().compareTo(last) > 0 ? version.key() : last;
                if (after != null && last.compareTo(after) <= 0) {
                    throw new IOException("listing does not advance");
                }
                if (versions.size() >= page) {
                    return new Page(versions, last);
                }
            }
            return new Page(versions, null);
        });
    }

    private Iterable<Result<Item>> list(String prefix, @Nullable String after) {
        ListObjectsArgs.Builder args = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .includeVersions(true)
                .maxKeys(page);
        // radosgw begins with the marker's own older versions: the sign behind the last hex digit leaves those out
        return client.listObjects((after == null ? args : args.keyMarker(after + '~')).build());
    }

    private static Version version(Item item) {
        return new Version(item.objectName(), item.versionId(), item.isDeleteMarker());
    }

    private <T> Optional<T> found(String what, Attempts.Call<T> call) {
        try {
            return Optional.of(attempts.of(what, call));
        } catch (S3Failure failure) {
            if (failure.kind() == S3Failure.Kind.MISSING) {
                return Optional.empty();
            }
            throw unavailable(what, failure);
        }
    }

    private <T> T done(String what, Attempts.Call<T> call) {
        try {
            return attempts.of(what, call);
        } catch (S3Failure failure) {
            throw unavailable(what, failure);
        }
    }

    private DigitisationException unavailable(String what, S3Failure failure) {
        return new DigitisationException(
                Problem.STORE_UNAVAILABLE, what + " in " + settings + ": " + failure.words(), failure);
    }
}
