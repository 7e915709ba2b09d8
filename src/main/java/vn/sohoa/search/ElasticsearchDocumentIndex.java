package vn.sohoa.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import jakarta.json.JsonArray;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The index on Elasticsearch. Versions are Elasticsearch's external versions, so that late or repeated sends change nothing,
 * whoever sends. Bulk needs no refresh: this process refreshes before it asks, if it has changed anything since; others see
 * changes when the servers refresh by themselves (a second).
 *
 * <p>Nothing is asked of the servers before the first call, so that the house works on while they are away.
 */
final class ElasticsearchDocumentIndex implements DocumentIndex {
    private static final int PAGE = 10_000;
    private static final int MAX_NAMED = 20;
    private static final Time KEEP = Time.of(t -> t.time("2m"));

    private final ElasticsearchServers servers;
    private final ElasticsearchGenerations generations;
    private final ElasticsearchBulk bulk;
    private final ElasticsearchSearch search;
    private final ElasticsearchCheck check;
    private final String alias;
    private final Object refreshing = new Object();
    private final AtomicLong changes = new AtomicLong();
    private long refreshed = -1; // what was put before this process began may wait for a refresh too

    ElasticsearchDocumentIndex(ElasticsearchSettings settings) {
        servers = new ElasticsearchServers(settings);
        generations = new ElasticsearchGenerations(servers, settings);
        bulk = new ElasticsearchBulk(servers, settings.patience());
        search = new ElasticsearchSearch(servers, settings.alias());
        check = new ElasticsearchCheck(servers, settings);
        alias = settings.alias();
    }

    @Override
    public void put(Collection<IndexedDocument> documents) {
        Map<String, IndexedDocument> newest = new LinkedHashMap<>();
        for (IndexedDocument document : documents) {
            newest.merge(document.document(), document, (a, b) -> b.version() > a.version() ? b : a);
        }
        change(newest.values().stream().map(ElasticsearchEntry::of).toList());
    }

    @Override
    public void remove(String document, long version) {
        change(List.of(ElasticsearchEntry.gone(document, version)));
    }

    /**
     * Sends to the live index and, while a rebuild goes on, to the one being filled. Whoever finds no rebuild here has read the
     * catalogue before the rebuild reads it.
     */
    private void change(List<ElasticsearchEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        boolean rebuilding = generations.isRebuilding();
        try {
            ElasticsearchBulk.Outcome outcome = bulk.send(alias, entries);
            if (!outcome.homeless().isEmpty()) {
                generations.ensure();
                ElasticsearchBulk.Outcome again = bulk.send(alias, outcome.homeless());
                if (!again.homeless().isEmpty()) {
                    throw ElasticsearchServers.unavailable("bulk: the index is gone again");
                }
                outcome.refused().addAll(again.refused());
            }
            if (rebuilding) {
                bulk.send(generations.next(), entries); // homeless: that rebuild has ended
            }
            refuse(outcome.refused());
        } finally {
            changes.incrementAndGet();
        }
    }

    private static void refuse(List<String> refused) {
        if (!refused.isEmpty()) {
            List<String> named = refused.subList(0, Math.min(refused.size(), MAX_NAMED));
            throw new DigitisationException(Problem.INDEX_REFUSED, refused.size() + ": " + String.join(", ", named));
        }
    }

    @Override
    public SearchHits search(SearchQuery query) {
        refreshIfChanged();
        return search.search(query);
    }

    private void refreshIfChanged() {
        synchronized (refreshing) {
            long seen = changes.get();
            if (seen != refreshed) {
                refresh(alias);
                refreshed = seen;
            }
        }
    }

    private void refresh(String index) {
        servers.write("refresh", c -> c.indices().refresh(r -> r.index(index).ignoreUnavailable(true)));
    }

    @Override
    public void rebuild(Stream<IndexedDocument> documents) {
        String fresh = generations.begin();
        boolean done = false;
        try {
            ElasticsearchBulk.Outcome outcome =
                    new ElasticsearchFill(entries -> bulk.send(generations.next(), entries)).run(documents);
            refresh(fresh);
            long held = servers.ask("count", c -> c.count(q -> q.index(fresh))).count();
            if (held < outcome.created()) {
                throw ElasticsearchServers.unavailable("rebuild: " + held + " of " + outcome.created() + " are there");
            }
            generations.switchTo(fresh);
            done = true;
            refuse(outcome.refused());
        } finally {
            changes.incrementAndGet();
            if (!done) {
                abandon(fresh);
            }
        }
    }

    private void abandon(String fresh) {
        try {
            generations.delete(List.of(fresh));
        } catch (DigitisationException away) {
            // the next rebuild removes it
        }
    }

    @Override
    public Map<String, Long> versions() {
        refresh(alias); // exact, whoever has changed it
        Optional<String> point = servers.askIfThere(
                "versions",
                c -> c.openPointInTime(p -> p.index(alias).keepAlive(KEEP)).id());
        if (point.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> versions = new HashMap<>();
        try {
            List<FieldValue> after = List.of();
            do {
                after = page(point.get(), after, versions);
            } while (!after.isEmpty());
        } finally {
            servers.ask("versions", c -> c.closePointInTime(p -> p.id(point.get())));
        }
        return versions;
    }

    /** Gives the place of the last hit, empty after the last page. */
    private List<FieldValue> page(String point, List<FieldValue> after, Map<String, Long> versions) {
        SearchResponse<Void> page = servers.write(
                "versions",
                c -> c.search(
                        s -> {
                            s.pit(p -> p.id(point).keepAlive(KEEP))
                                    .size(PAGE)
                                    .query(q -> q.bool(b -> b.mustNot(n -> n.term(
                                            t -> t.field(IndexFields.GONE).value("1")))))
                                    .sort(o ->
                                            o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)))
                                    .trackTotalHits(t -> t.enabled(false))
                                    .source(x -> x.fetch(false))
                                    .storedFields("_none_")
                                    .docvalueFields(f -> f.field(IndexFields.DOCUMENT))
                                    .docvalueFields(f -> f.field(IndexFields.VERSION));
                            return after.isEmpty() ? s : s.searchAfter(after);
                        },
                        Void.class));
        List<Hit<Void>> hits = page.hits().hits();
        for (Hit<Void> hit : hits) {
            String document = value(hit, IndexFields.DOCUMENT).getString(0);
            long version = value(hit, IndexFields.VERSION).getJsonNumber(0).longValue();
            versions.put(document, version);
        }
        return hits.isEmpty() ? List.of() : hits.get(hits.size() - 1).sort();
    }

    private static JsonArray value(Hit<Void> hit, String field) {
        JsonData value = hit.fields().get(field);
        if (value == null) {
            throw ElasticsearchServers.unavailable("versions: an entry without " + field);
        }
        return value.toJson().asJsonArray();
    }

    @Override
    public List<IndexCheck> check() {
        return check.run();
    }

    @Override
    public void close() {
        servers.close();
    }
}
