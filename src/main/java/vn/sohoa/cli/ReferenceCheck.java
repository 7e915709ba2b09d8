package vn.sohoa.cli;

import java.nio.file.Path;
import vn.sohoa.reuse.ReuseRules;
import vn.sohoa.workflow.ReferenceData;

/** Reads all reference data once, strictly; the first fault is told with file and line. */
final class ReferenceCheck {
    private ReferenceCheck() {}

    static void run(Root root) {
        Path reference = root.home().resolve("jobs").resolve("reference");
        ReferenceData.check(reference);
        ReuseRules.check(reference.resolve("validity-rules.yml"));
    }
}
