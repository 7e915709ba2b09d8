package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.SohoaApplication;
import vn.sohoa.job.JobDefinitions;
import vn.sohoa.job.JobRuns;

/** What a process shows to those who watch it, started as a worker with a port for its figures. */
class WatchedIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path DASHBOARD = Path.of("storage-config/grafana/sohoa.json");
    private static final Path ALERTS = Path.of("storage-config/prometheus/alerts.yml");

    /** Prometheus itself makes these. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final BlockingQueue<String> TRACES = new LinkedBlockingQueue<>();

    private static ConfigurableApplicationContext house;
    private static HttpServer collector;
    private static String address;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            TRACES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(
                        "--sohoa.home=" + Path.of("").toAbsolutePath(),
                        "--sohoa.data=" + data,
                        "--server.port=0",
                        "--management.tracing.sampling.probability=1.0",
                        "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                                + collector.getAddress().getPort() + "/v1/traces",
                        "--spring.profiles.include=worker");
        address = "http://127.0.0.1:" + house.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        house.close();
        collector.stop(0);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void theHealthPageNamesEveryEngine() throws Exception {
        HttpResponse<String> health = get("/actuator/health/readiness");
        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode engines = json(health).at("/components/engines/components");
        assertThat(engines.propertyNames()).containsExactlyInAnyOrder("database", "store", "index", "trust");
        assertThat(engines.at("/database/status").asString()).isEqualTo("UP");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void aRunItsStepsAndItsPapersAreTracedWhereSomebodyCollects(@TempDir Path inbox) throws Exception {
        Path dossier = Files.createDirectory(inbox.resolve("H15.12-261102-0042"));
        Files.write(dossier.resolve("rong.pdf"), new byte[0]);
        Files.createFile(dossier.resolve(".ready"));
        house.getBean(JobRuns.class).run(new JobDefinitions(Path.of("jobs")).find("demo"), inbox, progress -> {});
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 50 && !(seen.indexOf("\u0003run") >= 0 && seen.indexOf("\u0005paper") >= 0); i++) {
            String batch = TRACES.poll(1, TimeUnit.SECONDS);
            seen.append(batch == null ? "" : batch);
        }
        assertThat(seen.toString())
                .contains("\u0003run", "\u0004step", "\u0005paper", "SAO_CHUP")
                .doesNotContain("rong.pdf");
    }

    @Test
    void nothingElseIsShown() throws Exception {
        for (String path : Set.of(
                "/",
                "/bao-cao",
                "/api/v1/dossiers/H15.12-261102-0042",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void dashboardAndAlertsAskOnlyForFiguresThatThereAre() throws Exception {
        Set<String> there = get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Path, Set<String>> asked = Map.of(DASHBOARD, dashboard(), ALERTS, alerts());
        asked.forEach((file, names) -> {
            assertThat(names).as(file.toString()).hasSizeGreaterThan(5);
            names.removeAll(OF_PROMETHEUS);
            assertThat(there).as(file.toString()).containsAll(names);
        });
    }

    private static Set<String> dashboard() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode panel :
                JsonMapper.shared().readTree(Files.readString(DASHBOARD)).get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                names.addAll(figures(target.get("expr").asString()));
            }
        }
        return names;
    }

    private static Set<String> alerts() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(ALERTS)) {
            if (line.strip().startsWith("expr:")) {
                names.addAll(figures(line.replaceFirst(".*expr:", "")));
            }
        }
        return names;
    }

    /** A figure is a word that is neither a function nor a label. */
    private static Set<String> figures(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\b(by|on) *\\([^)]*\\)", "");
        Set<String> names = new TreeSet<>();
        Matcher word =
                Pattern.compile("\\b[a-z][a-z_]{1,}[a-z0-9_]*\\b(?! *\\()").matcher(bare);
        while (word.find()) {
            if (word.group().contains("_") || OF_PROMETHEUS.contains(word.group())) {
                names.add(word.group());
            }
        }
        return names;
    }

    @Test
    void eachAlertSaysInBothLanguagesWhatIsWrongAndWhatToDo() throws IOException {
        String text = Files.readString(ALERTS);
        int alerts = text.split("- alert:").length - 1;
        for (String part : Set.of("summary:", "description:", "summary_en:", "description_en:")) {
            assertThat(text.split("\\b" + part).length - 1).as(part).isEqualTo(alerts);
        }
    }
}
