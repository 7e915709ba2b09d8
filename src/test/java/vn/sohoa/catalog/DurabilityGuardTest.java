package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** C7: an H2 that acknowledges commits it may lose is refused. */
class DurabilityGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./data/db",
                "jdbc:h2:file:./data/db;WRITE_DELAY=0",
                "jdbc:h2:file:./data/db;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:file:./data/db;WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:file:./data/WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:mem:x;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "JDBC:H2:./data/db"
            })
    void refusesAddressThatMayLoseCommits(String url) {
        refused(() -> DurabilityGuard.checkUrl(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./data/db;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:file:./data/db;db_close_on_exit=false;LOCK_TIMEOUT=5000;write_delay=0",
                "jdbc:postgresql://127.0.0.1/sohoa"
            })
    void acceptsTheOthers(String url) {
        assertThatCode(() -> DurabilityGuard.checkUrl(url)).doesNotThrowAnyException();
    }

    @Test
    void readsTheSettingsInForce(@TempDir Path folder) {
        String file = "jdbc:h2:file:" + folder.resolve("a");
        refused(() -> DurabilityGuard.prove(new DriverManagerDataSource(file)));
        refused(() -> DurabilityGuard.prove(
                new DriverManagerDataSource(file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;INIT=SET WRITE_DELAY 9")));
        DurabilityGuard.prove(new DriverManagerDataSource(TestCatalog.url(folder)));
    }

    private static void refused(Runnable start) {
        assertThatThrownBy(start::run)
                .isInstanceOfSatisfying(
                        DigitisationException.class, e -> org.assertj.core.api.Assertions.assertThat(e.problem())
                                .isEqualTo(Problem.CONFIGURATION_INVALID));
    }
}
