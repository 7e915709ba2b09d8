package vn.sohoa.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Fills an empty index: while some entries are on their way, the next are made. What was not answered is sent again, which
 * external versions make harmless; a filling of hours does not end with one slow minute of the servers.
 */
final class ElasticsearchFill {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchFill.class);

    /** Sends entries to the index that is filled. */
    interface Sender {
        ElasticsearchBulk.Outcome send(List<ElasticsearchEntry> entries);
    }

    private static final int TIMES = 3;

    /** Together the servers take more than one after the other; more than these gained nothing. */
    private static final int AT_ONCE = 2;

    private final Sender sender;
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    private final Queue<Future<ElasticsearchBulk.Outcome>> sent = new ArrayDeque<>();
    private ElasticsearchBulk.Outcome outcome = new ElasticsearchBulk.Outcome();

    ElasticsearchFill(Sender sender) {
        this.sender = sender;
    }

    /** What became of all of them; ends with the first request that fails for good, and nothing is on its way then. */
    ElasticsearchBulk.Outcome run(Stream<IndexedDocument> documents) {
        try {
            List<ElasticsearchEntry> batch = new ArrayList<>();
            for (Iterator<IndexedDocument> all = documents.iterator(); all.hasNext(); ) {
                batch.add(ElasticsearchEntry.of(all.next()));
                if (batch.size() == ElasticsearchBulk.MAX_ENTRIES || !all.hasNext()) {
                    List<ElasticsearchEntry> entries = List.copyOf(batch);
                    sent.add(senders.submit(() -> insist(entries)));
                    settle(AT_ONCE);
                    batch.clear();
                }
            }
            settle(0);
            return outcome;
        } finally {
            senders.shutdownNow();
        }
    }

    private ElasticsearchBulk.Outcome insist(List<ElasticsearchEntry> entries) {
        for (int time = 1; ; time++) {
            try {
                return sender.send(entries);
            } catch (DigitisationException e) {
                if (e.problem() != Problem.INDEX_UNAVAILABLE || time == TIMES) {
                    throw e;
                }
                LOG.warn("{} entries are sent again: {}", entries.size(), e.getMessage());
            }
        }
    }

    /** Waits until at most this many requests are on their way. */
    private void settle(int open) {
        while (sent.size() > open) {
            outcome = outcome.and(answer(sent.remove()));
            if (!outcome.homeless().isEmpty()) {
                throw ElasticsearchServers.unavailable("rebuild: another one has taken over, or the index is gone");
            }
        }
    }

    private static ElasticsearchBulk.Outcome answer(Future<ElasticsearchBulk.Outcome> request) {
        try {
            return request.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw ElasticsearchServers.unavailable("rebuild: interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
