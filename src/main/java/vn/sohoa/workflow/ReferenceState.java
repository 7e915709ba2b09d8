package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.ReferenceBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Which state of {@code jobs/reference/} this process works by. Each entry that a step writes into the history of a paper names it, and
 * the files are kept, so that yesterday's decision can be explained when they have changed (R-35). Safe for many threads.
 */
@Component
public class ReferenceState {
    private static final int STAMP = 12;

    private final SortedMap<String, String> files;
    private final String stamp;
    private final ReferenceBook book;
    private final Clock clock;
    private final AtomicBoolean kept = new AtomicBoolean();

    ReferenceState(WorkflowSettings settings, ReferenceBook book, Clock clock) {
        this.files = read(settings.reference());
        this.stamp = stamp(files);
        this.book = book;
        this.clock = clock;
    }

    /** The stamp of the reference data as they lie in a folder. Problem: CONFIGURATION_INVALID if it cannot be read. */
    public static String stampOf(Path reference) {
        return stamp(read(reference));
    }

    /** As it stands in the history of papers, {@code ref@…}; the files are kept with the first call. */
    String mark() {
        if (!kept.get()) {
            book.keep(stamp, files, clock.instant());
            kept.set(true);
        }
        return "ref@" + stamp;
    }

    /** A state that papers were decided on by. @param files name and hash of each */
    public record State(String stamp, Instant firstUsed, SortedMap<String, Sha256> files) {}

    /** All states, the oldest first. */
    public List<State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        for (ReferenceBook.Entry entry : book.states()) {
            states.computeIfAbsent(entry.stamp(), first -> new State(first, entry.firstUsed(), new TreeMap<>()))
                    .files()
                    .put(entry.name(), entry.sha256());
        }
        return List.copyOf(states.values());
    }

    /** A file as it was in a state, given as {@code ref@…} or without. */
    public Optional<String> text(String state, String name) {
        return book.text(state.replace("ref@", ""), name);
    }

    private static String stamp(SortedMap<String, String> files) {
        String all = files.entrySet().stream()
                .map(file -> file.getKey() + " " + hash(file.getValue()) + "\n")
                .collect(Collectors.joining());
        return hash(all).substring(0, STAMP);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static SortedMap<String, String> read(Path reference) {
        SortedMap<String, String> read = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(reference)) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".yml")).toList()) {
                read.put(reference.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, reference.toString(), cannot);
        }
        return read;
    }
}
