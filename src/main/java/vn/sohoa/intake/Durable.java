package vn.sohoa.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** Changes in the inbox that are there whole, or not at all, also after the power fails. */
final class Durable {
    private Durable() {}

    /** Moves a folder, in one step, under its own name or the next free one: {@code name-2}, {@code name-3} … */
    static void moveFolder(Path folder, Path into) throws IOException {
        Path target = into.resolve(Objects.requireNonNull(folder.getFileName()));
        for (int n = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); n++) {
            target = into.resolve(folder.getFileName() + "-" + n);
        }
        // another process may be quicker: then this fails, and the folder stays for the next time
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        force(into);
        force(folder.resolveSibling("."));
    }

    /** Writes a small file by way of a hidden one; a link in its place is replaced, not followed. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path parent = file.resolveSibling(".");
        Path draft = Files.createTempFile(parent, ".problem-", ".draft");
        try (FileChannel out =
                FileChannel.open(draft, Set.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(parent);
    }

    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            if (!Files.isDirectory(folder)) {
                throw notOnThisSystem;
            }
        }
    }
}
