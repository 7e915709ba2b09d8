package vn.sohoa.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** Takes private copies of delivered files: what happens to the original afterwards no longer matters. */
public final class Staging {
    private static final int BUFFER_BYTES = 256 * 1024;

    private Staging() {}

    /**
     * Copies a file, hashing the bytes as they are written, and forces the copy to disk. May be repeated; each call makes a copy
     * of its own. A copy that failed is removed, the source is never touched.
     *
     * @param stagingDir made if it is missing
     * @throws DigitisationException FILE_REFUSED for anything but a plain file, FILE_MISSING, DOSSIER_CHANGED when the file was
     *     written to meanwhile, STORE_UNAVAILABLE when the copy cannot be written
     */
    public static StagedFile copy(Path source, Path stagingDir) {
        BasicFileAttributes before = plainFile(source);
        Path copy = newFile(stagingDir);
        boolean whole = false;
        try {
            StagedFile staged = copyBytes(source, copy);
            BasicFileAttributes after = plainFile(source);
            if (staged.bytes() != before.size() || !same(before, after)) {
                throw new DigitisationException(Problem.DOSSIER_CHANGED, Names.shown(source));
            }
            whole = true;
            return staged;
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(source), failed);
        } finally {
            if (!whole) {
                discard(copy);
            }
        }
    }

    private static StagedFile copyBytes(Path source, Path copy) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long bytes = 0;
        try (ReadableByteChannel in =
                        Files.newByteChannel(source, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            while (in.read(buffer) >= 0) {
                buffer.flip();
                digest.update(buffer.duplicate());
                bytes += buffer.remaining();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
            }
            out.force(true);
        }
        return new StagedFile(copy, Sha256.of(digest), bytes);
    }

    private static BasicFileAttributes plainFile(Path source) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(source, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new DigitisationException(Problem.FILE_REFUSED, Names.shown(source));
            }
            return attributes;
        } catch (NoSuchFileException gone) {
            throw new DigitisationException(Problem.FILE_MISSING, Names.shown(source), gone);
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.DOSSIER_CHANGED, Names.shown(source), unreadable);
        }
    }

    /** Same file, same length, same time: a file swapped for another between two looks has another key. */
    private static boolean same(BasicFileAttributes before, BasicFileAttributes after) {
        return Objects.equals(before.fileKey(), after.fileKey())
                && before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime());
    }

    private static Path newFile(Path stagingDir) {
        try {
            Files.createDirectories(stagingDir);
            return Files.createTempFile(stagingDir, "paper-", ".staged");
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "staging", failed);
        }
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException left) {
            copy.toFile().deleteOnExit();
        }
    }
}
