package vn.sohoa.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands of the program in processes of their own, with one data folder.
 *
 * @param environment variables beside those of this process
 * @param classPath of those processes
 */
record Sohoa(Path data, Map<String, String> environment, String classPath) {
    private static final long MINUTES = Long.getLong("night.minutes", 20);

    Sohoa(Path data) {
        this(data, Map.of());
    }

    Sohoa(Path data, Map<String, String> environment) {
        this(data, environment, System.getProperty("java.class.path"));
    }

    /** What a command left behind. */
    record Ended(int exit, String out, String err) {}

    Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("sohoa", ".out");
        Path err = Files.createTempFile("sohoa", ".err");
        try {
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end of " + List.of(arguments) + "\n" + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command and kills it with SIGKILL after a while; gives its exit code if it ended before. */
    java.util.OptionalInt kill(long afterMillis, String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            return java.util.OptionalInt.of(process.exitValue());
        }
        process.destroyForcibly().waitFor();
        return java.util.OptionalInt.empty();
    }

    /** Starts a command that goes on by itself; what it says goes to a file. */
    Process start(Path log, String... arguments) throws IOException {
        return builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=" + StandardCharsets.UTF_8,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dsohoa.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                classPath,
                "vn.sohoa.SohoaApplication"));
        line.addAll(List.of(arguments));
        line.add("--data=" + data);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder;
    }
}
