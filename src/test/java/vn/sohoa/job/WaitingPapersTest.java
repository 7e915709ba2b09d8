package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

/** How what waits for a step is shared out among workers. */
class WaitingPapersTest {
    private static final int SIZE = 10;
    private static final int LIMIT = 16;

    private final List<DocumentId> waiting = new ArrayList<>(IntStream.range(0, 1_000)
            .mapToObj(n -> new DocumentId(new UUID(1, n)))
            .toList());
    private final WaitingPapers papers =
            new WaitingPapers(most -> waiting.stream().limit(most).toList(), SIZE);

    private List<List<DocumentId>> next() {
        return new TreeMap<>(papers.partition(LIMIT))
                .values().stream()
                        .map(context -> Partition.read(context).papers())
                        .toList();
    }

    @Test
    void everyPaperIsHandedOutOnceInItsOrderAndTheLastPartitionsAreSmall() {
        papers.begin(new RunPolicy("CV7197-LOOKUP", ScannerSignature.OFF, 60, 80, 50));
        List<DocumentId> all = List.copyOf(waiting);
        List<DocumentId> handedOut = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (List<List<DocumentId>> some = next(); !some.isEmpty(); some = next()) {
            assertThat(some).hasSizeLessThanOrEqualTo(LIMIT);
            some.forEach(partition -> {
                handedOut.addAll(partition);
                sizes.add(partition.size());
                waiting.removeAll(partition);
                papers.ended(partition);
            });
        }
        assertThat(handedOut).isEqualTo(all);
        assertThat(sizes).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(sizes.get(0)).isEqualTo(SIZE);
        assertThat(sizes.subList(sizes.size() - LIMIT, sizes.size())).containsOnly(1);
    }

    @Test
    void whatIsOutIsNotHandedOutAgainUntilItsPartitionHasEnded() {
        papers.begin(new RunPolicy("CV7197-LOOKUP", ScannerSignature.OFF, 60, 80, 50));
        List<DocumentId> first = next().stream().flatMap(List::stream).toList();
        assertThat(next().stream().flatMap(List::stream)).doesNotContainAnyElementsOf(first);

        papers.ended(first.subList(0, 1));
        assertThat(next().stream().flatMap(List::stream)).startsWith(first.get(0));
    }
}
