package vn.sohoa.storage;

import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes an S3 store prove what the archive relies on, by trying to break it: some servers accept a lock or an encryption header
 * and then ignore it. A refusal counts only where the same call without the lock, or with the right signature, was allowed.
 */
final class StoreProbe implements StoreCheck {
    private static final String PREFIX = ".probe/";
    private static final byte[] BYTES = {1, 2, 3, 4};
    private static final int LOCK_SECONDS = 60;
    private static final int MOST_LEFT_OVERS = 100;

    private final S3Connection connection;
    private final MinioClient client;
    private final S3Settings settings;
    private final String bucket;
    private final Clock clock;

    StoreProbe(S3Connection connection, S3Settings settings, Clock clock) {
        this.connection = connection;
        this.client = connection.client();
        this.settings = settings;
        this.bucket = settings.bucket();
        this.clock = clock;
    }

    /** What a store may promise. */
    enum Promise {
        /** Test doubles often skip the check. */
        SIGNATURES("từ chối chữ ký truy cập sai"),
        /** With COMPLIANCE not even by the governance bypass. */
        LOCK("khóa chống xóa (Object Lock)"),
        /** radosgw 16.2 keeps it only in buckets without versions. */
        WRITE_ONCE("ghi một lần (If-None-Match)"),
        /** radosgw without a key manager accepts and ignores it. */
        ENCRYPTION("mã hóa khi lưu (SSE)");

        private final String words;

        Promise(String words) {
            this.words = words;
        }
    }

    /** @param reason why not, or empty */
    record Proof(Promise promise, boolean proved, boolean demanded, String reason) {
        String words() {
            return promise.words + " (" + promise + "): " + reason;
        }

        private Finding finding() {
            String state = proved
                    ? "đã chứng minh"
                    : (demanded ? "chưa chứng minh được: " : "không có, không yêu cầu: ") + reason;
            return new Finding(promise.name(), proved || !demanded, promise.words + ": " + state);
        }
    }

    @Override
    public List<Finding> check() {
        return run().stream().map(Proof::finding).toList();
    }

    List<Proof> run() {
        List<Proof> proofs = new ArrayList<>();
        sweep();
        String canary = PREFIX + UUID.randomUUID() + '-';
        for (Promise promise : Promise.values()) {
            String reason;
            try {
                prove(promise, canary + promise);
                reason = "";
            } catch (NotProved broken) {
                reason = String.valueOf(broken.getMessage());
            } catch (MinioException | IOException | IllegalStateException unexpected) {
                reason = S3Failure.of(unexpected).words();
            }
            proofs.add(new Proof(promise, reason.isEmpty(), demanded(promise), reason));
        }
        return proofs;
    }

    private boolean demanded(Promise promise) {
        return switch (promise) {
            case SIGNATURES, LOCK -> settings.lock() != S3Settings.Lock.NONE;
            case WRITE_ONCE -> settings.requireWriteOnce();
            case ENCRYPTION -> settings.encryption() != S3Settings.Encryption.NONE;
        };
    }

    private void prove(Promise promise, String key) throws MinioException, IOException, NotProved {
        switch (promise) {
            case SIGNATURES -> proveSignatures(key);
            case LOCK -> proveLock(key);
            case WRITE_ONCE -> proveWriteOnce(key);
            case ENCRYPTION -> proveEncryption(key);
        }
    }

    private void proveSignatures(String key) throws MinioException, IOException, NotProved {
        ObjectWriteResponse written = client.putObject(canary(key).build());
        String address = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.GET)
                .bucket(bucket)
                .object(key)
                .expiry(60)
                .build());
        String end = address.substring(address.length() - 4);
        String spoiled = address.substring(0, address.length() - 4) + (end.equals("0000") ? "1111" : "0000");
        int good = status(address);
        int bad = status(spoiled);
        remove(key, written.versionId(), false);
        require(good == 200, "chữ ký đúng được trả lời " + good);
        require(bad == 403, "chữ ký sai được trả lời " + bad);
    }

    private int status(String address) throws IOException {
        try (Response answer = connection
                .http()
                .newCall(new Request.Builder().url(address).build())
                .execute()) {
            return answer.code();
        }
    }

    private void proveLock(String key) throws MinioException, IOException, NotProved {
        if (settings.lock() == S3Settings.Lock.NONE) {
            throw new NotProved("lock: none");
        }
        ObjectWriteResponse free = client.putObject(canary(key).build());
        require(free.versionId() != null, "ngăn không bật phiên bản (versioning)");
        try {
            remove(key, free.versionId(), false);
        } catch (MinioException refused) {
            throw new NotProved("người dùng không được xóa phiên bản dưới .probe/ ("
                    + S3Failure.of(refused).words() + "), nên việc từ chối xóa không chứng minh gì");
        }
        RetentionMode mode =
                settings.lock() == S3Settings.Lock.COMPLIANCE ? RetentionMode.COMPLIANCE : RetentionMode.GOVERNANCE;
        Retention minute =
                new Retention(mode, clock.instant().plusSeconds(LOCK_SECONDS).atZone(ZoneOffset.UTC));
        String version = client.putObject(canary(key).retention(minute).build()).versionId();
        requireRefusal(403, "xóa phiên bản đang khóa", () -> remove(key, version, false));
        if (mode == RetentionMode.COMPLIANCE) {
            requireRefusal(403, "xóa phiên bản đang khóa, có bypass", () -> remove(key, version, true));
        }
        try (InputStream in = client.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .versionId(version)
                .build())) {
            require(Arrays.equals(in.readAllBytes(), BYTES), "phiên bản đang khóa đọc lại thấy khác");
        }
    }

    private void proveWriteOnce(String key) throws MinioException, IOException, NotProved {
        Map<String, String> once = Map.of("If-None-Match", "*");
        List<String> versions = new ArrayList<>();
        versions.add(client.putObject(canary(key).headers(once).build()).versionId());
        try {
            requireRefusal(
                    412,
                    "ghi lần hai",
                    () -> versions.add(
                            client.putObject(canary(key).headers(once).build()).versionId()));
        } finally {
            for (String version : versions) {
                remove(key, version, false);
            }
        }
    }

    private void proveEncryption(String key) throws MinioException, NotProved {
        if (settings.encryption() == S3Settings.Encryption.NONE) {
            throw new NotProved("encryption: none");
        }
        PutObjectArgs.Builder args = canary(key);
        S3Bucket.encryption(settings).ifPresent(args::sse);
        ObjectWriteResponse written = client.putObject(args.build());
        String marked = client.statObject(
                        StatObjectArgs.builder().bucket(bucket).object(key).build())
                .headers()
                .get("x-amz-server-side-encryption");
        remove(key, written.versionId(), false);
        String wanted = settings.encryption() == S3Settings.Encryption.KMS ? "aws:kms" : "AES256";
        require(wanted.equals(marked), "kho nhận yêu cầu nhưng không đánh dấu là đã mã hóa");
    }

    private PutObjectArgs.Builder canary(String key) {
        return PutObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(BYTES, BYTES.length)
                .maxRetries(1);
    }

    private void remove(String key, @Nullable String version, boolean bypass) throws MinioException {
        client.removeObject(RemoveObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .versionId(version)
                .bypassGovernanceMode(bypass)
                .build());
    }

    /** Canaries of earlier tries whose minute is over; whatever does not go now goes another day. */
    private void sweep() {
        int tried = 0;
        try {
            for (Result<Item> left : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(PREFIX)
                    .recursive(true)
                    .includeVersions(true)
                    .maxKeys(MOST_LEFT_OVERS)
                    .build())) {
                Item item = left.get();
                boolean young = item.lastModified() != null
                        && item.lastModified()
                                .toInstant()
                                .isAfter(clock.instant().minusSeconds(2 * LOCK_SECONDS));
                if (!young) {
                    remove(item.objectName(), item.versionId(), false);
                }
                if (++tried >= MOST_LEFT_OVERS) {
                    return;
                }
            }
        } catch (MinioException | IllegalStateException later) {
            return;
        }
    }

    private static void requireRefusal(int status, String what, Attempt attempt) throws NotProved, IOException {
        try {
            attempt.make();
        } catch (MinioException refused) {
            S3Failure failure = S3Failure.of(refused);
            require(failure.status() == status, what + " được trả lời " + failure.words() + " thay vì " + status);
            return;
        }
        throw new NotProved(what + " đã được chấp nhận");
    }

    private static void require(boolean holds, String otherwise) throws NotProved {
        if (!holds) {
            throw new NotProved(otherwise);
        }
    }

    private interface Attempt {
        void make() throws MinioException, IOException;
    }

    /** A promise that was broken, or could not be put to the test. */
    private static final class NotProved extends Exception {
        private static final long serialVersionUID = 1;

        NotProved(String reason) {
            super(reason);
        }
    }
}
