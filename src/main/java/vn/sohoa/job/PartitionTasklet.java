package vn.sohoa.job;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.Outcome;
import vn.sohoa.workflow.RecordOutcomes;
import vn.sohoa.workflow.RunContext;
import vn.sohoa.workflow.WorkStep;

/**
 * One partition on a worker: one paper after the other. Whatever is left, because the run or the worker was asked to stop or
 * because another process has a paper in hand, is no failure: whoever leads the run finds it waiting and hands it out again.
 */
final class PartitionTasklet implements Tasklet {
    private final WorkStep step;
    private final RecordOutcomes outcomes;
    private final RunControl control;
    private final Spans spans;

    PartitionTasklet(WorkStep step, RecordOutcomes outcomes, RunControl control, Spans spans) {
        this.step = step;
        this.outcomes = outcomes;
        this.control = control;
        this.spans = spans;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        StepExecution execution = contribution.getStepExecution();
        Partition partition = Partition.read(execution.getExecutionContext());
        long run = StepFactory.Tools.run(execution);
        RunContext context = new RunContext(run, partition.policy(), () -> control.mayGoOn(run));
        int pages = 0;
        for (DocumentId paper : partition.papers()) {
            if (!control.mayGoOn(run)) {
                break;
            }
            Outcome outcome = spans.paper(step, paper, run, () -> outcomes.perform(step, paper, context));
            contribution.incrementReadCount();
            contribution.incrementWriteCount(outcome instanceof Outcome.Done ? 1 : 0);
            pages += outcome.pages();
        }
        Partition.writePages(execution.getExecutionContext(), pages);
        return RepeatStatus.FINISHED;
    }
}
