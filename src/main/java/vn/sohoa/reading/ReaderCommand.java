package vn.sohoa.reading;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line of a reader: this program's own class path, no Spring, little memory, no secrets in its environment. */
final class ReaderCommand {
    /** Names a class data archive; a reader that has one starts in half the time. */
    static final String ARCHIVE_PROPERTY = "sohoa.reader.archive";

    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "SystemRoot");

    private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));

    private ReaderCommand() {}

    static ProcessBuilder of(ReadingSettings settings, String mainClass, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(line(settings, mainClass, folder))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        // one reader, one core: the recogniser's own threads only get in each other's way
        environment.put("OMP_THREAD_LIMIT", "1");
        return builder;
    }

    private static List<String> line(ReadingSettings settings, String mainClass, Path folder) {
        List<String> line = new ArrayList<>();
        line.addAll(behindOthers(settings.niceness()));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + settings.heap().toMegabytes() + "m");
        line.add("-XX:MaxDirectMemorySize=128m");
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-XX:+UseSerialGC");
        // neither a core file nor a crash report may outlive the folder: they hold what was read
        line.add("-XX:-CreateCoredumpOnCrash");
        line.add("-XX:ErrorFile=" + folder.resolve("crash.log"));
        line.add("-XX:-UsePerfData");
        line.add("-Xshare:auto");
        String archive = System.getProperty(ARCHIVE_PROPERTY, "");
        if (!archive.isEmpty()) {
            line.add("-XX:SharedArchiveFile=" + Path.of(archive).toAbsolutePath());
        }
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-Djava.awt.headless=true");
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Djava.io.tmpdir=" + folder);
        // libraries log what they read: nobody is to see it
        line.add("-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");
        line.add("-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");
        line.add("-cp");
        line.add(classPath());
        line.add(mainClass);
        return line;
    }

    /** So that a night lets people at the counter go first; the program {@code nice} becomes the reader, under the same id. */
    private static List<String> behindOthers(int niceness) {
        return niceness == 0
                ? List.of()
                : NICE.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .map(nice -> List.of(nice.toString(), "-n", String.valueOf(niceness)))
                        .orElse(List.of());
    }

    /** As this process has it, made absolute since the reader works elsewhere; jars named in manifests follow by themselves. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
