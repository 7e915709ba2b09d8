package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Folders for files in work, readable by the service alone. What a killed process left there is swept at the next start.
 *
 * @param staging private copies of deliveries
 * @param working copies of masters, derivatives being made
 */
public record WorkFolders(Path staging, Path working) {

    /** Makes or empties both folders below {@code data}. */
    public static WorkFolders under(Path data) {
        return new WorkFolders(fresh(data.resolve("staging")), fresh(data.resolve("work")));
    }

    private static Path fresh(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            try (Stream<Path> left = Files.list(folder)) {
                left.filter(Files::isRegularFile).forEach(Masters::remove);
            }
            return folder;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }
}
