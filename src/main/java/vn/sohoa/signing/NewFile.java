package vn.sohoa.signing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** A file that appears at its name whole and on the disk, or not at all; nothing is written over. */
final class NewFile {

    private NewFile() {}

    interface Work<T> {
        T on(Path file) throws IOException;
    }

    /** Problems: OUTPUT_EXISTS, STORE_UNAVAILABLE. */
    static <T> T write(Path target, Work<T> work) {
        Path file = target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || Files.exists(file)) {
            throw exists(target);
        }
        try {
            Path temporary = Files.createTempFile(folder, ".signed-", ".tmp"); // for its owner's eyes only
            try {
                T result = work.on(temporary);
                try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                publish(temporary, file);
                return result;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException another) {
            throw exists(target);
        } catch (IOException cannot) {
            throw new DigitisationException(
                    Problem.STORE_UNAVAILABLE, "signing: " + cannot.getClass().getSimpleName(), cannot);
        }
    }

    private static void publish(Path temporary, Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static DigitisationException exists(Path target) {
        return new DigitisationException(Problem.OUTPUT_EXISTS, String.valueOf(target.getFileName()));
    }
}
