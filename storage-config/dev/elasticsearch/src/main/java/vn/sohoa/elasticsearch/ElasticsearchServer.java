package vn.sohoa.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.EmbeddedNode;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * {@code ElasticsearchServer PORT HOME}: a real Elasticsearch node on 127.0.0.1, http on PORT, transport on PORT + 1, data below
 * HOME. It ends with SIGTERM; a SIGKILL loses nothing that was acknowledged. Tests only, see README.md.
 */
final class ElasticsearchServer {

    static final String CLUSTER = "sohoa-test";

    private ElasticsearchServer() {}

    public static void main(String[] args) throws Exception {
        LogConfigurator.configureESLogging(); // first of all, else the loggers of the node have no provider
        int port = Integer.parseInt(args[0]);
        EmbeddedNode node = node(port, Path.of(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        System.out.println("READY " + port);
        new CountDownLatch(1).await(); // until a signal comes
    }

    private static EmbeddedNode node(int port, Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("node.name", "node-1")
                .put("cluster.name", CLUSTER)
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", port + 1)
                .put("discovery.type", "single-node")
                .put("cluster.routing.allocation.disk.threshold_enabled", false) // else a full disk makes it read-only
                .build();
        return new EmbeddedNode(home, settings, List.of(new Netty4Plugin(), new FoldingPlugin(), new RootPlugin()));
    }

    private static void close(EmbeddedNode node) {
        try {
            node.close();
        } catch (IOException failure) {
            System.err.println("not closed cleanly: " + failure);
        }
    }
}
