package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Look;

/** A catalogue that has been written to often, each time durably. */
class FileUpkeepTest {
    private static final int COMMITS = 300;

    @TempDir
    private Path folder;

    @Test
    void gathersWhatIsInUseAndKeepsEveryRow() throws Exception {
        int looks;
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (TestCatalog catalog = TestCatalog.open(folder);
                FileUpkeep upkeep = new FileUpkeep(catalog.dataSource())) {
            JdbcClient.create(catalog.dataSource())
                    .sql("set retention_time 0")
                    .update(); // else pages of the last 45 s stay where they are
            look(catalog.accessLog(), COMMITS);
            assertThat(filled(catalog.dataSource())).isLessThan(FileUpkeep.FILLED); // else there is nothing to do

            for (int i = 0; i < 20 && filled(catalog.dataSource()) < FileUpkeep.FILLED; i++) {
                upkeep.pass();
                look(catalog.accessLog(), 1); // a commit lets go of what was gathered
            }
            looks = catalog.accessLog().newest(Optional.empty(), 10_000).size();

            assertThat(filled(catalog.dataSource())).isGreaterThanOrEqualTo(FileUpkeep.FILLED);
            assertThat(looks).isGreaterThan(COMMITS);
            assertLooksAreThere(catalog, looks);
            Files.copy(folder.resolve("catalog.mv.db"), copy.resolve("catalog.mv.db")); // as a kill would leave it
        }
        try (TestCatalog again = TestCatalog.open(folder)) {
            assertLooksAreThere(again, looks);
        }
        try (TestCatalog killed = TestCatalog.open(copy)) {
            assertLooksAreThere(killed, looks);
        }
    }

    private static void look(AccessLog log, int times) {
        for (int i = 0; i < times; i++) {
            log.enter(List.of(new Look(
                    TestCatalog.NOON,
                    "lan.nt",
                    "PROCESSING_OFFICER",
                    "H15.12",
                    Look.Kind.HIT,
                    UUID.randomUUID(),
                    "tìm",
                    "127.0.0.1",
                    Look.Result.SHOWN)));
        }
    }

    private static void assertLooksAreThere(TestCatalog catalog, int looks) {
        assertThat(catalog.accessLog().violations()).isEmpty();
        assertThat(catalog.accessLog().newest(Optional.empty(), 10_000)).hasSize(looks);
    }

    private static int filled(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore().getFileStore().getChunksFillRate();
        }
    }
}
