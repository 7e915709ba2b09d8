package vn.sohoa.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** {@code worker}: joins the fleet; takes partitions from the queue until it is asked to end. */
@Command(name = "worker")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
final class WorkerCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Mixin
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!root.onServers()) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "worker: --profile server");
        }
        try (House house = House.open(root, WebApplicationType.NONE, Map.of("sohoa.job.worker", "true"))) {
            Output.note(spec, "✓ worker " + ProcessHandle.current().pid() + "  (Ctrl+C)");
            house.untilTheEnd();
            return 0;
        }
    }
}
