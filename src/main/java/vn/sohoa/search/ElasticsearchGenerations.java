package vn.sohoa.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The indexes behind the alias, one of them live. Searches and changes name the alias alone. While a rebuild goes on, a second
 * alias, {@code <alias>-next}, stands on the index that is being filled, so that every process sends its changes to both.
 */
final class ElasticsearchGenerations {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchGenerations.class);
    private static final String EXISTS = "resource_already_exists_exception";
    private static final String FIRST = "000001";

    private final ElasticsearchServers servers;
    private final ElasticsearchSettings settings;
    private final String alias;
    private final String next;
    private final Pattern generation;

    ElasticsearchGenerations(ElasticsearchServers servers, ElasticsearchSettings settings) {
        this.servers = servers;
        this.settings = settings;
        this.alias = settings.alias();
        this.next = alias + "-next";
        this.generation = Pattern.compile(Pattern.quote(alias) + "-(\\d{6})(?:-[0-9a-f]{8})?");
    }

    /** Name of what is live. */
    String live() {
        return alias;
    }

    /** Name of what is being filled by a rebuild. */
    String next() {
        return next;
    }

    /** Whether a rebuild is going on, or was broken off. */
    boolean isRebuilding() {
        return servers.ask("alias", c -> c.indices().existsAlias(e -> e.name(next)))
                .value();
    }

    /** Makes an empty index where there is none; of several processes at once, one makes it. */
    void ensure() {
        if (servers.ask("alias", c -> c.indices().existsAlias(e -> e.name(alias)))
                .value()) {
            return;
        }
        String first = alias + "-" + FIRST;
        if (create(first, alias)) {
            LOG.info("search index {} made", first);
            List<String> holders = holders(alias);
            if (holders.size() > 1) { // a rebuild has ended meanwhile: what it made is the index
                delete(List.of(first));
            }
        } else if (!holders(alias).contains(first)) {
            throw ElasticsearchServers.unavailable("index " + first + " stands without its alias: rebuild the index");
        }
    }

    /** Begins a rebuild: an empty index that gets every change from now on. What another rebuild has left is removed. */
    String begin() {
        ensure();
        Map<String, Set<String>> all = all();
        int highest = all.keySet().stream().mapToInt(this::number).max().orElse(0);
        String fresh = String.format(
                Locale.ROOT,
                "%s-%06d-%s",
                alias,
                highest + 1,
                UUID.randomUUID().toString().substring(0, 8));
        if (!create(fresh)) {
            throw ElasticsearchServers.unavailable("index " + fresh + " is there already");
        }
        List<Action> actions = new ArrayList<>();
        List<String> litter = new ArrayList<>();
        all.forEach((index, names) -> {
            if (names.contains(next)) {
                actions.add(Action.of(a -> a.remove(r -> r.index(index).alias(next))));
            }
            if (!names.contains(alias)) {
                litter.add(index);
            }
        });
        actions.add(Action.of(a -> a.add(r -> r.index(fresh).alias(next))));
        servers.write("begin", c -> c.indices().updateAliases(u -> u.actions(actions)));
        delete(litter);
        return fresh;
    }

    /** Makes a filled index the live one, in one step, and removes the others. */
    void switchTo(String fresh) {
        List<String> old = holders(alias);
        List<Action> actions = new ArrayList<>();
        old.forEach(
                index -> actions.add(Action.of(a -> a.remove(r -> r.index(index).alias(alias)))));
        actions.add(Action.of(a -> a.remove(r -> r.index(fresh).alias(next).mustExist(true))));
        actions.add(Action.of(a -> a.add(r -> r.index(fresh).alias(alias))));
        servers.write("switch", c -> c.indices().updateAliases(u -> u.actions(actions)));
        delete(old);
    }

    /** Removes indexes, those that are not there too. */
    void delete(List<String> indexes) {
        if (!indexes.isEmpty()) {
            servers.write(
                    "delete", c -> c.indices().delete(d -> d.index(indexes).ignoreUnavailable(true)));
        }
    }

    private List<String> holders(String name) {
        return all().entrySet().stream()
                .filter(index -> index.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every generation with its aliases. */
    Map<String, Set<String>> all() {
        return servers
                .ask("aliases", c -> c.indices().getAlias(g -> g.index(alias + "-*")))
                .aliases()
                .entrySet()
                .stream()
                .filter(index -> generation.matcher(index.getKey()).matches())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        index -> index.getValue().aliases().keySet(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private int number(String index) {
        Matcher name = generation.matcher(index);
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** Gives false if there is such an index already. */
    private boolean create(String index, String... names) {
        CreateIndexRequest request = request(index, names);
        return servers.write("create", c -> {
            try {
                c.indices().create(request);
                return true;
            } catch (ElasticsearchException e) {
                if (EXISTS.equals(e.error().type())) {
                    return false;
                }
                throw e;
            }
        });
    }

    private CreateIndexRequest request(String index, String... names) {
        CreateIndexRequest file = new CreateIndexRequest.Builder()
                .index(index)
                .withJson(new StringReader(mapping(settings.mapping())))
                .build();
        IndexSettings given = file.settings();
        IndexSettings.Builder numbers = given == null ? new IndexSettings.Builder() : given.rebuild();
        if (settings.shards() != null) {
            numbers.numberOfShards(settings.shards().toString());
        }
        if (settings.replicas() != null) {
            numbers.numberOfReplicas(settings.replicas().toString());
        }
        CreateIndexRequest.Builder request = file.rebuild().settings(numbers.build());
        for (String name : names) {
            request.aliases(name, a -> a);
        }
        return request.build();
    }

    /** The mapping file, read anew each time: it may have been changed for a rebuild. */
    static String mapping(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "sohoa.search.elasticsearch.mapping: " + file, e);
        }
    }
}
