package vn.sohoa.job;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.RunPolicy;

/**
 * Cuts what waits for a step into partitions, in the order in which it is due. A paper of an open partition is not handed out a
 * second time; one that still waits when its partition has ended is.
 */
final class WaitingPapers implements Partitioner {
    private final IntFunction<List<DocumentId>> pending;
    private final int size;
    private final Set<DocumentId> out = new HashSet<>();
    private @Nullable RunPolicy policy;
    private int number;

    /**
     * @param pending the first so many papers that wait for the step
     * @param size most papers of a partition
     */
    WaitingPapers(IntFunction<List<DocumentId>> pending, int size) {
        this.pending = pending;
        this.size = size;
    }

    /** A run begins this step; what an earlier one had handed out is forgotten. */
    void begin(RunPolicy asked) {
        policy = asked;
        out.clear();
        number = 0;
    }

    /**
     * At most so many partitions more; their names sort in the order in which they are due. Towards the end of a step they become
     * smaller, down to one paper, so that no worker is left with a long one while the others have nothing to do.
     */
    @Override
    public Map<String, ExecutionContext> partition(int limit) {
        List<DocumentId> waiting = pending.apply(out.size() + 2 * limit * size).stream()
                .filter(paper -> !out.contains(paper))
                .toList();
        RunPolicy asked = Objects.requireNonNull(policy);
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int from = 0; from < waiting.size() && partitions.size() < limit; ) {
            int share = (waiting.size() - from + limit - 1) / limit;
            List<DocumentId> papers = waiting.subList(from, from + Math.min(size, share));
            out.addAll(papers);
            number++;
            partitions.put("%07d".formatted(number), new Partition(papers, asked).write());
            from += papers.size();
        }
        return partitions;
    }

    /** A partition has ended, in whatever way. */
    void ended(Collection<DocumentId> papers) {
        out.removeAll(papers);
    }
}
