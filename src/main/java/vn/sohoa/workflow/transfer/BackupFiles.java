package vn.sohoa.workflow.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** Files of a back-up: on the disk when a method returns, told as problems where it cannot be done. */
final class BackupFiles {
    private BackupFiles() {}

    /** Work with files. */
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T doing(Path what, Work<T> work) {
        try {
            return work.run();
        } catch (IOException cannot) {
            throw new DigitisationException(
                    Problem.STORE_UNAVAILABLE, what + ": " + cannot.getClass().getSimpleName(), cannot);
        }
    }

    /** Makes a folder that only its owner may read, and those above it that are missing. */
    static Path folder(Path folder) {
        return doing(folder, () -> Files.createDirectories(folder, owner(folder)));
    }

    private static FileAttribute<?>[] owner(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    static void write(Path file, byte[] bytes) {
        doing(file, () -> {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
                    out.write(left);
                }
                out.force(true);
            }
            return file;
        });
    }

    /** Bytes of a file, or entries of a folder, are on the disk when this returns. */
    static void sync(Path file) {
        doing(file, () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return file;
        });
    }

    static Sha256 hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream hashed = new DigestInputStream(in, Sha256.digest())) {
            hashed.transferTo(OutputStream.nullOutputStream());
            return Sha256.of(hashed.getMessageDigest());
        }
    }

    static List<Path> list(Path folder) {
        return doing(folder, () -> {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.sorted().toList();
            }
        });
    }

    static void remove(Path file) {
        doing(file, () -> Files.deleteIfExists(file));
    }

    /** A folder of ours with everything in it. */
    static void removeAll(Path folder) {
        doing(folder, () -> {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(BackupFiles::remove);
            }
            return folder;
        });
    }
}
