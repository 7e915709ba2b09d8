package vn.sohoa.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends many entries at once and looks at the answer for each: taken, or held in a newer version already (both are well), to be
 * offered again since the server is busy, refused for good, or the index is not there. One entry that is refused keeps no other
 * out.
 */
final class ElasticsearchBulk {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchBulk.class);
    static final int MAX_ENTRIES = 1_000;
    private static final long MAX_BYTES = 8_000_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int WRONG = 400;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /**
     * What became of the entries.
     *
     * @param created entries that were not there before
     * @param refused ids that the index does not take
     * @param homeless entries for which there is no index
     */
    record Outcome(int created, List<String> refused, List<ElasticsearchEntry> homeless) {
        Outcome() {
            this(0, new ArrayList<>(), new ArrayList<>());
        }

        Outcome and(Outcome other) {
            refused.addAll(other.refused);
            homeless.addAll(other.homeless);
            return new Outcome(created + other.created, refused, homeless);
        }
    }

    /** An answer for each entry, or one status for the whole request. */
    private record Answer(int status, List<BulkResponseItem> items) {
        boolean isForEach() {
            return status == OK;
        }
    }

    private enum Verdict {
        CREATED,
        WELL,
        AGAIN,
        HOMELESS,
        REFUSED
    }

    private final ElasticsearchServers servers;
    private final Duration patience;

    ElasticsearchBulk(ElasticsearchServers servers, Duration patience) {
        this.servers = servers;
        this.patience = patience;
    }

    /** On return every entry that was taken is on the disks of the servers. */
    Outcome send(String alias, List<ElasticsearchEntry> entries) {
        Outcome outcome = new Outcome();
        List<ElasticsearchEntry> batch = new ArrayList<>();
        long bytes = 0;
        for (ElasticsearchEntry entry : entries) {
            if (!batch.isEmpty() && (batch.size() == MAX_ENTRIES || bytes + entry.json().length > MAX_BYTES)) {
                outcome = outcome.and(insist(alias, batch));
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(entry);
            bytes += entry.json().length;
        }
        return batch.isEmpty() ? outcome : outcome.and(insist(alias, batch));
    }

    private Outcome insist(String alias, List<ElasticsearchEntry> batch) {
        Outcome outcome = new Outcome();
        List<ElasticsearchEntry> open = batch;
        long until = System.nanoTime() + patience.toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            Answer answer = once(alias, open);
            if (answer.isForEach()) {
                List<ElasticsearchEntry> again = new ArrayList<>();
                outcome = outcome.and(sort(open, answer.items(), again));
                open = again;
            } else if (answer.status() != TOO_MANY) {
                return outcome.and(divide(alias, open));
            }
            if (open.isEmpty()) {
                return outcome;
            }
            if (System.nanoTime() + pause.toNanos() > until) {
                throw ElasticsearchServers.unavailable("bulk: still turns away " + open.size() + " entries");
            }
            pause(pause);
        }
    }

    /** Too large together, or one of them is so wrong that the server looks at none: each half by itself. */
    private Outcome divide(String alias, List<ElasticsearchEntry> entries) {
        if (entries.size() == 1) {
            Outcome outcome = new Outcome();
            outcome.refused().add(entries.get(0).document());
            return outcome;
        }
        int half = entries.size() / 2;
        return insist(alias, entries.subList(0, half)).and(insist(alias, entries.subList(half, entries.size())));
    }

    private Answer once(String alias, List<ElasticsearchEntry> entries) {
        List<BulkOperation> operations =
                entries.stream().map(ElasticsearchBulk::operation).toList();
        BulkRequest request =
                BulkRequest.of(b -> b.index(alias).requireAlias(true).operations(operations));
        return servers.write("bulk", c -> {
            try {
                return new Answer(OK, c.bulk(request).items());
            } catch (ElasticsearchException e) {
                if (e.status() == TOO_MANY || e.status() == TOO_LARGE || e.status() == WRONG) {
                    return new Answer(e.status(), List.of());
                }
                throw e;
            }
        });
    }

    /** A marker replaces the version that it takes out; a paper never replaces a marker of its own version. */
    private static BulkOperation operation(ElasticsearchEntry entry) {
        return BulkOperation.of(b -> b.index(i -> i.id(entry.document())
                .version(entry.version())
                .versionType(entry.gone() ? VersionType.ExternalGte : VersionType.External)
                .document(BinaryData.of(entry.json(), ContentType.APPLICATION_JSON))));
    }

    private static Outcome sort(
            List<ElasticsearchEntry> entries, List<BulkResponseItem> items, List<ElasticsearchEntry> again) {
        if (items.size() != entries.size()) {
            throw ElasticsearchServers.unavailable("bulk: answer for " + items.size() + " of " + entries.size());
        }
        Outcome outcome = new Outcome();
        int created = 0;
        for (int i = 0; i < items.size(); i++) {
            switch (verdict(items.get(i))) {
                case CREATED -> created++;
                case WELL -> {}
                case AGAIN -> again.add(entries.get(i));
                case HOMELESS -> outcome.homeless().add(entries.get(i));
                case REFUSED -> outcome.refused().add(entries.get(i).document());
            }
        }
        return new Outcome(created, outcome.refused(), outcome.homeless());
    }

    private static Verdict verdict(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null) {
            return "created".equals(item.result()) ? Verdict.CREATED : Verdict.WELL;
        }
        return switch (item.status()) {
            case CONFLICT -> Verdict.WELL; // a newer or equal version is held
            case TOO_MANY, UNAVAILABLE -> Verdict.AGAIN;
            case NOT_FOUND -> Verdict.HOMELESS;
            default -> {
                LOG.warn("paper {} refused by the index: HTTP {} {}", item.id(), item.status(), error.type());
                yield Verdict.REFUSED;
            }
        };
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw ElasticsearchServers.unavailable("bulk: interrupted");
        }
    }
}
