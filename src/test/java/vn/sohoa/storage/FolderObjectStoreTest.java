package vn.sohoa.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;

class FolderObjectStoreTest extends ObjectStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    private static final byte[] KEY = "a key of thirty-two bytes, fixed".getBytes(UTF_8);

    @Override
    ObjectStore open() {
        return ObjectStores.folder(root(), KEY);
    }

    @Override
    void harm(ObjectKey key, byte[] bytes) throws IOException {
        Files.delete(root().resolve(key.value()));
        if (bytes.length > 0) {
            Files.write(root().resolve(key.value()), bytes);
        }
    }

    private Path root() {
        return folder.resolve("store");
    }

    @Test
    void showsFilesToTheirOwnerOnly() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        Path file = root().resolve(object.key());

        assertThat(permissions(file)).isEqualTo("r--------");
        assertThat(permissions(DurableFiles.parent(file))).isEqualTo("rwx------");
        assertThat(permissions(root())).isEqualTo("rwx------");
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        store.put(AGENCY, ObjectRole.MASTER, PAPER);
        store.put(AGENCY, ObjectRole.MASTER, PAPER);

        assertThat(root().resolve(".tmp")).isEmptyDirectory();
    }

    @Test
    void worksWhereTheFileSystemHasNoLinks() throws IOException {
        store = new FolderObjectStore(
                root(), new KeyedNames(KEY), new DurableFiles(FolderObjectStoreTest::noLink), clock());

        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        assertThat(store.put(AGENCY, ObjectRole.MASTER, PAPER)).isEqualTo(object);
        assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);
        assertThat(root().resolve(".tmp")).isEmptyDirectory();
    }

    private static void noLink(Path newName, Path file) {
        throw new UnsupportedOperationException("no links here");
    }

    @Test
    void saysThatTheStoreIsGoneWhenItsDiskIs() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        Files.move(root(), folder.resolve("unmounted"));

        fails(Problem.STORE_UNAVAILABLE, () -> store.read(key(object), object.sha256()));
        fails(Problem.STORE_UNAVAILABLE, () -> store.put(AGENCY, ObjectRole.MASTER, PAPER));
    }

    @Test
    void refusesToOpenWhereNoFolderCanBe() throws IOException {
        Files.writeString(folder.resolve("file"), "not a folder");

        fails(Problem.STORE_UNAVAILABLE, () -> ObjectStores.folder(folder.resolve("file/store"), KEY));
        fails(Problem.STORE_UNAVAILABLE, () -> ObjectStores.folder(folder.resolve("file"), KEY));
    }

    @Test
    void ignoresFilesThatAreNoObjects() throws IOException {
        StoredObject object = store.put(AGENCY, ObjectRole.MASTER, PAPER);
        Files.writeString(root().resolve(object.key()).resolveSibling("readme.txt"), "left by a person");
        Files.createDirectory(root().resolve("master/zz"));

        assertThat(keys()).containsExactly(key(object));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Nested
    class AfterACrash {

        @Test
        void sweepsTemporaryFilesOlderThanADay() throws IOException {
            Path old = left(NOW.minus(Duration.ofHours(24)).minusSeconds(1));
            Path young = left(NOW.minus(Duration.ofHours(23)));

            store = ObjectStores.folder(root(), KEY, clock());

            assertThat(old).doesNotExist();
            assertThat(young).exists();
            assertThat(keys()).isEmpty();
        }

        private Path left(Instant when) throws IOException {
            Path file = Files.createTempFile(root().resolve(".tmp"), "left", ".tmp");
            return Files.setLastModifiedTime(file, FileTime.from(when));
        }

        @Test
        void repeatsAPutThatWasKilledBeforeItsLink() throws Exception {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledPut.class.getName(),
                            root().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out = child.inputReader(UTF_8)) {
                assertThat(out.lines().anyMatch(KilledPut.MARKER::equals)).isTrue();
            } finally {
                child.destroyForcibly().waitFor();
            }
            try (Stream<Path> left = Files.list(root().resolve(".tmp"))) {
                assertThat(left).hasSize(1);
            }
            assertThat(keys()).isEmpty();

            StoredObject object = open().put(AGENCY, ObjectRole.MASTER, PAPER);

            assertThat(keys()).isEqualTo(List.of(key(object)));
            assertThat(store.read(key(object), object.sha256())).isEqualTo(PAPER);
        }
    }

    /** A process that is about to link its finished temporary file and never gets to it. */
    static final class KilledPut {
        static final String MARKER = "about to link";

        public static void main(String[] args) {
            DurableFiles files = new DurableFiles((newName, file) -> {
                System.out.println(MARKER);
                while (true) {
                    java.util.concurrent.locks.LockSupport.park();
                }
            });
            new FolderObjectStore(Path.of(args[0]), new KeyedNames(KEY), files, clock())
                    .put(AGENCY, ObjectRole.MASTER, PAPER);
        }
    }
}
