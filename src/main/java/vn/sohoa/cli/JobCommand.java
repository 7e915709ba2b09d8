package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.job.JobDefinition;
import vn.sohoa.job.JobDefinitions;
import vn.sohoa.job.JobRuns;
import vn.sohoa.job.RunJson;
import vn.sohoa.workflow.ReferenceData;
import vn.sohoa.workflow.ReferenceState;
import vn.sohoa.workflow.RunSummary;

/** {@code job}: jobs are files in {@code jobs/}. */
@Command(name = "job")
@SuppressWarnings("NullAway.Init")
final class JobCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private JobDefinitions definitions() {
        return new JobDefinitions(root.home().resolve("jobs"));
    }

    @Command(name = "list")
    int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
        List<JobJson> jobs = definitions().all().stream().map(JobJson::of).toList();
        if (json) {
            Output.json(spec, jobs);
        } else {
            jobs.forEach(job -> Output.line(
                    spec, job.name() + "  " + job.description() + (job.window() == null ? "" : "  " + job.window())));
        }
        return 0;
    }

    record JobJson(
            String name,
            String description,
            String inbox,
            @Nullable String window) {
        static JobJson of(JobDefinition job) {
            return new JobJson(
                    job.name(),
                    job.description(),
                    job.inbox(),
                    job.window().map(w -> w.start() + "–" + w.end()).orElse(null));
        }
    }

    @Command(name = "check")
    int check(@Parameters(arity = "0..1", paramLabel = "FILE") @Nullable String file) {
        List<JobDefinition> checked =
                file == null ? definitions().all() : List.of(definitions().find(file));
        ReferenceCheck.run(root, checked);
        checked.forEach(job -> Output.line(spec, job.file() + ": ✓"));
        Path reference = root.home().resolve("jobs").resolve("reference");
        Output.line(spec, reference + ": ✓ ref@" + ReferenceState.stampOf(reference));
        Path trust = root.data().resolve("trust");
        Output.line(spec, trust + ": ✓ " + ReferenceData.checkTrust(trust, root.language()));
        return 0;
    }

    @Command(name = "run")
    int run(
            @Parameters(paramLabel = "NAME|FILE") String name,
            @Option(names = "--inbox", descriptionKey = "inbox") @Nullable Path inbox,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        JobDefinition job = definitions().find(name);
        Path folder =
                inbox != null ? inbox.toAbsolutePath().normalize() : root.data().resolve(job.inbox());
        try (House house = House.open(root)) {
            ProgressLine progress = ProgressLine.to(spec.commandLine().getErr());
            RunSummary summary = house.get(JobRuns.class).run(job, folder, progress);
            progress.end();
            print(List.of(summary), json);
            return exit(summary);
        }
    }

    /** 0 done, 1 failed, 3 done and some papers wait for people, 130 stopped. */
    static int exit(RunSummary summary) {
        return switch (summary.status()) {
            case "COMPLETED" -> summary.failed() > 0 ? 1 : summary.waiting() > 0 ? 3 : 0;
            case "STOPPED" -> 130;
            default -> 1;
        };
    }

    @Command(name = "status")
    int status(
            @Parameters(arity = "0..1", paramLabel = "RUN") @Nullable Long run,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            JobRuns runs = house.get(JobRuns.class);
            print(run == null ? runs.recent(10) : List.of(find(runs, run)), json);
            return 0;
        }
    }

    @Command(name = "stop")
    int stop(@Parameters(paramLabel = "RUN") long run) {
        if (root.onServers()) {
            try (House house = House.open(root)) {
                house.get(JobRuns.class).requestStop(run);
            }
        } else {
            JobRuns.requestStop(root.data().resolve("control"), run);
        }
        Output.line(spec, "✓ " + run);
        return 0;
    }

    @Command(name = "restart")
    int restart(
            @Parameters(paramLabel = "RUN") long run, @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            JobRuns runs = house.get(JobRuns.class);
            RunSummary before = find(runs, run);
            ProgressLine progress = ProgressLine.to(spec.commandLine().getErr());
            JobDefinition job = definitions().find(before.job());
            RunSummary summary = runs.restart(run, job, root.data().resolve(job.inbox()), progress);
            progress.end();
            print(List.of(summary), json);
            return exit(summary);
        }
    }

    private static RunSummary find(JobRuns runs, long run) {
        Optional<RunSummary> found = runs.find(run);
        return found.orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "run " + run));
    }

    private void print(List<RunSummary> runs, boolean json) {
        if (json) {
            Output.json(
                    spec,
                    runs.size() == 1
                            ? RunJson.of(runs.get(0))
                            : runs.stream().map(RunJson::of).toList());
        } else {
            for (RunSummary run : runs) {
                Output.line(spec, RunJson.of(run).words(root.language()));
                run.kept().ifPresent(kept -> Output.line(spec, words(kept, root.language())));
            }
        }
    }

    static String words(RunSummary.Upkeep kept, Language language) {
        String form = language == Language.VI
                ? "  nâng chữ ký %d, lập chứng cứ %d, gia hạn chứng cứ %d, để lại %d"
                : "  signatures raised %d, evidence recorded %d, renewed %d, left %d";
        return String.format(form, kept.raised(), kept.recorded(), kept.renewed(), kept.left());
    }
}
