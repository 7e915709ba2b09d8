package vn.sohoa.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.util.unit.DataSize;

/**
 * A small S3 store without versions that does wrong on demand. It keeps no lock and checks no signature: only for faults that a
 * real store does not show.
 */
final class FaultyS3 implements AutoCloseable {
    /** What happens to the next request of a method. */
    enum Fault {
        NONE,
        SLOW_DOWN,
        CONFLICT,
        /** The work is done, the answer is not given. */
        CUT,
        FLIPPED,
        TRUNCATED,
        /** Not while the test lasts. */
        NO_ANSWER
    }

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FaultyS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The faults of the next requests with a method, in their order. */
    void next(String method, Fault... coming) {
        faults.put(method, new ArrayDeque<>(List.of(coming)));
    }

    S3Settings settings(Path working) {
        return new S3Settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "us-east-1",
                "access",
                "secret-of-a-test",
                "papers",
                S3Settings.Lock.NONE,
                S3Settings.Encryption.NONE,
                "",
                false,
                false,
                S3Settings.Probe.ALWAYS,
                DataSize.ofMegabytes(16),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                3,
                Duration.ofSeconds(60),
                working);
    }

    private synchronized Fault fault(String method) {
        Fault next = faults.getOrDefault(method, new ArrayDeque<>()).poll();
        return next == null ? Fault.NONE : next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        boolean list = String.valueOf(exchange.getRequestURI().getQuery()).contains("versions");
        byte[] body = exchange.getRequestBody().readAllBytes();
        String call = list ? "LIST" : method;
        calls.add(call);
        Fault fault = fault(call);
        switch (fault) {
            case SLOW_DOWN -> error(exchange, 503, "SlowDown");
            case CONFLICT -> error(exchange, 409, "OperationAborted");
            case NO_ANSWER -> {} // the client gives up
            case NONE, CUT, FLIPPED, TRUNCATED -> {
                if (method.equals("PUT")) {
                    objects.put(path, body);
                }
                if (fault == Fault.CUT) {
                    exchange.close();
                } else {
                    send(exchange, list, path, fault);
                }
            }
        }
    }

    private void send(HttpExchange exchange, boolean list, String path, Fault fault) throws IOException {
        byte[] held = objects.get(path);
        if (list) {
            xml(exchange, 200, listing(exchange));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            exchange.getResponseHeaders().set("ETag", "\"none\"");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        } else if (held == null) {
            error(exchange, 404, "NoSuchKey");
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(held.length));
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 21 Nov 2026 18:00:00 GMT");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        } else {
            bytes(exchange, held.clone(), fault);
        }
    }

    private static void bytes(HttpExchange exchange, byte[] bytes, Fault fault) throws IOException {
        if (fault == Fault.FLIPPED) {
            bytes[bytes.length / 2] ^= 1;
        }
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            out.write(bytes, 0, fault == Fault.TRUNCATED ? bytes.length / 2 : bytes.length);
        } catch (IOException cutAsWanted) {
            if (fault != Fault.TRUNCATED) {
                throw cutAsWanted;
            }
        }
    }

    private String listing(HttpExchange exchange) {
        StringBuilder entries = new StringBuilder();
        String prefix = exchange.getRequestURI().getQuery().replaceAll(".*prefix=([^&]*).*", "$1");
        new TreeMap<>(objects).forEach((path, bytes) -> {
            String key = path.substring("/papers/".length());
            if (key.startsWith(prefix)) {
                entries.append("<Version><Key>" + key + "</Key><VersionId>null</VersionId><IsLatest>true</IsLatest>"
                        + "<LastModified>2026-11-21T18:00:00.000Z</LastModified><Size>" + bytes.length
                        + "</Size></Version>");
            }
        });
        return "<ListVersionsResult><Name>papers</Name><IsTruncated>false</IsTruncated>" + entries
                + "</ListVersionsResult>";
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        xml(exchange, status, "<Error><Code>" + code + "</Code><Message>as wanted</Message></Error>");
    }

    private static void xml(HttpExchange exchange, int status, String text) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        try (exchange) {
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
