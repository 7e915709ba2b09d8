package vn.sohoa.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells cheaply whether anything in the trust folder has changed: names, sizes, times. */
final class TrustStamp {

    private TrustStamp() {}

    static String of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            StringBuilder stamp = new StringBuilder();
            for (Path file : sorted) {
                stamp.append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
            return stamp.toString();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return "none";
        }
    }
}
