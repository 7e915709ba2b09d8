package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.servers.RealServers;
import vn.sohoa.servers.ServerHouse;

/** The doctor on servers: tells what is wrong with each, whichever of them are away. */
class DoctorServerIT {

    @TempDir
    Path folder;

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Map<String, String> nothingThere() throws IOException {
        Path key = Files.write(folder.resolve("store.key"), new byte[32]);
        return new TreeMap<>(Map.of(
                "SOHOA_PROFILE",
                "server",
                "SOHOA_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + unusedPort() + "/sohoa",
                "SOHOA_S3_URL",
                "http://127.0.0.1:" + unusedPort(),
                "SOHOA_S3_ACCESS",
                "a",
                "SOHOA_S3_SECRET",
                "geheimnis",
                "SOHOA_STORE_KEY_FILE",
                key.toString(),
                "SOHOA_ES_URL",
                "http://127.0.0.1:" + unusedPort(),
                "SOHOA_AMQP_URL",
                "amqp://guest:parole@127.0.0.1:" + unusedPort()));
    }

    private Sohoa.Ended doctor(Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        String[] line = new String[more.length + 1];
        line[0] = "doctor";
        System.arraycopy(more, 0, line, 1, more.length);
        return new Sohoa(folder.resolve("data"), environment).run(line);
    }

    private static Map<String, JsonNode> checks(String json) {
        Map<String, JsonNode> checks = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(json)
                .get("checks")
                .forEach(c -> checks.put(c.get("name").asString(), c));
        return checks;
    }

    private static boolean ok(Map<String, JsonNode> checks, String name) {
        return checks.get(name).get("ok").asBoolean();
    }

    @Test
    void withEverythingAwayEachEngineIsToldWithWhatToDo() throws Exception {
        Sohoa.Ended ended = doctor(nothingThere(), "--lang", "en");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
        assertThat(ended.out())
                .contains("✓ reader process", "✗ database", "✗ object store", "✗ search index", "✗ queue")
                .contains("SOHOA_DB_URL", "SOHOA_S3_URL", "SOHOA_ES_URL", "SOHOA_AMQP_URL")
                .doesNotContain("geheimnis", "parole", "    at ");
    }

    @Test
    void oneThatIsAwayHidesNoOther() throws Exception {
        Map<String, String> environment = nothingThere();
        environment.put("SOHOA_AMQP_URL", RealServers.rabbitmq());
        environment.put(
                "SOHOA_AMQP_QUEUE", "sohoa-doctor-" + ProcessHandle.current().pid());
        Sohoa.Ended ended = doctor(environment, "--json");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
        Map<String, JsonNode> checks = checks(ended.out());
        assertThat(ok(checks, "database")).isFalse();
        assertThat(ok(checks, "store")).isFalse();
        assertThat(ok(checks, "index")).isFalse();
        assertThat(ok(checks, "queue")).isTrue();
        assertThat(checks.get("queue").get("detail").asString()).startsWith("RabbitMQ ");
    }

    @Test
    void withEverythingThereMigrationsAreAskedForAndThenAllIsWell() throws Exception {
        try (ServerHouse house = new ServerHouse(folder)) {
            Sohoa.Ended fresh = doctor(house.environment(), "--json");
            assertThat(fresh.exit()).as(fresh.out() + fresh.err()).isEqualTo(4);
            Map<String, JsonNode> first = checks(fresh.out());
            assertThat(ok(first, "database")).as(fresh.out() + fresh.err()).isTrue();
            assertThat(ok(first, "database.migrations")).isFalse();
            assertThat(ok(first, "store.lock")).isTrue();
            assertThat(ok(first, "index")).isTrue();

            Sohoa.Ended listed =
                    new Sohoa(folder.resolve("data"), house.environment()).run("dossier", "list", "--json");
            assertThat(listed.exit()).as(listed.err()).isZero();
            assertThat(listed.err().lines().filter(line -> !line.isBlank()))
                    .as("the log of servers is one JSON document a line")
                    .allMatch(line -> line.startsWith("{\"@timestamp\""));

            Sohoa.Ended well = doctor(house.environment(), "--json");
            assertThat(well.exit()).as(well.out() + well.err()).isZero();
            assertThat(checks(well.out()))
                    .allSatisfy((name, check) ->
                            assertThat(check.get("ok").asBoolean()).as(name).isTrue());
        }
    }
}
