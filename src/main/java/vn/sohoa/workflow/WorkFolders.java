package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Folders for files in work, readable by the service alone. Each process has its own, held by a lock that ends with the process;
 * what a killed process left there is swept by whoever starts next.
 *
 * @param staging private copies of deliveries
 * @param working copies of masters, derivatives being made
 */
public record WorkFolders(Path staging, Path working) {
    private static final String PREFIX = "process-";

    /** Locks that this process holds for its life. */
    private static final List<FileLock> HELD = new ArrayList<>();

    /** Takes the first pair of folders below {@code data} that no living process holds; sweeps all that nobody holds. */
    public static WorkFolders under(Path data) {
        Path root = data.resolve("work");
        try {
            make(root);
            WorkFolders own = null;
            for (int n = 0; own == null || Files.isDirectory(slot(root, n)); n++) {
                FileLock lock = lock(slot(root, n));
                if (lock == null) {
                    continue;
                }
                WorkFolders swept = sweep(slot(root, n));
                if (own == null) {
                    own = swept;
                    hold(lock);
                } else {
                    lock.channel().close();
                }
            }
            return own;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, root.toString(), cannot);
        }
    }

    private static Path slot(Path root, int n) {
        return root.resolve(PREFIX + n);
    }

    private static synchronized void hold(FileLock lock) {
        HELD.add(lock);
    }

    private static @Nullable FileLock lock(Path slot) throws IOException {
        make(slot);
        FileChannel channel = FileChannel.open(
                slot.resolveSibling(slot.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            // as good as held by another
        }
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    private static WorkFolders sweep(Path slot) throws IOException {
        return new WorkFolders(empty(slot.resolve("staging")), empty(slot.resolve("working")));
    }

    private static Path empty(Path folder) throws IOException {
        make(folder);
        try (Stream<Path> left = Files.list(folder)) {
            for (Path each : left.toList()) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
        return folder;
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
