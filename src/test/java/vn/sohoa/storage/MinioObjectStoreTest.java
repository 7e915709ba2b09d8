package vn.sohoa.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.storage.ObjectStoreContract.AGENCY;
import static vn.sohoa.storage.ObjectStoreContract.PAPER;
import static vn.sohoa.storage.ObjectStoreContract.fails;
import static vn.sohoa.storage.ObjectStoreContract.key;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.FaultyS3.Fault;

/** What the S3 store does when the server is busy, cut off, or lies. */
class MinioObjectStoreTest {
    private static final byte[] KEY = "a key of thirty-two bytes, fixed".getBytes(UTF_8);

    @TempDir
    Path folder;

    private FaultyS3 server;
    private MinioObjectStore store;

    @BeforeEach
    void open() throws IOException {
        server = new FaultyS3();
        S3Settings settings = server.settings(folder);
        S3Connection connection = new S3Connection(settings);
        store = new MinioObjectStore(
                connection,
                new S3Bucket(connection.client(), settings, 1000),
                settings,
                new KeyedNames(KEY),
                Clock.systemUTC(),
                false);
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void waitsWhileTheStoreIsBusy() {
        server.next("PUT", Fault.SLOW_DOWN, Fault.CONFLICT);

        StoredObject object = put();

        assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);
        assertThat(server.calls.stream().filter("PUT"::equals)).hasSize(3);
    }

    @Test
    void givesUpOnAStoreThatStaysBusy() {
        server.next("PUT", Fault.SLOW_DOWN, Fault.SLOW_DOWN, Fault.SLOW_DOWN);

        fails(Problem.STORE_UNAVAILABLE, this::put);
        assertThat(folder.resolve("staging")).isEmptyDirectory();
        assertThat(put().sha256()).isEqualTo(Sha256.of(PAPER));
    }

    @Test
    void putsAgainWhenTheAnswerWasLost() {
        server.next("PUT", Fault.CUT);

        StoredObject object = put();

        assertThat(server.objects).hasSize(1);
        assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);
    }

    @Test
    void looksTwiceBeforeItCallsBytesSpoiled() {
        StoredObject object = put();
        server.next("GET", Fault.FLIPPED);
        assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);

        server.next("GET", Fault.FLIPPED, Fault.FLIPPED);
        fails(Problem.STORE_CORRUPT, () -> store.read(key(object), object.sha256()));
    }

    @Test
    void neverSaysStoredOfBytesThatReadBackDifferently() {
        server.next("GET", Fault.FLIPPED, Fault.FLIPPED);

        fails(Problem.STORE_CORRUPT, this::put);
    }

    @Test
    void readsAgainWhatWasCutShort() {
        StoredObject object = put();
        server.next("GET", Fault.TRUNCATED, Fault.TRUNCATED);
        store.copyTo(key(object), object.sha256(), folder.resolve("copy.pdf"));
        assertThat(folder.resolve("copy.pdf")).hasBinaryContent(PAPER);

        server.next("GET", Fault.TRUNCATED, Fault.TRUNCATED, Fault.TRUNCATED);
        fails(Problem.STORE_UNAVAILABLE, () -> store.read(key(object), object.sha256()));
    }

    @Test
    void doesNotWaitLongForAStoreThatNeverAnswers() {
        StoredObject object = put();
        server.next("GET", Fault.NO_ANSWER, Fault.NO_ANSWER, Fault.NO_ANSWER);
        long began = System.nanoTime();

        fails(Problem.STORE_UNAVAILABLE, () -> store.read(key(object), object.sha256()));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void tellsNoSecret() {
        assertThat(server.settings(folder).toString()).doesNotContain("secret-of-a-test");
    }

    private StoredObject put() {
        return store.put(AGENCY, ObjectRole.MASTER, PAPER);
    }
}
