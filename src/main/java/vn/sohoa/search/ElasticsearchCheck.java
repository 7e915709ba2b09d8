package vn.sohoa.search;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.cluster.HealthResponse;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonpSerializable;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;

/** Says in words whether the servers, the cluster and the index are as they have to be. */
final class ElasticsearchCheck {
    private static final String SERVER = "index";
    private static final String CLUSTER = "index.cluster";
    private static final String LIVE = "index.alias";
    private static final String MAPPING = "index.mapping";

    private final ElasticsearchServers servers;
    private final ElasticsearchSettings settings;

    ElasticsearchCheck(ElasticsearchServers servers, ElasticsearchSettings settings) {
        this.servers = servers;
        this.settings = settings;
    }

    List<IndexCheck> run() {
        List<IndexCheck> checks = new ArrayList<>();
        try {
            String version = servers.ask("info", c -> c.info().version().number());
            checks.add(new IndexCheck(SERVER, true, "Elasticsearch " + version));
            checks.add(cluster());
            index(checks);
        } catch (DigitisationException away) {
            checks.add(
                    new IndexCheck(checks.isEmpty() ? SERVER : LIVE, false, "không truy cập được: " + away.detail()));
        }
        return checks;
    }

    private IndexCheck cluster() {
        HealthResponse health = servers.ask("health", c -> c.cluster().health());
        String nodes = health.numberOfNodes() + " nút, ";
        return switch (health.status()) {
            case Green -> new IndexCheck(CLUSTER, true, nodes + "đủ mọi bản sao");
            case Yellow ->
                new IndexCheck(CLUSTER, true, nodes + "thiếu " + health.unassignedShards() + " bản sao dự phòng");
            case Red, Unavailable, Unknown ->
                new IndexCheck(CLUSTER, false, nodes + "mất phân mảnh: " + health.unassignedShards());
        };
    }

    private void index(List<IndexCheck> checks) {
        Map<String, IndexState> live = servers.askIfThere(LIVE, c -> c.indices().get(g -> g.index(settings.alias())))
                .map(answer -> answer.indices())
                .orElse(Map.of());
        if (live.size() != 1 || live.containsKey(settings.alias())) {
            checks.add(none(live));
            return;
        }
        String name = live.keySet().iterator().next();
        long papers = servers.ask(
                        "count",
                        c -> c.count(q -> q.index(name)
                                .query(x -> x.bool(b -> b.mustNot(n ->
                                        n.term(t -> t.field(IndexFields.GONE).value("1")))))))
                .count();
        checks.add(new IndexCheck(LIVE, true, name + ", " + papers + " giấy tờ"));
        checks.add(mapping(live.values().iterator().next()));
    }

    private IndexCheck none(Map<String, IndexState> live) {
        if (live.isEmpty()) {
            return new IndexCheck(LIVE, true, "chưa có chỉ mục; được tạo khi có giấy tờ đầu tiên");
        }
        return new IndexCheck(
                LIVE, false, settings.alias() + " phải là bí danh của đúng một chỉ mục, nay là " + live.keySet());
    }

    /** Whether the live index has the fields and the analysis of the file: else it has to be rebuilt. */
    private IndexCheck mapping(IndexState live) {
        CreateIndexRequest file = new CreateIndexRequest.Builder()
                .index(settings.alias())
                .withJson(new StringReader(ElasticsearchGenerations.mapping(settings.mapping())))
                .build();
        TypeMapping fields = file.mappings();
        Set<String> differing = new TreeSet<>();
        compare("", tree(fields), tree(live.mappings()), differing);
        if (file.settings() != null
                && live.settings() != null
                && live.settings().index() != null) {
            compare(
                    "analysis",
                    tree(file.settings().analysis()),
                    tree(live.settings().index().analysis()),
                    differing);
        }
        return differing.isEmpty()
                ? new IndexCheck(MAPPING, true, "đúng với " + settings.mapping().getFileName())
                : new IndexCheck(MAPPING, false, "khác với tệp cấu hình, cần ./sohoa index rebuild: " + differing);
    }

    private static JsonNode tree(@Nullable JsonpSerializable part) {
        return JsonMapper.shared()
                .readTree(part == null ? "{}" : JsonpUtils.toJsonString(part, new JacksonJsonpMapper()));
    }

    private static void compare(String place, JsonNode wanted, JsonNode found, Set<String> differing) {
        if (!wanted.isObject()) {
            if (!wanted.toString().replace("\"", "").equals(found.toString().replace("\"", ""))) {
                differing.add(place);
            }
            return;
        }
        Set<String> names = new TreeSet<>(wanted.propertyNames());
        names.addAll(found.propertyNames());
        for (String name : names) {
            if (wanted.has(name) && found.has(name)) {
                compare(place + "/" + name, wanted.get(name), found.get(name), differing);
            } else {
                differing.add(place + "/" + name);
            }
        }
    }
}
