package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.servers.PostgresDatabase;

/** Work list, door and run ledger on PostgreSQL. */
class PostgresWorkListIT extends WorkListContract {

    @Override
    TestCatalog open(Path folder) {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }

    @Test
    void onlyOneProcessIsInsideTheDoor() {
        RunDoor here = db.runDoor();
        RunDoor there = db.runDoor();
        assertThat(here.enter()).isTrue();
        assertThat(there.enter()).isFalse();
        assertThat(there.inside()).isFalse();
        assertThat(here.alone()).isFalse();
        here.leave();
        assertThat(there.enter()).isTrue();
        assertThat(here.enter()).isFalse();
        there.leave();
    }

    @Test
    void whoeverDiesInsideTheDoorLeavesIt() {
        RunDoor here = db.runDoor();
        RunDoor there = db.runDoor();
        assertThat(here.enter()).isTrue();
        JdbcClient.create(db.dataSource())
                .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Boolean.class)
                .list();
        assertThat(here.inside()).isFalse();
        assertThat(there.enter()).isTrue();
        assertThat(here.enter()).isFalse();
        there.leave();
    }

    @Test
    void aServerWithoutItsSafeguardsIsNoCommitPoint() {
        try (PostgresDatabase careless = new PostgresDatabase()) {
            careless.dataSource().setConnectionInitSql("set synchronous_commit = off");
            assertThatThrownBy(() -> DurabilityGuard.prove(careless.dataSource()))
                    .isInstanceOf(DigitisationException.class)
                    .hasMessageContaining("synchronous_commit");
        }
    }
}
