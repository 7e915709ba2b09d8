package vn.sohoa.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.Outcome;
import vn.sohoa.workflow.RunContext;
import vn.sohoa.workflow.WorkStep;

/**
 * One legal step of a run: keeps {@code workers} papers in work until none waits. It keeps no position: what is pending is
 * asked anew, so a restart simply goes on. No transaction is open while a paper is read.
 */
final class WorkTasklet implements Tasklet {
    private static final int BATCH = 500;
    private static final long PAUSE_MILLIS = 500;

    private final WorkStep step;
    private final StepFactory.Tools tools;

    WorkTasklet(WorkStep step, StepFactory.Tools tools) {
        this.step = step;
        this.tools = tools;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws InterruptedException {
        RunContext context = tools.context(contribution.getStepExecution());
        int workers = step.parallel() ? tools.workers() : 1;
        CompletionService<Outcome> running = new ExecutorCompletionService<>(tools.executor());
        Set<DocumentId> tried = new HashSet<>();
        int open = 0;
        List<DocumentId> first = orLetGo(tried, context);
        tools.progress().begin(step.step().vietnamese(), first.size());
        for (List<DocumentId> batch = first; !batch.isEmpty(); batch = orLetGo(tried, context)) {
            for (DocumentId id : batch) {
                if (!tools.control().mayGoOn(context.run())) {
                    break;
                }
                if (open == workers) {
                    settle(running, contribution);
                    open--;
                }
                tried.add(id);
                running.submit(tools.spans().here(() -> perform(id, context)));
                open++;
            }
            if (!tools.control().mayGoOn(context.run())) {
                break;
            }
        }
        for (; open > 0; open--) {
            settle(running, contribution);
        }
        if (!tools.control().mayGoOn(context.run())) {
            StepExecution execution = contribution.getStepExecution();
            execution.setTerminateOnly(); // ends as STOPPED, to be restarted
        }
        return RepeatStatus.FINISHED;
    }

    private Outcome perform(DocumentId id, RunContext context) {
        return tools.spans()
                .paper(step, id, context.run(), () -> tools.outcomes().perform(step, id, context));
    }

    /** What waits now, or once the papers are let go that another process has in hand: it may have died of them. */
    private List<DocumentId> orLetGo(Set<DocumentId> tried, RunContext context) throws InterruptedException {
        while (true) {
            boolean held = tools.outcomes().inHand(step); // first: what is let go in between is seen below
            List<DocumentId> next = next(tried);
            if (!next.isEmpty() || !held || !context.mayGoOn().getAsBoolean()) {
                return next;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** What waits and was not tried in this step: a paper that failed is left for the next run. */
    private List<DocumentId> next(Set<DocumentId> tried) {
        return tools.outcomes().pending(step, BATCH + tried.size()).stream()
                .filter(id -> !tried.contains(id))
                .toList();
    }

    private void settle(CompletionService<Outcome> running, StepContribution contribution) throws InterruptedException {
        try {
            Outcome outcome = running.take().get();
            contribution.incrementReadCount();
            contribution.incrementWriteCount(outcome instanceof Outcome.Done ? 1 : 0);
            tools.progress().settled(outcome);
        } catch (ExecutionException broken) {
            // the database is gone: nothing more can be recorded, so the step must fail
            throw new IllegalStateException("step " + step.step() + " cannot go on", broken.getCause());
        }
    }
}
