package vn.sohoa.elasticsearch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/**
 * {@code GET /} and {@code HEAD /}, by which a client asks who is there. The full server has them in the module rest-root, which
 * is not on Maven Central.
 */
final class RootPlugin extends Plugin implements ActionPlugin {

    @Override
    public Collection<RestHandler> getRestHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features) {
        return List.of(new Root(nodes));
    }

    private static final class Root extends BaseRestHandler {

        private final Supplier<DiscoveryNodes> nodes;

        Root(Supplier<DiscoveryNodes> nodes) {
            this.nodes = nodes;
        }

        @Override
        public String getName() {
            return "root";
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(Method.GET, "/"), new Route(Method.HEAD, "/"));
        }

        @Override
        protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
            return channel -> {
                try (XContentBuilder json = channel.newBuilder()) {
                    channel.sendResponse(new RestResponse(RestStatus.OK, answer(json)));
                }
            };
        }

        private XContentBuilder answer(XContentBuilder json) throws IOException {
            json.startObject();
            json.field("name", nodes.get().getLocalNode().getName());
            json.field("cluster_name", ElasticsearchServer.CLUSTER);
            json.field("cluster_uuid", "_na_");
            version(json.startObject("version")).endObject();
            json.field("tagline", "test node");
            return json.endObject();
        }

        private static XContentBuilder version(XContentBuilder json) throws IOException {
            Build build = Build.current();
            return json.field("number", build.version())
                    .field("build_flavor", "default")
                    .field("build_type", "unknown")
                    .field("build_hash", build.hash())
                    .field("build_date", "2026-01-01T00:00:00Z")
                    .field("build_snapshot", false)
                    .field("lucene_version", org.apache.lucene.util.Version.LATEST.toString())
                    .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
                    .field("minimum_index_compatibility_version", build.minIndexCompatVersion());
        }
    }
}
