package vn.sohoa.storage;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import vn.sohoa.servers.RealServers;

/** A bucket of its own on a real store, and what an attacker or an administrator may do to it from behind. */
final class S3Fixture implements AutoCloseable {

    final S3Settings settings;
    final S3Connection connection;
    final MinioClient client;

    private S3Fixture(S3Settings settings) {
        this.settings = settings;
        connection = new S3Connection(settings);
        client = connection.client();
    }

    static S3Fixture open(S3Settings.Lock lock, boolean objectLock, Path working) throws MinioException {
        String bucket = "sohoa-it-" + UUID.randomUUID();
        S3Fixture fixture = new S3Fixture(settings(RealServers.s3(), bucket, lock, working));
        fixture.client.makeBucket(
                MakeBucketArgs.builder().bucket(bucket).objectLock(objectLock).build());
        return fixture;
    }

    static S3Settings settings(RealServers.S3 server, String bucket, S3Settings.Lock lock, Path working) {
        return new S3Settings(
                URI.create(server.url()),
                "us-east-1",
                server.access(),
                server.secret(),
                bucket,
                lock,
                S3Settings.Encryption.NONE,
                "",
                false,
                false,
                S3Settings.Probe.ALWAYS,
                DataSize.ofMegabytes(16),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                4,
                Duration.ofSeconds(20),
                working);
    }

    static S3Settings with(S3Settings s, S3Settings.Encryption encryption, boolean once, S3Settings.Probe probe) {
        return new S3Settings(
                s.url(),
                s.region(),
                s.accessKey(),
                s.secretKey(),
                s.bucket(),
                s.lock(),
                encryption,
                "",
                once,
                false,
                probe,
                s.partSize(),
                s.connectTimeout(),
                s.timeout(),
                s.attempts(),
                s.patience(),
                s.working());
    }

    /** Writes a newer version with other bytes. */
    void overwrite(ObjectKey key, byte[] bytes) throws IOException {
        try {
            client.putObject(PutObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(key.value())
                    .data(bytes, bytes.length)
                    .build());
        } catch (MinioException e) {
            throw new IOException(e);
        }
    }

    /** Removes the newest version: in a bucket with versions, a delete marker. */
    void mark(ObjectKey key) throws MinioException {
        client.removeObject(RemoveObjectArgs.builder()
                .bucket(settings.bucket())
                .object(key.value())
                .build());
    }

    void remove(Item version, boolean bypass) throws MinioException {
        client.removeObject(RemoveObjectArgs.builder()
                .bucket(settings.bucket())
                .object(version.objectName())
                .versionId(version.versionId())
                .bypassGovernanceMode(bypass)
                .build());
    }

    List<Item> versions(String prefix) throws MinioException {
        List<Item> all = new ArrayList<>();
        for (Result<Item> entry : client.listObjects(ListObjectsArgs.builder()
                .bucket(settings.bucket())
                .prefix(prefix)
                .recursive(true)
                .includeVersions(true)
                .build())) {
            all.add(entry.get());
        }
        return all;
    }

    boolean exists() throws MinioException {
        return client.bucketExists(
                BucketExistsArgs.builder().bucket(settings.bucket()).build());
    }

    /** Takes the bucket away; what is under a lock that nobody lifts stays, with its bucket. */
    @Override
    public void close() throws MinioException {
        boolean empty = true;
        if (exists()) {
            for (Item version : versions("")) {
                try {
                    remove(version, true);
                } catch (MinioException locked) {
                    empty = false;
                }
            }
            if (empty) {
                client.removeBucket(
                        RemoveBucketArgs.builder().bucket(settings.bucket()).build());
            }
        }
        connection.close();
    }
}
