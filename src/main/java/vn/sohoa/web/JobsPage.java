package vn.sohoa.web;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.job.JobRuns;
import vn.sohoa.job.RunDesk;
import vn.sohoa.workflow.RunSummary;

/** The jobs: what there is, what runs and how far it has come, what became of each run. */
@Controller
@Profile("!worker")
class JobsPage {
    private static final int RECENT = 20;
    private static final String HERE = "redirect:/viec";

    private final RunDesk desk;
    private final JobRuns runs;

    JobsPage(RunDesk desk, JobRuns runs) {
        this.desk = desk;
        this.runs = runs;
    }

    @GetMapping("/viec")
    String jobs(Model model) {
        progress(model);
        model.addAttribute("jobs", desk.jobs());
        return "jobs";
    }

    /** What changes while a run is at work; the page asks for it again and again. */
    @GetMapping("/tien-do")
    String fragment(Model model) {
        progress(model);
        return "jobs :: live";
    }

    private void progress(Model model) {
        List<RunSummary> recent = runs.recent(RECENT);
        model.addAttribute("runs", recent);
        model.addAttribute("busy", desk.isBusy());
        model.addAttribute("progress", desk.progress().orElse(null));
        model.addAttribute("failure", desk.failure().orElse(null));
        model.addAttribute(
                "running",
                recent.stream()
                        .filter(run -> run.status().equals("RUNNING"))
                        .findFirst()
                        .orElse(null));
    }

    @GetMapping("/viec/{run}")
    String run(@PathVariable("run") long run, Model model) {
        model.addAttribute(
                "run", runs.find(run).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "run " + run)));
        return "run";
    }

    @PostMapping("/viec")
    String start(@RequestParam("job") String job, RedirectAttributes after) {
        desk.start(job);
        after.addFlashAttribute("done", "jobs.begun");
        after.addFlashAttribute("doneValue", job);
        return HERE;
    }

    @PostMapping("/viec/{run}/dung")
    String stop(@PathVariable("run") long run, RedirectAttributes after) {
        runs.requestStop(run);
        after.addFlashAttribute("done", "jobs.stopping");
        after.addFlashAttribute("doneValue", run);
        return HERE;
    }

    @PostMapping("/viec/{run}/tiep")
    String restart(@PathVariable("run") long run, RedirectAttributes after) {
        desk.restart(run);
        after.addFlashAttribute("done", "jobs.begun");
        after.addFlashAttribute("doneValue", run);
        return HERE;
    }
}
