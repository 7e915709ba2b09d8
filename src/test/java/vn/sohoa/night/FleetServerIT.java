package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.servers.ServerHouse;

/** One run over several processes on real servers: workers join, leave and die, leaders are refused, die and are replaced. */
class FleetServerIT {
    private static final int DOSSIERS = 12;
    private static final int PAPERS = 3 * DOSSIERS;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private ServerHouse house;

    @BeforeEach
    void deliver() throws IOException, InterruptedException {
        house = new ServerHouse(folder);
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/test/chaos/SmallPapers.java",
                        "jobs/samples/inbox",
                        folder.resolve("inbox").toString(),
                        "1",
                        String.valueOf(DOSSIERS))
                .inheritIO()
                .start();
        assertThat(generator.waitFor()).isZero();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        if (house != null) { // else skipped: there are no such servers
            house.close();
        }
    }

    private Sohoa sohoa(String name) {
        return new Sohoa(folder.resolve(name), house.environment());
    }

    private Process worker(String name) throws IOException {
        return start(name, "worker");
    }

    private Process leader(String name) throws IOException {
        return start(name, run());
    }

    private String[] run() {
        return new String[] {
            "job", "run", "demo", "--inbox", folder.resolve("inbox").toString()
        };
    }

    private Process start(String name, String... arguments) throws IOException {
        Process process = sohoa(name).start(folder.resolve(name + ".log"), arguments);
        started.add(process);
        return process;
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = house.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from document where " + condition)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            if ("42P01".equals(failure.getSQLState())) {
                return 0; // nobody has made the tables yet
            }
            throw failure;
        }
    }

    private void await(String condition, long atLeast) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (count(condition) < atLeast) {
            assertThat(Instant.now())
                    .as("waiting for %d papers: %s", atLeast, condition)
                    .isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void awaitCaptured(long atLeast) throws SQLException, InterruptedException {
        await("status <> 'RECEIVED'", atLeast);
    }

    private int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void everythingIsDoneOnce() throws SQLException, IOException, InterruptedException {
        assertThat(count("true")).isEqualTo(PAPERS);
        assertThat(count("status in ('RECEIVED', 'CAPTURED', 'EXTRACTED', 'CODED', 'QUARANTINED')"))
                .isZero();
        assertThat(count("lease_until is not null")).isZero();
        assertThat(count("exists (select 1 from document_event e where e.document_id = document.id group by step"
                        + " having count(*) > 1)"))
                .isZero();
        Sohoa.Ended doctor = sohoa("leader").run("doctor");
        assertThat(doctor.exit()).as(doctor.out() + doctor.err()).isZero();
    }

    @Test
    void aDeadWorkersPapersAreTakenUpByTheOtherAndASecondLeaderIsRefused() throws Exception {
        Process dying = worker("one");
        Process living = worker("two");
        Process leader = leader("leader");
        awaitCaptured(3);
        Sohoa.Ended second = sohoa("second").run(run());
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("ANOTHER_RUN");
        dying.destroyForcibly().waitFor();

        assertThat(end(leader))
                .as(Files.readString(folder.resolve("leader.log")))
                .isIn(0, 3);
        everythingIsDoneOnce();
        living.destroy();
        assertThat(living.waitFor(60, TimeUnit.SECONDS))
                .as("a worker that is asked to leave")
                .isTrue();
    }

    @Test
    void aDeadLeaderIsReplacedByStartingTheRunAgain() throws Exception {
        worker("one");
        Process leader = leader("leader");
        awaitCaptured(2);
        leader.destroyForcibly().waitFor();
        Process next = leader("leader");
        awaitCaptured(PAPERS / 2);
        worker("late");
        assertThat(end(next)).as(Files.readString(folder.resolve("leader.log"))).isIn(0, 3);
        everythingIsDoneOnce();
        assertThat(sohoa("leader").run("job", "status", "1", "--json").out()).contains("\"COMPLETED\"");
    }

    @Test
    void aRunStopsWhenAskedFromAnotherMachineAndIsGoneOnWith() throws Exception {
        Process worker = worker("one");
        Process leader = leader("leader");
        awaitCaptured(2);
        assertThat(sohoa("elsewhere").run("job", "stop", "1").exit()).isZero();
        assertThat(end(leader))
                .as(Files.readString(folder.resolve("leader.log")))
                .isEqualTo(130);
        assertThat(count("lease_until > current_timestamp"))
                .as("papers in hand")
                .isZero();

        worker.destroy();
        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        worker("two");
        assertThat(end(leader("leader"))).isIn(0, 3);
        everythingIsDoneOnce();
    }
}
