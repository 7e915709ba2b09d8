package vn.sohoa.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Language;
import vn.sohoa.workflow.CheckReadiness.Check;
import vn.sohoa.workflow.CheckReadiness.Readiness;

/**
 * The doctor: looks at each engine by itself, so that one that is away hides no other, and at the invariants once all are well.
 * Read-only; in a context whose beans are made when they are asked for.
 */
@Component
public class CheckEngines {
    private final ObjectProvider<ReadFiles> tools;
    private final ObjectProvider<EngineCheck> engines;
    private final ObjectProvider<CheckReadiness> house;
    private final DoctorVerdict verdict;
    private final Clock clock;

    CheckEngines(
            ObjectProvider<ReadFiles> tools,
            ObjectProvider<EngineCheck> engines,
            ObjectProvider<CheckReadiness> house,
            WorkflowSettings settings,
            Clock clock) {
        this.tools = tools;
        this.engines = engines;
        this.house = house;
        this.verdict = new DoctorVerdict(settings.data());
        this.clock = clock;
    }

    /** Looks at everything, and leaves word for those who watch. */
    public Readiness check(Language language) {
        List<Check> checks =
                new ArrayList<>(Engines.examined("reader", language, () -> CheckReadiness.tools(tools.getObject())));
        engines.orderedStream().forEach(engine -> checks.addAll(engine.examine(language)));
        Readiness found = CheckReadiness.whole(checks, () -> house.getObject().violations());
        long wrong = found.checks().stream().filter(check -> !check.ok()).count();
        verdict.write(clock.instant(), found.violations().size() + (int) wrong);
        return found;
    }
}
