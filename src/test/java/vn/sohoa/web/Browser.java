package vn.sohoa.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium, driven by the protocol that its own developer tools speak: real keys, a real mouse, no driver of another
 * version to be fetched. For one thread.
 */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final BlockingQueue<String> loads = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private final AtomicLong number = new AtomicLong();

    private int clicks;

    private Browser(Process process, WebSocket.Builder builder, URI page) {
        this.process = process;
        this.socket = builder.buildAsync(page, new Ear()).join();
    }

    /** The Chromium of this machine, if there is one. */
    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox", // the machines that run tests have no user names of their own
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--force-color-profile=srgb",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        await(() -> Files.exists(port) && size(port) > 0, "Chromium");
        HttpClient client = HttpClient.newHttpClient();
        String base = "http://127.0.0.1:" + Files.readAllLines(port).get(0);
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(URI.create(base + "/json/new?about:blank"))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String page = JSON.readTree(made.body()).get("webSocketDebuggerUrl").asString();
        Browser browser = new Browser(process, client.newWebSocketBuilder(), URI.create(page));
        browser.send("Page.enable", Map.of());
        browser.send("Runtime.enable", Map.of());
        browser.send("Log.enable", Map.of());
        browser.size(1366, 768);
        return browser;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Waits until something holds, a minute at most. */
    static void await(BooleanSupplier holds, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heard.append(part);
            if (last) {
                hear(JSON.readTree(heard.toString()));
                heard.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    private void hear(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    waiting.remove(message.get("id").asLong());
            if (answer != null) {
                answer.complete(message);
            }
        } else if (message.path("method").asString().equals("Page.loadEventFired")) {
            loads.add("load");
        } else if (message.path("method").asString().equals("Log.entryAdded")) {
            JsonNode entry = message.at("/params/entry");
            if (entry.path("level").asString().equals("error")) {
                synchronized (complaints) {
                    complaints.add(entry.path("text").asString() + " "
                            + entry.path("url").asString());
                }
            }
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        long id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        JsonNode told = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    /** What the browser itself complained about: refused scripts, styles, missing files. */
    List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Whether pages may run scripts. */
    void scripts(boolean run) {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    void open(String address) {
        loading(() -> send("Page.navigate", Map.of("url", address)));
    }

    /** Does what makes the browser load another page, and waits for that. */
    void loading(Runnable act) {
        loads.clear();
        act.run();
        try {
            if (loads.poll(SECONDS, TimeUnit.SECONDS) == null) {
                throw new IllegalStateException("no page came; still at " + address());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String address() {
        return eval("location.href").asString();
    }

    /** The value of an expression; of a promise, what it brings. */
    JsonNode eval(String expression) {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.at("/result/value");
    }

    String text(String selector) {
        return eval("(document.querySelector('" + selector + "') || {innerText: ''}).innerText")
                .asString();
    }

    boolean has(String selector) {
        return eval("document.querySelector('" + selector + "') !== null").asBoolean();
    }

    void fill(String selector, String value) {
        eval("(e => { e.focus(); e.value = ''; })(document.querySelector('" + selector + "'))");
        send("Input.insertText", Map.of("text", value));
    }

    /** Clicks since the start. */
    int clicks() {
        return clicks;
    }

    /** Presses the mouse in the middle of an element. */
    void click(String selector) {
        clicks++;
        JsonNode at = eval(
                "(e => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect();"
                        + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })(document.querySelector('"
                        + selector + "'))");
        for (String what : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            what,
                            "x",
                            at.get("x").asDouble(),
                            "y",
                            at.get("y").asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    void press(String key) {
        boolean enter = key.equals("Enter");
        String text = enter ? "\r" : key.length() == 1 ? key : "";
        int code = enter ? 13 : key.length() == 1 ? Character.toUpperCase(key.charAt(0)) : 27;
        for (String what : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of("type", what, "key", key, "text", text, "windowsVirtualKeyCode", code));
        }
    }

    /** Chooses files for an input of that kind. */
    void choose(String selector, List<Path> files) {
        JsonNode root = send("DOM.getDocument", Map.of());
        JsonNode node = send(
                "DOM.querySelector", Map.of("nodeId", root.at("/root/nodeId").asLong(), "selector", selector));
        send(
                "DOM.setFileInputFiles",
                Map.of(
                        "nodeId", node.get("nodeId").asLong(),
                        "files",
                                files.stream()
                                        .map(f -> f.toAbsolutePath().toString())
                                        .toList()));
    }

    void downloadsTo(Path folder) {
        send("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** The whole page as it is seen at a width. */
    void picture(Path file, int width, int height) throws IOException {
        size(width, height);
        JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.get("data").asString()));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
