package vn.sohoa.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command cost with all its children. Processor time as the kernel counts it for children that were waited for; memory as the
 * largest sum of the proportional set sizes of the living tree, looked at twice a second.
 */
record MeasuredRun(double wallSeconds, double cpuSeconds, long peakBytes, boolean good) {
    private static final long LOOK_MILLIS = 500;

    static MeasuredRun of(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Path times = Files.createTempFile("times", "");
        List<String> line = new ArrayList<>(List.of(
                "bash", "-c", "TIMEFORMAT='%R %U %S'; log=$1; times=$2; shift 2; { time \"$@\" >>\"$log\" 2>&1; } 2>\"$times\"",
                "bash", log.toString(), times.toString()));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory(process.toHandle()));
        }
        String[] said = Files.readString(times).strip().split("\\s+");
        Files.delete(times);
        int n = said.length;
        return new MeasuredRun(
                Double.parseDouble(said[n - 3]),
                Double.parseDouble(said[n - 2]) + Double.parseDouble(said[n - 1]),
                peak,
                process.exitValue() == 0);
    }

    private static long memory(ProcessHandle root) {
        try (Stream<ProcessHandle> tree = root.descendants()) {
            return tree.mapToLong(MeasuredRun::proportional).sum();
        }
    }

    private static long proportional(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            return Files.readAllLines(rollup, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
