package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Answers that get lost on the way while an index is filled. */
class ElasticsearchFillTest {
    private static final int PAPERS = 2_500;
    private final Collection<String> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void sendsAgainWhatWasNotAnswered() {
        ElasticsearchBulk.Outcome outcome = new ElasticsearchFill(entries -> {
                    if (requests.incrementAndGet() % 2 == 1) {
                        throw ElasticsearchServers.unavailable("bulk: SocketTimeoutException");
                    }
                    return take(entries);
                })
                .run(papers());
        assertThat(outcome.created()).isEqualTo(PAPERS);
        assertThat(taken).hasSize(PAPERS).doesNotHaveDuplicates();
    }

    @Test
    void givesUpWhenTheServersStayAway() {
        ElasticsearchFill fill = new ElasticsearchFill(entries -> {
            requests.incrementAndGet();
            throw ElasticsearchServers.unavailable("bulk: ConnectException");
        });
        assertThatThrownBy(() -> fill.run(papers().limit(10))).hasMessageContaining(Problem.INDEX_UNAVAILABLE.name());
        assertThat(requests).hasValue(3);
    }

    @Test
    void asksNoSecondTimeWhenAnotherRebuildHasTakenOver() {
        ElasticsearchFill fill = new ElasticsearchFill(entries -> {
            requests.incrementAndGet();
            return new ElasticsearchBulk.Outcome(0, List.of(), entries);
        });
        assertThatThrownBy(() -> fill.run(papers())).isInstanceOf(DigitisationException.class);
        assertThat(requests.get()).isLessThanOrEqualTo(3);
    }

    private ElasticsearchBulk.Outcome take(List<ElasticsearchEntry> entries) {
        entries.forEach(entry -> taken.add(entry.document()));
        return new ElasticsearchBulk.Outcome(entries.size(), new java.util.ArrayList<>(), new java.util.ArrayList<>());
    }

    private static Stream<IndexedDocument> papers() {
        return IntStream.range(0, PAPERS)
                .mapToObj(number -> Papers.paper("d" + number, "Giấy khai sinh").paper());
    }
}
