package vn.sohoa.web.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.job.JobDefinition;
import vn.sohoa.job.JobRuns;
import vn.sohoa.job.RunDesk;
import vn.sohoa.job.RunJson;

/** Jobs and their runs, as {@code sohoa job}. */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1/jobs")
class JobApi {
    private static final int MOST = 100;
    private static final String RUNS = "/api/v1/jobs/runs";

    private final RunDesk desk;
    private final JobRuns runs;

    JobApi(RunDesk desk, JobRuns runs) {
        this.desk = desk;
        this.runs = runs;
    }

    /** @param window of its schedule, {@code 19:00–05:30}, or null */
    record Job(String name, String description, @Nullable String window) {}

    @GetMapping
    List<Job> jobs() {
        return desk.jobs().stream().map(JobApi::job).toList();
    }

    private static Job job(JobDefinition job) {
        return new Job(
                job.name(),
                job.description(),
                job.window().map(window -> window.start() + "–" + window.end()).orElse(null));
    }

    /** The newest runs first. @param limit 1 to 100 */
    @GetMapping("/runs")
    List<RunJson> runs(@RequestParam(name = "limit", defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Asked.usage("limit: 1 … " + MOST);
        }
        return runs.recent(limit).stream().map(RunJson::of).toList();
    }

    @GetMapping("/runs/{run}")
    RunJson run(@PathVariable("run") long run) {
        return runs.find(run)
                .map(RunJson::of)
                .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "run " + run));
    }

    /** Starts a job, or goes on with today's run of it; {@code 202}, and it stands among the runs in a moment. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{name}/runs")
    ResponseEntity<Void> start(@PathVariable("name") String name) {
        desk.start(name);
        return ResponseEntity.accepted().location(URI.create(RUNS)).build();
    }

    /** Asks a run to stop after the papers in hand. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/runs/{run}/stop")
    ResponseEntity<Void> stop(@PathVariable("run") long run) {
        run(run);
        runs.requestStop(run);
        return ResponseEntity.accepted().location(URI.create(RUNS + "/" + run)).build();
    }
}
