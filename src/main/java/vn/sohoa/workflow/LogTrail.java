package vn.sohoa.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;

/**
 * What every line of the log that is written meanwhile says of itself: run, step, paper, dossier. Codes and numbers only; no
 * name and no number of a person ever stands here.
 */
public final class LogTrail {
    static final String RUN = "run";
    static final String STEP = "step";
    static final String PAPER = "paper";
    static final String DOSSIER = "dossier";

    private LogTrail() {}

    /** Does what belongs to a run. */
    public static <T> T ofRun(long run, Supplier<T> work) {
        return with(Map.of(RUN, Long.toString(run)), work);
    }

    /** Does one step for one paper. */
    static <T> T ofPaper(long run, LegalStep step, Document paper, Supplier<T> work) {
        return with(
                Map.of(
                        RUN,
                        Long.toString(run),
                        STEP,
                        step.name(),
                        PAPER,
                        paper.id().toString(),
                        DOSSIER,
                        paper.dossier().value()),
                work);
    }

    /** The step that this thread is at, or {@code OTHER}. */
    static String step() {
        String step = MDC.get(STEP);
        return step == null ? "OTHER" : step;
    }

    private static <T> T with(Map<String, String> said, Supplier<T> work) {
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        said.forEach((name, value) -> {
            before.put(name, MDC.get(name));
            MDC.put(name, value);
        });
        try {
            return work.get();
        } finally {
            before.forEach(LogTrail::restore);
        }
    }

    private static void restore(String name, @Nullable String value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
