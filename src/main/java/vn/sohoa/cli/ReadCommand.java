package vn.sohoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.AccessCopySize;
import vn.sohoa.workflow.QuickTools;
import vn.sohoa.workflow.ReadFiles;

/** {@code read}: text of files, without the catalogue. */
@Command(name = "read")
@SuppressWarnings("NullAway.Init")
final class ReadCommand implements Callable<Integer> {
    private static final String PAGE_BREAK = "\f";

    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files;

    @Option(names = "--text", paramLabel = "OUT", descriptionKey = "text")
    private @Nullable Path text;

    @Option(names = "--pdf", paramLabel = "OUT", descriptionKey = "pdf")
    private @Nullable Path pdf;

    @Option(names = "--size", paramLabel = "SIZE", descriptionKey = "size", defaultValue = "untouched")
    private AccessCopySize size;

    @Option(names = "--pages", paramLabel = "1-3", descriptionKey = "pages", converter = PageRange.Reader.class)
    private PageRange pages = PageRange.ALL;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(root.settings());
        if (threads > 0) {
            settings.put("sohoa.reading.readers", String.valueOf(threads));
        }
        try (QuickTools tools = QuickTools.open(settings)) {
            ReadFiles reader = tools.files();
            List<FileResult> results =
                    new InParallel(reader.capacity()).map(files, file -> FileResult.of(file, () -> read(reader, file)));
            results.forEach(result -> result.problem()
                    .ifPresent(p -> Output.note(
                            spec,
                            result.file() + ": " + ProblemExit.sentence(p.problem(), p.detail(), root.language()))));
            write(results);
            return results.stream().allMatch(FileResult::ok) ? 0 : 1;
        }
    }

    /** Reads and writes one file; pages are kept only for what is printed at the end. */
    private ReadFiles.FileReading read(ReadFiles reader, Path file) {
        Path copy = pdf;
        ReadFiles.FileReading reading = copy == null
                ? reader.read(file, pages.first(), pages.last())
                : reader.readToPdf(file, pages.first(), pages.last(), target(file, copy, ".pdf"), size);
        Path out = text;
        if (out != null) {
            save(reading, target(file, out, ".txt"));
        }
        return json || prints() ? reading.whole() : reading.summary();
    }

    private boolean prints() {
        return text == null && pdf == null && !json;
    }

    private void write(List<FileResult> results) {
        if (json) {
            Output.json(spec, ReadJson.of(results, root.language()));
        } else if (prints()) {
            Output.line(
                    spec,
                    results.stream()
                            .flatMap(result -> result.reading().stream())
                            .map(ReadCommand::plain)
                            .collect(Collectors.joining("\n" + PAGE_BREAK)));
        }
    }

    /** The file named, or one of the input's name in the folder named. */
    private Path target(Path file, Path out, String ending) {
        boolean folder = files.size() > 1 || Files.isDirectory(out);
        try {
            return folder ? Files.createDirectories(out).resolve(name(file) + ending) : out;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, out.toString(), cannot);
        }
    }

    private static void save(ReadFiles.FileReading reading, Path target) {
        try {
            Files.writeString(target, plain(reading) + "\n");
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, target.toString(), cannot);
        }
    }

    /** The file's name without its ending, unless two inputs would then have the same. */
    private String name(Path file) {
        String stem = stem(file);
        boolean alone = files.stream().filter(other -> stem(other).equals(stem)).count() == 1;
        return alone ? stem : file.getFileName().toString();
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Pages are separated by a form feed. */
    private static String plain(ReadFiles.FileReading reading) {
        return reading.pages().stream().map(page -> page.text().text()).collect(Collectors.joining("\n" + PAGE_BREAK));
    }
}
