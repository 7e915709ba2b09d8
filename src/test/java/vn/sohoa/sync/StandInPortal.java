package vn.sohoa.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal on this machine that speaks the contract: takes dossiers by code, refuses some with a list of errors, or is away. */
final class StandInPortal implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, JsonNode> dossiers = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    StandInPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hoSo", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hoSo";
    }

    void refuse(String dossier, String field, String code, String message) {
        refusals.put(
                dossier,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "DanhSachLoi",
                                List.of(Map.of("TruongDuLieu", field, "MaLoi", code, "MoTa", message)))));
    }

    void refuseNothing() {
        refusals.clear();
    }

    void answerWith(int code) {
        status = code;
    }

    Map<String, JsonNode> dossiers() {
        return dossiers;
    }

    List<String> tokens() {
        return tokens;
    }

    int asked() {
        return tokens.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode dossier =
                JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String code = dossier.get("MaHoSo").asString();
        String refusal = refusals.get(code);
        if (refusal == null && status == 200) {
            dossiers.put(code, dossier);
        }
        byte[] body = Optional.ofNullable(refusal).orElse("{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refusal == null ? status : 422, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
