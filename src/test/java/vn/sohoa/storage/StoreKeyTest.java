package vn.sohoa.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.Problem;

class StoreKeyTest {

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("data/store.key");
        byte[] key = StoreKey.loadOrCreate(file);

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(StoreKey.loadOrCreate(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void refusesAFileThatIsNoKey() throws IOException {
        Path file = Files.writeString(folder.resolve("store.key"), "too short");

        ObjectStoreContract.fails(Problem.CONFIGURATION_INVALID, () -> StoreKey.loadOrCreate(file));
    }

    @Test
    void tellsTheCommandWhereAKeyHasToBeThere() {
        Path file = folder.resolve("store.key");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> StoreKey.load(file))
                .hasMessageContaining("head -c 32 /dev/urandom > " + file);
        assertThat(file).doesNotExist();
        byte[] key = StoreKey.loadOrCreate(file);
        assertThat(StoreKey.load(file)).isEqualTo(key);
    }
}
