package vn.sohoa.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.SohoaApplication;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.job.JobDefinitions;
import vn.sohoa.job.JobRuns;
import vn.sohoa.workflow.RunSummary;

/**
 * What a page costs in each step: one run over the sample dossiers, read off the figures that Prometheus would read. Prints a
 * Markdown table. {@code StageCost [FOLDER]}: another folder of deliveries.
 */
public final class StageCost {

    private StageCost() {}

    /** @param arguments a folder of deliveries, if not the samples */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("stage-cost");
        Path inbox = data.resolve("inbox");
        copy(arguments.length > 0 ? Path.of(arguments[0]) : home.resolve("jobs/samples/inbox"), inbox);
        long began = System.nanoTime();
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--sohoa.home=" + home, "--sohoa.data=" + data)) {
            RunSummary run = house.getBean(JobRuns.class)
                    .run(new JobDefinitions(home.resolve("jobs")).find("demo"), inbox, progress -> {});
            double wall = (System.nanoTime() - began) / 1e9;
            System.out.println(table(house.getBean(MeterRegistry.class)));
            System.out.printf("%d papers stored, %d pages touched, %.0f s wall with start-up, load %.1f%n",
                    run.done(), run.pages(), wall,
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static String table(MeterRegistry figures) {
        StringBuilder table = new StringBuilder("| step | papers | pages | s a paper | CPU s readers | CPU s main"
                + " | CPU s a page | CPU s a paper |\n|---|---|---|---|---|---|---|---|\n");
        for (LegalStep step : LegalStep.values()) {
            Timer time = figures.get("sohoa.step").tag("step", step.name()).timer();
            double readers = count(figures, "sohoa.reader.cpu", step);
            double main = count(figures, "sohoa.step.cpu", step);
            double pages = count(figures, "sohoa.pages", step);
            table.append(String.format(
                    "| %s | %d | %.0f | %.2f | %.1f | %.1f | %.3f | %.3f |%n",
                    step, time.count(), pages, time.mean(TimeUnit.MILLISECONDS) / 1000, readers, main,
                    (readers + main) / Math.max(1, pages), (readers + main) / Math.max(1, time.count())));
        }
        return table.toString();
    }

    private static double count(MeterRegistry figures, String name, LegalStep step) {
        io.micrometer.core.instrument.Counter there =
                figures.find(name).tag("step", step.name()).counter();
        return there == null ? 0 : there.count();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
