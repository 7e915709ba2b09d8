package vn.sohoa.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.Maintenance;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Retention;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.servers.RealServers;

/** The contract, and what a lock is for, against a real S3 store: a bucket made with object lock. */
class MinioObjectStoreIT extends ObjectStoreContract {
    private static final byte[] KEY = "a key of thirty-two bytes, fixed".getBytes(UTF_8);
    private static final byte[] PLANTED = "một tờ giấy khác".getBytes(UTF_8);

    private S3Fixture s3;

    @Override
    ObjectStore open() throws MinioException {
        s3 = S3Fixture.open(S3Settings.Lock.COMPLIANCE, true, folder.resolve("working"));
        return store(s3.settings, 3);
    }

    private ObjectStore store(S3Settings settings, int page) {
        S3Connection connection = new S3Connection(settings);
        return new MinioObjectStore(
                connection,
                new S3Bucket(connection.client(), settings, page),
                settings,
                new KeyedNames(KEY),
                Clock.systemUTC(),
                false);
    }

    @Override
    void harm(ObjectKey key, byte[] bytes) throws IOException {
        try {
            for (Item version : s3.versions(key.value())) {
                s3.remove(version, false);
            }
        } catch (MinioException e) {
            throw new IOException(e);
        }
        if (bytes.length > 0) {
            s3.overwrite(key, bytes);
        }
    }

    @AfterEach
    void close() throws Exception {
        if (s3 != null) {
            ((AutoCloseable) store).close();
            s3.close();
        }
    }

    @Test
    void keepsALockedMasterFromItsOwnUser() throws Exception {
        StoredObject master = locked(Maintenance.YEARS_10);
        Item version = s3.versions(master.key()).get(0);

        refused(() -> s3.remove(version, false));
        refused(() -> s3.remove(version, true));
        fails(Problem.STORE_LOCKED, () -> store.discard(key(master)));
        assertThat(store.read(key(master), master.sha256())).isEqualTo(PAPER);
    }

    @Test
    void servesTheRightBytesUnderAPlantedVersion() throws Exception {
        StoredObject master = locked(Maintenance.YEARS_10);
        s3.overwrite(key(master), PLANTED);

        assertThat(store.read(key(master), master.sha256())).isEqualTo(PAPER);
        store.copyTo(key(master), master.sha256(), folder.resolve("copy.pdf"));
        assertThat(folder.resolve("copy.pdf")).hasBinaryContent(PAPER);
        assertThat(store.put(AGENCY, ObjectRole.MASTER, PAPER)).isEqualTo(master);
    }

    @Test
    void servesTheRightBytesUnderADeleteMarker() throws Exception {
        StoredObject master = locked(Maintenance.YEARS_10);
        s3.mark(key(master));

        assertThat(store.contains(key(master))).isTrue();
        assertThat(store.read(key(master), master.sha256())).isEqualTo(PAPER);
        assertThat(keys()).containsExactly(key(master));
        assertThat(store.put(AGENCY, ObjectRole.MASTER, PAPER)).isEqualTo(master);
    }

    @Test
    void neverShortensALock() throws Exception {
        StoredObject master = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        Instant late = soon(Duration.ofSeconds(30));
        store.retain(key(master), new Retention(Maintenance.OTHER, late));
        store.retain(key(master), new Retention(Maintenance.OTHER, late));
        store.retain(key(master), new Retention(Maintenance.OTHER, soon(Duration.ofSeconds(5))));

        assertThat(lock(master).until()).isEqualTo(late);
        assertThat(s3.versions(master.key())).hasSize(1);
    }

    @Test
    void holdsAPermanentMasterWithoutADate() throws Exception {
        StoredObject master = locked(Maintenance.PERMANENT);

        assertThat(lock(master).hold()).isTrue();
        s3.client.disableObjectLegalHold(io.minio.DisableObjectLegalHoldArgs.builder()
                .bucket(s3.settings.bucket())
                .object(master.key())
                .build());
        refused(() -> s3.remove(s3.versions(master.key()).get(0), true));
    }

    @Test
    void discardsAllVersions() throws Exception {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        s3.overwrite(key(object), PLANTED);
        s3.mark(key(object));
        store.discard(key(object));
        store.discard(key(object));

        assertThat(s3.versions("")).isEmpty();
    }

    @Test
    void putsAFileInParts() throws Exception {
        byte[] large = new byte[35_000_001];
        new Random(11).nextBytes(large);
        Path file = Files.write(folder.resolve("box.tif"), large);

        StoredObject object = store.put(AGENCY, ObjectRole.ACCESS_COPY, file);

        assertThat(object.sha256()).isEqualTo(Sha256.of(large));
        store.copyTo(key(object), object.sha256(), folder.resolve("copy.tif"));
        assertThat(folder.resolve("copy.tif")).hasBinaryContent(large);
        assertThat(folder.resolve("working/staging")).isEmptyDirectory();
    }

    @Test
    void listsPageByPage() throws Exception {
        Set<ObjectKey> put = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            put.add(key(store.put(AGENCY, ObjectRole.TEXT, new byte[] {(byte) i})));
        }
        s3.overwrite(put.iterator().next(), PLANTED);
        s3.mark(put.iterator().next());

        assertThat(keys()).hasSize(8).containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void saysThatTheStoreIsAwayAndNotThatAPaperIsGone() throws Exception {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        RealServers.S3 server = RealServers.s3();
        RealServers.S3 stranger = new RealServers.S3(server.url(), server.access(), server.secret() + "x");
        RealServers.S3 nobody = new RealServers.S3("http://127.0.0.1:9", server.access(), server.secret());
        String bucket = s3.settings.bucket();

        for (S3Settings wrong : new S3Settings[] {
            settings(stranger, bucket), settings(server, "sohoa-it-none"), settings(nobody, bucket)
        }) {
            ObjectStore there = store(wrong, 3);
            long began = System.nanoTime();
            fails(Problem.STORE_UNAVAILABLE, () -> there.read(key(object), object.sha256()));
            fails(Problem.STORE_UNAVAILABLE, () -> there.put(AGENCY, ObjectRole.MASTER, PAPER));
            fails(Problem.STORE_UNAVAILABLE, () -> there.contains(key(object)));
            fails(Problem.STORE_UNAVAILABLE, () -> there.discard(key(object)));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private S3Settings settings(RealServers.S3 server, String bucket) {
        return S3Fixture.settings(server, bucket, S3Settings.Lock.COMPLIANCE, folder.resolve("working"));
    }

    /** Under a lock of seconds: a test must not leave what nobody can remove. */
    private StoredObject locked(Maintenance maintenance) {
        StoredObject master = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        store.retain(key(master), new Retention(maintenance, soon(Duration.ofSeconds(20))));
        return master;
    }

    private static Instant soon(Duration later) {
        return Instant.now().plus(later).truncatedTo(ChronoUnit.SECONDS);
    }

    private S3Bucket.Lock lock(StoredObject object) throws MinioException {
        S3Bucket bucket = new S3Bucket(s3.client, s3.settings, 10);
        return bucket.lock(bucket.versions(object.key()).get(0)).orElseThrow();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ErrorResponseException.class, e -> assertThat(
                        e.response().code())
                .isEqualTo(403));
    }
}
