package vn.sohoa.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the index: generations side by side, each a Lucene index of its own, and the file {@code CURRENT} that names the
 * live one. A new generation becomes live by one atomic move of that file. Who changes anything holds the folder's lock.
 */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    /** Raised when the fields change: an index of another form counts as empty until it is rebuilt. */
    private static final String FORM = "index-3-";

    private static final Pattern GENERATION = Pattern.compile(FORM + "[0-9a-f-]{36}");
    private static final String ASIDE = "broken-";

    private final Path root;
    private final Path current;

    IndexFolder(Path root) {
        this.root = root.toAbsolutePath();
        this.current = this.root.resolve("CURRENT");
    }

    /** Makes the folder, for its owner only: it holds the text of every paper. */
    void create() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /** The live generation, empty if there is none yet. */
    Optional<Path> live() throws IOException {
        try {
            String name = Files.readString(current, StandardCharsets.UTF_8).strip();
            if (GENERATION.matcher(name).matches()) {
                return Optional.of(root.resolve(name));
            }
            LOG.warn("search index: CURRENT names no generation, the index counts as empty");
            return Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (java.nio.charset.CharacterCodingException noText) {
            LOG.warn("search index: CURRENT is damaged, the index counts as empty");
            return Optional.empty();
        }
    }

    /** @throws org.apache.lucene.store.LockObtainFailedException if another process is writing */
    Lock lock() throws IOException {
        return FSDirectory.open(root).obtainLock("write.lock");
    }

    /** A place for a new generation. */
    Path fresh() throws IOException {
        return Files.createDirectory(root.resolve(FORM + UUID.randomUUID()));
    }

    /** From now on the given generation, which is complete and on the disk, is the live one. */
    void switchTo(Path generation) throws IOException {
        IOUtils.fsync(root, true); // the entry of the generation itself
        Path next = root.resolve("CURRENT.tmp");
        Files.writeString(next, generation.getFileName() + "\n", StandardCharsets.UTF_8);
        IOUtils.fsync(next, false);
        try {
            Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("file system without atomic move", e);
        }
        IOUtils.fsync(root, true);
    }

    /** Removes all but the live generation, what was set aside too. Readers that have an old one open keep it. */
    void sweep() throws IOException {
        Optional<Path> live = live();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "{index-,broken-}*")) {
            for (Path folder : folders) {
                if (!live.equals(Optional.of(folder))) {
                    IOUtils.rm(folder);
                }
            }
        }
    }

    /** Takes a broken generation out of the way; it is kept until the next rebuild, for whoever wants to know why. */
    void setAside(Path generation, IOException reason) throws IOException {
        LOG.warn("search index is broken and counts as empty until it is rebuilt: {}", reason.toString());
        try (Lock lock = lock()) {
            if (live().equals(Optional.of(generation))) {
                lock.ensureValid();
                Files.delete(current);
                if (Files.exists(generation)) {
                    Files.move(generation, root.resolve(ASIDE + UUID.randomUUID()));
                }
            }
        }
    }
}
