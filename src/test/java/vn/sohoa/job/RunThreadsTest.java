package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** People go before a night: what runs on these threads is nice, with the options that the launcher gives to {@code serve}. */
class RunThreadsTest {
    /** Field 19 of proc_pid_stat(5), the name (field 2) left out: niceness of the calling thread and of the first. */
    public static void main(String[] arguments) throws Exception {
        ExecutorService runs = Executors.newSingleThreadExecutor(new RunThreads("run"));
        System.out.print(runs.submit(() -> niceness("thread-self")).get() + " " + niceness("thread-self"));
    }

    private static int niceness(String task) throws Exception {
        String stat = Files.readString(Path.of("/proc", task, "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theServersRunsAreNiceAndItsAnswersAreNot() throws Exception {
        int own = niceness("thread-self");
        String launcher = Files.readString(Path.of("sohoa"));
        String tuning = launcher.substring(launcher.indexOf("tuning=\"") + 8);
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(List.of(tuning.substring(0, tuning.indexOf('"'))
                .replace("\\", "")
                .strip()
                .split("\\s+")));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), RunThreadsTest.class.getName()));

        Process server = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(server.getInputStream().readAllBytes());
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();

        String[] both = said.split(" ");
        assertThat(both[0]).isEqualTo("10");
        assertThat(Integer.parseInt(both[1])).isLessThanOrEqualTo(own);
    }
}
