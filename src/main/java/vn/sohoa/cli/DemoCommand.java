package vn.sohoa.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.Accounts;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Role;
import vn.sohoa.job.JobDefinition;
import vn.sohoa.job.JobDefinitions;
import vn.sohoa.job.JobRuns;
import vn.sohoa.job.RunJson;
import vn.sohoa.report.MorningReport;
import vn.sohoa.report.ReportWriter;
import vn.sohoa.workflow.RunSummary;
import vn.sohoa.workflow.TrackDossier;

/**
 * {@code demo}: one night over the sample dossiers, in a data folder of its own. Ends with 0 when every paper came out as the
 * samples foresee. A demo that was cut off goes on where it was; one that ended begins anew.
 */
@Command(name = "demo")
@SuppressWarnings("NullAway.Init")
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Path data = root.givenData().orElse(root.home().resolve("data").resolve("demo"));
        DemoFolder folder = new DemoFolder(data, root.home().resolve("jobs").resolve("samples"));
        prepare(folder);
        JobDefinition job = new JobDefinitions(root.home().resolve("jobs")).find("demo");
        try (House house = House.open(root, WebApplicationType.NONE, Map.of("sohoa.data", data.toString()))) {
            ProgressLine progress = ProgressLine.to(spec.commandLine().getErr());
            RunSummary summary = house.get(JobRuns.class).run(job, data.resolve(job.inbox()), progress);
            progress.end();
            MorningReport.Report report =
                    house.get(MorningReport.class).of(Optional.of(summary.run()), root.language());
            List<String> surprises = folder.surprises(house.get(TrackDossier.class));
            print(summary, report, surprises, data);
            logins(house.get(Accounts.class));
            boolean good = summary.status().equals("COMPLETED") && surprises.isEmpty();
            if (good) {
                folder.ended();
            }
            return good ? 0 : 1;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, data.toString(), cannot);
        }
    }

    /** Nobody begins with a password that others know: made now, shown this once. */
    private void logins(Accounts accounts) {
        accounts.first().ifPresent(administrator -> {
            Output.note(spec, UserCommand.oneTime(spec, administrator));
            Set<Role> roles = EnumSet.of(Role.RECORDS_OFFICER, Role.PROCESSING_OFFICER);
            Output.note(
                    spec,
                    UserCommand.oneTime(
                            spec,
                            accounts.add(
                                    Visitor.machine("demo"), "canbo", "Cán bộ mẫu", roles, AgencyScope.EVERY_UNIT)));
        });
    }

    private static void prepare(DemoFolder folder) {
        try {
            folder.prepare();
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "demo", cannot);
        }
    }

    private void print(RunSummary summary, MorningReport.Report report, List<String> surprises, Path data) {
        if (json) {
            Output.json(spec, RunJson.of(summary));
            return;
        }
        Output.line(spec, ReportWriter.text(report, root.language()));
        Output.line(spec, RunJson.of(summary).words(root.language()));
        surprises.forEach(surprise -> Output.line(spec, "✗ " + surprise));
        Path shown = data.startsWith(root.home()) ? root.home().relativize(data) : data;
        Output.line(spec, spec.resourceBundle().getString("sohoa.demo.next").formatted(shown, shown, shown, shown));
    }
}
