package vn.sohoa.job;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.EmptyResultDataAccessException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

/**
 * Some papers that wait for one step, small enough to be done in minutes. It stands in the context of its step execution as
 * strings and numbers; the policy travels with it, so that a worker needs no job file.
 */
record Partition(List<DocumentId> papers, RunPolicy policy) {
    private static final String PAPERS = "papers";
    private static final String PROFILE = "qualityProfile";
    private static final String SIGNATURE = "scannerSignature";
    private static final String TYPE = "typeConfidence";
    private static final String TEXT = "textConfidence";
    private static final String FIELD = "fieldConfidence";
    private static final String PAGES = "pages";

    Partition {
        papers = List.copyOf(papers);
    }

    ExecutionContext write() {
        ExecutionContext context = new ExecutionContext();
        context.putString(PAPERS, papers.stream().map(DocumentId::toString).collect(Collectors.joining(",")));
        context.putString(PROFILE, policy.qualityProfile());
        context.putString(SIGNATURE, policy.scannerSignature().name());
        context.putDouble(TYPE, policy.typeConfidence());
        context.putDouble(TEXT, policy.textConfidence());
        context.putDouble(FIELD, policy.fieldConfidence());
        return context;
    }

    static Partition read(ExecutionContext context) {
        return new Partition(
                Arrays.stream(context.getString(PAPERS).split(","))
                        .map(id -> new DocumentId(UUID.fromString(id)))
                        .toList(),
                new RunPolicy(
                        context.getString(PROFILE),
                        ScannerSignature.valueOf(context.getString(SIGNATURE)),
                        context.getDouble(TYPE),
                        context.getDouble(TEXT),
                        context.getDouble(FIELD)));
    }

    /** The state of a partition as it is now; null if there is none of that number. */
    static @Nullable StepExecution find(JobRepository repository, long id) {
        try {
            return repository.getStepExecution(id);
        } catch (EmptyResultDataAccessException unknown) {
            return null;
        }
    }

    /** Leaves word how many pages were passed through the step. */
    static void writePages(ExecutionContext context, int pages) {
        context.putInt(PAGES, pages);
    }

    static int readPages(ExecutionContext context) {
        return context.getInt(PAGES, 0);
    }
}
