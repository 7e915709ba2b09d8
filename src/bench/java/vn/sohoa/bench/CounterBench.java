package vn.sohoa.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The counter under load: {@code CounterBench [--documents 100000] [--phases 20:30,100:60] [--accounts 20] [--dir FOLDER]
 * [--heap 1g] [--java OPTION,...]}. Fills an embedded installation once (kept in its folder), starts {@code serve} on it as a process
 * of its own with the launcher's options, signs the accounts in and asks {@code RATE:SECONDS} a phase. A phase {@code night:N}
 * lays N times the sample dossiers into the inbox and starts the nightly job; what comes after is asked while it works.
 */
public final class CounterBench {
    private CounterBench() {}

    /** @param arguments as above */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        int documents = Integer.parseInt(options.getOrDefault("documents", "100000"));
        int accounts = Integer.parseInt(options.getOrDefault("accounts", "20"));
        Path data = Path.of(options.getOrDefault("dir", "target/bench-counter-" + documents)).toAbsolutePath();
        CounterArchive archive = new CounterArchive(documents);
        archive.fill(data, accounts);
        int port = freePort();
        Process server = serve(options, data, port);
        try {
            CounterLoad load = new CounterLoad("http://127.0.0.1:" + port, archive, documents);
            awaitAnswer(port, server);
            load.signIn(accounts);
            load.ask(10, 5); // wakes it up
            System.out.printf("%,d papers, %d accounts; %d cores%n%n", documents, accounts,
                    Runtime.getRuntime().availableProcessors());
            System.out.println("| questions/s | s | search p50, p95, p99 ms | check p50, p95, p99 ms | 200 | 429, 503 | other errors |"
                    + " server CPU ms a question | of the asker | server MB | load | calm after s |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|---|");
            for (String phase : options.getOrDefault("phases", "20:30,100:60").split(",")) {
                String[] parts = phase.split(":");
                if (parts[0].equals("night")) {
                    night(data, Integer.parseInt(parts[1]), load);
                } else {
                    phase(load, server, parts);
                }
            }
            if (options.containsKey("pid")) {
                System.out.println(server.pid());
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void phase(CounterLoad load, Process server, String[] phase) throws Exception {
        double cpu = cpu(server.toHandle());
        double own = cpu(ProcessHandle.current());
        CounterLoad.Answers answers = load.ask(Integer.parseInt(phase[0]), Integer.parseInt(phase[1]));
        cpu = cpu(server.toHandle()) - cpu;
        own = cpu(ProcessHandle.current()) - own;
        long all = answers.nanos().length;
        long good = answers.count(200, 200);
        long refused = answers.count(429, 429) + answers.count(503, 503);
        System.out.printf("| %s | %s | %.0f, %.0f, %.0f | %.0f, %.0f, %.0f | %d | %d | %d | %.1f | %.1f | %d | %.1f | %d |%n",
                phase[0], phase[1], answers.percentile(0, 50), answers.percentile(0, 95), answers.percentile(0, 99),
                answers.percentile(1, 50), answers.percentile(1, 95), answers.percentile(1, 99), good, refused,
                all - good - refused, 1e3 * cpu / all, 1e3 * own / all, memory(server) >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), answers.calmAfter());
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }

    private static Process serve(Map<String, String> options, Path data, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError", "-Xmx" + options.getOrDefault("heap", "1g"), "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true", "-Dsohoa.home=" + home(data)));
        String more = options.getOrDefault("java", "-XX:-DontCompileHugeMethods,-XX:CICompilerCount=4,"
                + "-XX:ThreadPriorityPolicy=1,-XX:JavaPriority1_To_OSPriority=10,-XX:CompilerThreadPriority=3,"
                + "-Xms" + options.getOrDefault("heap", "1g"));
        command.addAll(Stream.of(more.split(",")).filter(each -> !each.isEmpty()).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.sohoa.SohoaApplication", "--data",
                data.toString(), "serve", "--port", String.valueOf(port)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(data.resolve("serve.log").toFile());
        builder.environment().put("SOHOA_ACCESS_SEARCHESPERACCOUNT", "1000000");
        return builder.start();
    }

    /** This checkout with the nightly job alone and without its hours: whatever the time of the day, nothing begins by itself. */
    private static Path home(Path data) throws IOException {
        Path home = data.resolve("home");
        Path jobs = Files.createDirectories(home.resolve("jobs"));
        link(Path.of("ocr-models"), home);
        link(Path.of("storage-config"), home);
        link(Path.of("jobs", "reference"), jobs);
        String nightly = Files.readString(Path.of("jobs", "nightly.yml"));
        Files.writeString(jobs.resolve("nightly.yml"), nightly.substring(0, nightly.indexOf("schedule:")));
        return home;
    }

    private static void link(Path folder, Path into) throws IOException {
        Path link = into.resolve(folder.getFileName());
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, folder.toAbsolutePath());
        }
    }

    private static void awaitAnswer(int port, Process server) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofMinutes(2).toNanos() && server.isAlive()) {
            try (java.net.Socket there = new java.net.Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IOException("the server did not start: see serve.log");
    }

    /** Every sample dossier so many times, each time under another number. */
    private static void night(Path data, int times, CounterLoad load) throws IOException, InterruptedException {
        Path samples = Path.of("jobs", "samples", "inbox");
        int laid = 0;
        for (int i = 0; i < times; i++) {
            try (Stream<Path> folders = Files.list(samples)) {
                for (Path folder : folders.filter(each -> Files.exists(each.resolve("dossier.json"))).toList()) {
                    lay(folder, data.resolve("inbox"), System.nanoTime() / 1000 % 9_000_000 + 1_000_000);
                    laid++;
                }
            }
        }
        System.out.printf("| a night of %d dossiers begins: %d |%n", laid, load.post("/api/v1/jobs/nightly/runs", "{}").statusCode());
    }

    private static void lay(Path sample, Path inbox, long number) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve("dem-" + number));
        try (Stream<Path> files = Files.list(sample)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path manifest = folder.resolve("dossier.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("-(\\d{6})-\\d{4,7}\"", "-$1-" + number + "\""));
        if (!Files.exists(folder.resolve(".ready"))) {
            Files.createFile(folder.resolve(".ready"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static long memory(Process server) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
