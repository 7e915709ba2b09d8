package vn.sohoa.reading;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private folder of one reader: its working directory and the only place for its temporary files. */
final class WorkFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "sohoa-reader-";

    private WorkFolder() {}

    /** A new folder that only this user can enter. */
    static Path create() throws IOException {
        return Files.createTempDirectory(PREFIX);
    }

    /** In a reader whose parent is gone: nobody else would do it. */
    static void removeOwn() {
        Path own = Path.of(System.getProperty("java.io.tmpdir", ""));
        if (own.getFileName() != null && own.getFileName().toString().startsWith(PREFIX)) {
            remove(own);
        }
    }

    /** A reader that ends by itself removes the folder too: whoever comes second finds less. */
    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            LOG.warn("Work folder of a reader stays behind: {}", folder, e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
