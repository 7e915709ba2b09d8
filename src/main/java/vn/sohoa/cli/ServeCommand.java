package vn.sohoa.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.Accounts;
import vn.sohoa.job.JobDefinitions;
import vn.sohoa.job.JobRuns;
import vn.sohoa.job.NightlySchedule;
import vn.sohoa.job.RunThreads;

/** {@code serve}: pages and API on the loopback address, and the jobs that have a schedule. */
@Command(name = "serve")
@SuppressWarnings("NullAway.Init")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor(new RunThreads("schedule"));
        try (House house = House.open(root, WebApplicationType.SERVLET, Map.of("server.port", String.valueOf(port)))) {
            NightlySchedule schedule = new NightlySchedule(
                    new JobDefinitions(root.home().resolve("jobs")),
                    house.get(JobRuns.class),
                    job -> root.data().resolve(job.inbox()),
                    house.get(Clock.class));
            ScheduledFuture<?> ticking = minutes.scheduleWithFixedDelay(schedule::tick, 0, 1, TimeUnit.MINUTES);
            house.get(Accounts.class).first().ifPresent(made -> Output.note(spec, UserCommand.oneTime(spec, made)));
            Output.note(spec, "http://127.0.0.1:" + port + "/  (Ctrl+C)");
            ticking.get(); // for ever, or until a tick breaks in a way nobody foresaw
            return 0;
        } finally {
            minutes.shutdownNow();
        }
    }
}
