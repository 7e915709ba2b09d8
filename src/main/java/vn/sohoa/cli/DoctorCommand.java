package vn.sohoa.cli;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.CheckEngines;
import vn.sohoa.workflow.CheckReadiness;

/** {@code doctor}: can the house work, and does everything in it still agree? Ends with 4 where it does not. */
@Command(name = "doctor")
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {
    /** Opens the database as soon as there is somebody to count. */
    private static final String POOL_METRICS =
            "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration";

    /** As in application.yml. */
    private static final String RABBIT = "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration";

    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        try (House house = House.open(root, WebApplicationType.NONE, lazily())) {
            CheckReadiness.Readiness found = house.get(CheckEngines.class).check(root.language());
            if (json) {
                Output.json(spec, found);
            } else {
                found.checks().forEach(this::tell);
                found.violations().forEach(violation -> Output.line(spec, "✗ " + violation));
            }
            return found.ready() && found.violations().isEmpty() ? 0 : 4;
        }
    }

    /** Beans are made when they are asked for: an engine that is away keeps no other from being looked at. */
    private Map<String, String> lazily() {
        String off = root.onServers() ? POOL_METRICS : POOL_METRICS + "," + RABBIT;
        return Map.of("spring.main.lazy-initialization", "true", "spring.autoconfigure.exclude", off);
    }

    /** What was looked at, what was found, and what to do about it. */
    private void tell(CheckReadiness.Check check) {
        String detail = check.detail().isBlank() ? "" : ": " + check.detail();
        Output.line(spec, (check.ok() ? "✓ " : "✗ ") + word("name", check.name()) + detail);
        if (!check.ok()) {
            Output.line(spec, "  → " + word("todo", check.name()));
        }
    }

    /** The words for a check, or for the engine it belongs to. */
    private String word(String kind, String name) {
        ResourceBundle words = spec.resourceBundle();
        String exact = "doctor." + kind + "." + name;
        String engine = "doctor." + kind + "." + name.replaceFirst("\\..*", "");
        if (words.containsKey(exact)) {
            return words.getString(exact);
        }
        String rest = kind.equals("name") && name.contains(".") ? " " + name.replaceFirst("^[^.]*\\.", "") : "";
        return (words.containsKey(engine) ? words.getString(engine) : name) + rest;
    }
}
