package vn.sohoa.job;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import vn.sohoa.workflow.RecordOutcomes;
import vn.sohoa.workflow.RunContext;
import vn.sohoa.workflow.WorkStep;

/**
 * The only place that builds Batch steps. Their transaction manager is resourceless: Batch opens its transaction before the
 * work begins, and a database connection must not be held through minutes of reading. Where there is a queue, the steps that
 * allow it are led over many machines.
 */
final class StepFactory {
    private static final int ALL = Integer.MAX_VALUE;

    private final JobRepository repository;
    private final Tools tools;
    private final @Nullable Fleet fleet;

    /** @param fleet null: all work is done in this process */
    StepFactory(JobRepository repository, Tools tools, @Nullable Fleet fleet) {
        this.repository = repository;
        this.tools = tools;
        this.fleet = fleet;
    }

    /** Workers on other machines. */
    interface Fleet {
        int partitionPapers();

        RemotePartitions.Tools tools(WorkStep step, long run);
    }

    /** What every step works with. */
    record Tools(
            RecordOutcomes outcomes,
            RunControl control,
            Progress progress,
            JobDefinitions definitions,
            ExecutorService executor,
            int workers,
            Spans spans) {

        RunContext context(StepExecution step) {
            long run = run(step);
            return new RunContext(run, definition(step).policy(), () -> control.mayGoOn(run));
        }

        JobDefinition definition(StepExecution step) {
            return definitions.find(parameter(step, JobRuns.JOB));
        }

        static long run(StepExecution step) {
            return Objects.requireNonNull(step.getJobParameters().getLong(JobRuns.RUN));
        }

        static Path inbox(StepExecution step) {
            return Path.of(parameter(step, JobRuns.INBOX));
        }

        private static String parameter(StepExecution step, String name) {
            return Objects.requireNonNull(step.getJobParameters().getString(name));
        }
    }

    /** Work of one run that is not about single papers. */
    interface Chore {
        void run(StepExecution step);
    }

    JobDefinition definition(StepExecution step) {
        return tools.definition(step);
    }

    /** A legal step: all papers that wait for it. */
    Step work(WorkStep step) {
        return fleet != null && step.parallel()
                ? led(step, fleet)
                : step(step.step().name(), new WorkTasklet(step, tools));
    }

    private Step led(WorkStep step, Fleet fleet) {
        String name = step.step().name();
        WaitingPapers papers = new WaitingPapers(most -> tools.outcomes().pending(step, most), fleet.partitionPapers());
        return new StepBuilder(name, repository)
                .partitioner(name, papers)
                .partitionHandler((splitter, leader) -> {
                    RunContext context = tools.context(leader);
                    papers.begin(context.policy());
                    tools.progress()
                            .begin(
                                    step.step().vietnamese(),
                                    tools.outcomes().pending(step, ALL).size());
                    RemotePartitions partitions =
                            new RemotePartitions(fleet.tools(step, context.run()), papers, context.run());
                    return tools.spans().span("step", Map.of("step", name), () -> partitions.handle(splitter, leader));
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** The part of a legal step that a worker does for one partition. */
    Step partition(WorkStep step) {
        return step(step.step().name(), new PartitionTasklet(step, tools.outcomes(), tools.control(), tools.spans()));
    }

    /** A step before or after the legal ones. */
    Step chore(String name, Chore chore) {
        return step(name, (contribution, chunk) -> {
            chore.run(contribution.getStepExecution());
            return RepeatStatus.FINISHED;
        });
    }

    /** A step may start again though it was complete: it asks what is pending, and finds nothing. */
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> tools.spans()
                                .span(
                                        "step",
                                        Map.of("step", name),
                                        () -> Objects.requireNonNullElse(
                                                tasklet.execute(contribution, chunk), RepeatStatus.FINISHED)),
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }
}
