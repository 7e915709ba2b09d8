package vn.sohoa.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--metrics-port", descriptionKey = "metricsPort", defaultValue = "0")
    private int metricsPort;

    @Override
    public Integer call() throws InterruptedException {
        if (!root.onServers()) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "worker: --profile server");
        }
        Map<String, String> settings = new LinkedHashMap<>(Map.of("sohoa.job.worker", "true"));
        WebApplicationType web = WebApplicationType.NONE;
        String watched = "";
        if (metricsPort > 0) {
            web = WebApplicationType.SERVLET;
            settings.put("server.port", String.valueOf(metricsPort));
            settings.put("spring.profiles.include", "worker"); // no page and no API of the officers
            watched = "  http://127.0.0.1:" + metricsPort + "/actuator/prometheus";
        }
        try (House house = House.open(root, web, settings)) {
            Output.note(spec, "✓ worker " + ProcessHandle.current().pid() + watched + "  (Ctrl+C)");
            house.untilTheEnd();
            return 0;
        }
    }
}
