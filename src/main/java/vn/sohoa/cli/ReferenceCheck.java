package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.List;
import vn.sohoa.job.JobDefinition;
import vn.sohoa.report.IndicatorRules;
import vn.sohoa.reuse.ReuseRules;
import vn.sohoa.workflow.ReferenceData;

/** Reads all reference data once, strictly; the first fault is told with file and line. */
final class ReferenceCheck {
    private ReferenceCheck() {}

    static void run(Root root, List<JobDefinition> jobs) {
        Path reference = root.home().resolve("jobs").resolve("reference");
        ReferenceData.check(
                reference,
                jobs.stream()
                        .filter(JobDefinition::digitises)
                        .map(JobDefinition::policy)
                        .toList());
        Path rules = reference.resolve("validity-rules.yml");
        ReferenceData.checkTypes(reference, rules, ReuseRules.types(rules));
        IndicatorRules.load(reference.resolve("indicators.yml"));
    }
}
