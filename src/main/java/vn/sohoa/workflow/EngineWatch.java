package vn.sohoa.workflow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;

/** Which engines answer now. Looking takes a second at most, also when all are away. */
@Component
public class EngineWatch {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Map<String, Glance<String>> engines = new LinkedHashMap<>();

    EngineWatch(List<EngineCheck> checks, MeterRegistry registry) {
        for (EngineCheck check : checks) {
            String engine = check.engine();
            engines.put(engine, new Glance<>(() -> trouble(check), FRESH, WAIT));
            Gauge.builder("sohoa.engine.up", () -> trouble(engine).isEmpty() ? 1 : 0)
                    .tag("engine", engine)
                    .description("1: the engine answers")
                    .register(registry);
        }
    }

    private static String trouble(EngineCheck check) {
        try {
            check.ask();
            return "";
        } catch (DigitisationException away) {
            return away.problem().name();
        }
    }

    /** The engines there are. */
    public Set<String> engines() {
        return engines.keySet();
    }

    /** What is wrong with an engine, in a word; empty if it answers. */
    public Optional<String> trouble(String engine) {
        engines.values().forEach(Glance::ask); // all at once, so that several that are away cost one wait
        Glance<String> asked = engines.get(engine);
        return asked == null
                ? Optional.of("NOT_CONFIGURED")
                : Optional.of(asked.look().orElse("NO_ANSWER")).filter(trouble -> !trouble.isEmpty());
    }
}
