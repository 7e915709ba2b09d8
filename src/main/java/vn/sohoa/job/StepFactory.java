package vn.sohoa.job;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import vn.sohoa.workflow.RecordOutcomes;
import vn.sohoa.workflow.RunContext;
import vn.sohoa.workflow.WorkStep;

/**
 * The only place that builds Batch steps. Their transaction manager is resourceless: Batch opens its transaction before the
 * work begins, and a database connection must not be held through minutes of reading.
 */
final class StepFactory {
    private final JobRepository repository;
    private final Tools tools;

    StepFactory(JobRepository repository, Tools tools) {
        this.repository = repository;
        this.tools = tools;
    }

    /** What every step works with. */
    record Tools(
            RecordOutcomes outcomes,
            RunControl control,
            Progress progress,
            JobDefinitions definitions,
            ExecutorService executor,
            int workers) {

        RunContext context(ChunkContext chunk) {
            return new RunContext(run(chunk), definition(chunk).policy());
        }

        JobDefinition definition(ChunkContext chunk) {
            return definitions.find(parameter(chunk, JobRuns.JOB));
        }

        static long run(ChunkContext chunk) {
            return Long.parseLong(parameter(chunk, JobRuns.RUN));
        }

        static Path inbox(ChunkContext chunk) {
            return Path.of(parameter(chunk, JobRuns.INBOX));
        }

        private static String parameter(ChunkContext chunk, String name) {
            return String.valueOf(chunk.getStepContext().getJobParameters().get(name));
        }
    }

    /** Work of one run that is not about single papers. */
    interface Chore {
        void run(ChunkContext chunk);
    }

    /** A legal step: all papers that wait for it. */
    Step work(WorkStep step) {
        return step(step.step().name(), new WorkTasklet(step, tools));
    }

    /** A step before or after the legal ones. */
    Step chore(String name, Chore chore) {
        return step(name, (contribution, chunk) -> {
            chore.run(chunk);
            return RepeatStatus.FINISHED;
        });
    }

    /** A step may start again though it was complete: it asks what is pending, and finds nothing. */
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }
}
