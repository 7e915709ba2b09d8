package vn.sohoa.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Maintenance;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Retention;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;

/** What every object store must hold. A subclass opens the store and knows how to harm it from behind. */
abstract class ObjectStoreContract {
    static final AgencyCode AGENCY = new AgencyCode("H15.12");
    static final byte[] PAPER = "bản quét của một giấy tờ".getBytes(UTF_8);

    @TempDir
    Path folder;

    ObjectStore store;

    abstract ObjectStore open() throws Exception;

    /** Changes the bytes of an object behind the store's back; empty takes it away. */
    abstract void harm(ObjectKey key, byte[] bytes) throws IOException;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);

        assertThat(object.role()).isEqualTo("MASTER");
        assertThat(object.bytes()).isEqualTo(PAPER.length);
        assertThat(object.sha256()).isEqualTo(Sha256.of(PAPER));
        assertThat(store.contains(key(object))).isTrue();
        assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);
        store.copyTo(key(object), object.sha256(), folder.resolve("copy.pdf"));
        assertThat(folder.resolve("copy.pdf")).hasBinaryContent(PAPER);
    }

    @Test
    void putsLargeFilesAndEmptyOnes() throws IOException {
        byte[] large = new byte[3_000_001];
        new Random(7).nextBytes(large);
        for (byte[] bytes : List.of(large, new byte[0])) {
            Path file = Files.write(folder.resolve("scan.bin"), bytes);
            StoredObject object = store.put(AGENCY, ObjectRole.MASTER, file);
            assertThat(object.bytes()).isEqualTo(bytes.length);
            assertThat(store.read(key(object), Sha256.of(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void adoptsAnObjectUnderTheKeyItHadElsewhere() throws IOException {
        ObjectKey key = new ObjectKey("master/0a/" + "b".repeat(62));
        ObjectKey other = new ObjectKey("text/0c/" + "d".repeat(62));
        Sha256 hash = Sha256.of(PAPER);
        for (int time = 0; time < 2; time++) {
            store.adopt(key, hash, PAPER);
            store.adopt(other, hash, Files.write(folder.resolve("large.pdf"), PAPER));
        }
        assertThat(store.read(key, hash)).isEqualTo(PAPER);
        assertThat(store.read(other, hash)).isEqualTo(PAPER);
    }

    @Test
    void adoptsNothingThatIsNotWhatTheCatalogueSays() {
        ObjectKey key = new ObjectKey("master/0a/" + "b".repeat(62));
        byte[] changed = "khác".getBytes(UTF_8);
        assertThatThrownBy(() -> store.adopt(key, Sha256.of(PAPER), changed))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.STORE_CORRUPT));
        assertThat(store.contains(key)).isFalse();
        store.adopt(key, Sha256.of(changed), changed);
        assertThatThrownBy(() -> store.adopt(key, Sha256.of(PAPER), PAPER))
                .as("a key that is taken by other bytes")
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.STORE_CORRUPT));
    }

    @Test
    void storesTheSameBytesOnce() throws IOException {
        StoredObject first = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        StoredObject second = store.put(AGENCY, ObjectRole.MASTER, Files.write(folder.resolve("again.pdf"), PAPER));

        assertThat(second).isEqualTo(first);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void keepsAgenciesAndRolesApartAndShowsNoBareHash() throws IOException {
        String hex = Sha256.of(PAPER).hex();
        Set<String> keys = new HashSet<>();
        keys.add(store.put(AGENCY, ObjectRole.MASTER, PAPER).key());
        keys.add(store.put(AGENCY, ObjectRole.RESTRICTED, PAPER).key());
        keys.add(store.put(new AgencyCode("H30.1"), ObjectRole.MASTER, PAPER).key());

        assertThat(keys).hasSize(3).noneMatch(key -> key.replace("/", "").contains(hex));
        assertThat(keys()).hasSize(3);
        assertThat(store.put(new AgencyCode("H15.99"), ObjectRole.MASTER, PAPER).key())
                .as("units of one province share their objects")
                .isIn(keys);
    }

    @Test
    void letsTwentyThreadsPutTheSameBytes() throws Exception {
        int threads = 20;
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<StoredObject> put = () -> {
            together.await();
            return store.put(AGENCY, ObjectRole.MASTER, PAPER);
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<StoredObject>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(pool.submit(put));
            }
            Set<StoredObject> objects = new HashSet<>();
            for (Future<StoredObject> result : results) {
                objects.add(result.get());
            }
            assertThat(objects).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(keys()).hasSize(1);
    }

    @Test
    void findsAFlippedBitAndLeavesNoCopy() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        byte[] flipped = PAPER.clone();
        flipped[3] ^= 1;
        harm(key(object), flipped);
        Path copy = folder.resolve("out").resolve("copy.pdf");
        Files.createDirectory(copy.getParent());

        fails(Problem.STORE_CORRUPT, () -> store.read(key(object), object.sha256()));
        fails(Problem.STORE_CORRUPT, () -> store.copyTo(key(object), object.sha256(), copy));
        assertThat(copy.getParent()).isEmptyDirectory();
        fails(Problem.STORE_CORRUPT, () -> store.put(AGENCY, ObjectRole.MASTER, PAPER));
    }

    @Test
    void findsAMissingObject() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        harm(key(object), new byte[0]);

        assertThat(store.contains(key(object))).isFalse();
        fails(Problem.STORE_CORRUPT, () -> store.read(key(object), object.sha256()));
        fails(Problem.STORE_CORRUPT, () -> store.copyTo(key(object), object.sha256(), folder.resolve("copy.pdf")));
        assertThat(folder.resolve("copy.pdf")).doesNotExist();
        assertThat(store.put(AGENCY, ObjectRole.MASTER, PAPER)).isEqualTo(object);
    }

    @Test
    void refusesBytesThatAreNotTheExpectedOnes() {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);

        fails(Problem.STORE_CORRUPT, () -> store.read(key(object), Sha256.of(new byte[] {1})));
    }

    @Test
    void neverOverwritesACopy() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        Path taken = Files.writeString(folder.resolve("taken.pdf"), "already here");

        fails(Problem.OUTPUT_EXISTS, () -> store.copyTo(key(object), object.sha256(), taken));
        assertThat(taken).hasContent("already here");
    }

    @Test
    void retainsWhatIsThereAsOftenAsAsked() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        Retention seconds = new Retention(Maintenance.OTHER, Instant.now().plusSeconds(3));

        store.retain(key(object), seconds);
        store.retain(key(object), seconds);
        assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);
        store.retain(key(object), new Retention(Maintenance.YEARS_10, Instant.parse("2001-01-01T00:00:00Z")));
        ObjectKey never = new KeyedNames(new byte[32]).name(AGENCY, ObjectRole.MASTER, Sha256.of(PAPER));
        fails(Problem.STORE_CORRUPT, () -> store.retain(never, seconds));
    }

    @Test
    void discardsAnObjectOnce() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        store.discard(key(object));
        store.discard(key(object));

        assertThat(store.contains(key(object))).isFalse();
        assertThat(keys()).isEmpty();
    }

    static ObjectKey key(StoredObject object) {
        return new ObjectKey(object.key());
    }

    static void fails(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    List<ObjectKey> keys() throws IOException {
        List<ObjectKey> keys = new ArrayList<>();
        store.forEach(keys::add);
        return keys;
    }
}
