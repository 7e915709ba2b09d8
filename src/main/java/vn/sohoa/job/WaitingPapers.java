package vn.sohoa.job;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.RecordOutcomes;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.WorkStep;

/**
 * Cuts what waits for a step into partitions, in the order in which it is due. A paper of an open partition is not handed out a
 * second time; one that still waits when its partition has ended is.
 */
final class WaitingPapers implements Partitioner {
    private final WorkStep step;
    private final RecordOutcomes outcomes;
    private final int size;
    private final Set<DocumentId> out = new HashSet<>();
    private @Nullable RunPolicy policy;
    private int number;

    /** @param size papers of a partition */
    WaitingPapers(WorkStep step, RecordOutcomes outcomes, int size) {
        this.step = step;
        this.outcomes = outcomes;
        this.size = size;
    }

    /** A run begins this step; what an earlier one had handed out is forgotten. */
    void begin(RunPolicy asked) {
        policy = asked;
        out.clear();
        number = 0;
    }

    /** At most so many partitions more; their names sort in the order in which they are due. */
    @Override
    public Map<String, ExecutionContext> partition(int limit) {
        List<DocumentId> waiting = outcomes.pending(step, out.size() + limit * size).stream()
                .filter(paper -> !out.contains(paper))
                .limit((long) limit * size)
                .toList();
        RunPolicy asked = Objects.requireNonNull(policy);
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int from = 0; from < waiting.size(); from += size) {
            List<DocumentId> papers = waiting.subList(from, Math.min(from + size, waiting.size()));
            out.addAll(papers);
            number++;
            partitions.put("%07d".formatted(number), new Partition(papers, asked).write());
        }
        return partitions;
    }

    /** A partition has ended, in whatever way. */
    void ended(Collection<DocumentId> papers) {
        out.removeAll(papers);
    }
}
