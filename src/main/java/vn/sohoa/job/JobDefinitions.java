package vn.sohoa.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** The job files of a folder, {@code jobs/*.yml}. */
public final class JobDefinitions {
    private final Path folder;

    public JobDefinitions(Path folder) {
        this.folder = folder;
    }

    /** Every job, by name. Problem: CONFIGURATION_INVALID with file and line. */
    public List<JobDefinition> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .map(JobFile::read)
                    .toList();
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, folder.toString(), cannot);
        }
    }

    /** The job of a name, or of a file. Problems: NOT_FOUND, CONFIGURATION_INVALID. */
    public JobDefinition find(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        if (nameOrFile.endsWith(".yml") && Files.isRegularFile(file)) {
            return JobFile.read(file);
        }
        Path named = folder.resolve(nameOrFile + ".yml");
        if (!nameOrFile.matches("[a-z][a-z0-9-]*") || !Files.isRegularFile(named)) {
            throw new DigitisationException(Problem.NOT_FOUND, nameOrFile);
        }
        return JobFile.read(named);
    }
}
