package vn.sohoa.storage;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Opens an S3 store, or refuses to: fail closed where the bucket is missing or a demanded promise is not proved. */
final class S3Start {
    private static final Logger LOG = LoggerFactory.getLogger(S3Start.class);
    private static final int PAGE = 1_000;

    private final S3Settings settings;
    private final S3Connection connection;
    private final Clock clock;

    private S3Start(S3Settings settings, S3Connection connection, Clock clock) {
        this.settings = settings;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * @throws DigitisationException CONFIGURATION_INVALID with what is missing or not proved, STORE_UNAVAILABLE where there is no
     *     answer at all
     */
    static OpenedStore open(S3Settings settings, byte[] indexKey, Clock clock) {
        check(settings);
        S3Connection connection = new S3Connection(settings);
        boolean opened = false;
        try {
            boolean once = new S3Start(settings, connection, clock).proved();
            S3Bucket bucket = new S3Bucket(connection.client(), settings, PAGE);
            ObjectStore store =
                    new MinioObjectStore(connection, bucket, settings, new KeyedNames(indexKey), clock, once);
            opened = true;
            return new OpenedStore(store, new StoreProbe(connection, settings, clock));
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** What no server can mend; told before the first call. */
    private static void check(S3Settings settings) {
        if (settings.accessKey().isBlank() || settings.secretKey().isBlank()) {
            throw invalid(
                    "thiếu khóa truy cập kho S3: đặt SOHOA_S3_ACCESS và SOHOA_S3_SECRET (access-key, secret-key)");
        }
        String scheme = settings.url().getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw invalid("sohoa.storage.s3.url phải là http:// hoặc https://: " + settings.url());
        }
        if (settings.encryption() == S3Settings.Encryption.KMS
                && (settings.kmsKey().isBlank() || !"https".equals(scheme))) {
            throw invalid("encryption: kms cần kms-key và địa chỉ https");
        }
    }

    private boolean proved() {
        ProbeMemory memory = new ProbeMemory(settings, clock);
        Optional<Boolean> known = settings.probe() == S3Settings.Probe.DAILY ? memory.recall() : Optional.empty();
        return known.orElseGet(() -> {
            bucket();
            boolean once = prove();
            memory.remember(once);
            return once;
        });
    }

    private void bucket() {
        Attempts attempts = new Attempts(settings.attempts(), settings.patience());
        try {
            boolean there = attempts.of("bucket", () -> connection
                    .client()
                    .bucketExists(
                            BucketExistsArgs.builder().bucket(settings.bucket()).build()));
            if (!there && settings.createBucket()) {
                attempts.of("bucket", () -> {
                    connection
                            .client()
                            .makeBucket(MakeBucketArgs.builder()
                                    .bucket(settings.bucket())
                                    .objectLock(true)
                                    .build());
                    return true;
                });
                LOG.warn("bucket {} was made, with object lock", settings.bucket());
            } else if (!there) {
                throw invalid("không có ngăn (bucket) " + settings.bucket() + " tại " + settings.url()
                        + "; quản trị kho tạo ngăn có Object Lock theo storage-config/s3/README.md");
            }
        } catch (S3Failure failure) {
            String what = settings + ": " + failure.words();
            throw failure.kind() == S3Failure.Kind.REFUSED && failure.status() > 0
                    ? invalid(what + "; kiểm tra access-key, secret-key, region và quyền của người dùng kho")
                    : new DigitisationException(Problem.STORE_UNAVAILABLE, what, failure);
        }
    }

    private boolean prove() {
        List<StoreProbe.Proof> proofs = new StoreProbe(connection, settings, clock).run();
        String broken = proofs.stream()
                .filter(proof -> proof.demanded() && !proof.proved())
                .map(StoreProbe.Proof::words)
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            throw invalid("kho S3 chưa chứng minh được điều phải có, ngăn " + settings.bucket() + " tại "
                    + settings.url() + ": " + broken + " (xem storage-config/s3/README.md)");
        }
        return proofs.stream().anyMatch(proof -> proof.promise() == StoreProbe.Promise.WRITE_ONCE && proof.proved());
    }

    private static DigitisationException invalid(String what) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, what);
    }
}
