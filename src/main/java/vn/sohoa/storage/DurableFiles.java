package vn.sohoa.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that are still there after a power cut and that nobody but their owner may read. Safe for many threads. */
final class DurableFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);
    private static final Duration STALE = Duration.ofHours(24);
    private static final int BUFFER_BYTES = 1 << 16;

    /** Gives a file a second name; tests put a crash or an old file system here. */
    interface Link {
        void create(Path newName, Path file) throws IOException;
    }

    private final Link link;
    private final Object[] locks =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

    DurableFiles() {
        this(Files::createLink);
    }

    DurableFiles(Link link) {
        this.link = link;
    }

    /** Makes the missing folders and secures their entries, the upper ones first. */
    void folders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            folders(parent);
        }
        try {
            Files.createDirectory(folder, owner(folder, "rwx------"));
        } catch (FileAlreadyExistsException another) {
            if (!Files.isDirectory(folder)) {
                throw another;
            }
        }
        if (parent != null) {
            sync(parent);
        }
    }

    /** A new empty file with a name that nobody else has. */
    Path temporary(Path folder) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".tmp");
        return Files.createFile(file, owner(folder, "rw-------"));
    }

    /** Writes everything to the file, digests it on the way, and returns when it is on the disk; gives the length. */
    long write(InputStream in, Path file, MessageDigest digest) throws IOException {
        long length = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                for (ByteBuffer part = ByteBuffer.wrap(buffer, 0, n); part.hasRemaining(); ) {
                    out.write(part);
                }
                length += n;
            }
            out.force(true);
        }
        return length;
    }

    /** From now on nobody changes the file by mistake. */
    void seal(Path file) throws IOException {
        if (posix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        }
    }

    /**
     * Moves a finished file to its final name without replacing anything. Where the file system has no links, two processes may
     * still replace each other's file; callers have the same content under the same name, so nothing is lost.
     *
     * @throws FileAlreadyExistsException if the name is taken; the temporary file stays
     */
    void publish(Path temporary, Path target) throws IOException {
        try {
            link.create(target, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            move(temporary, target);
        }
        sync(parent(target));
        Files.deleteIfExists(temporary);
    }

    private void move(Path temporary, Path target) throws IOException {
        synchronized (locks[Math.floorMod(target.hashCode(), locks.length)]) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes temporary files that an interrupted process left more than a day ago. */
    void sweep(Path folder, Instant now) throws IOException {
        Instant before = now.minus(STALE);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.tmp")) {
            for (Path file : left) {
                if (stale(file, before) && Files.deleteIfExists(file)) {
                    LOG.info("removed temporary file {} of an interrupted put", file.getFileName());
                }
            }
        }
    }

    private static boolean stale(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException itsOwnerTookIt) {
            return false;
        }
    }

    /** The entries of a folder are on the disk when this returns. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file system root is no file: " + file);
        }
        return parent;
    }

    private static FileAttribute<?>[] owner(Path near, String permissions) {
        return posix(near)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
