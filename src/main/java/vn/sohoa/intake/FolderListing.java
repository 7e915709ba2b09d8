package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.Problem;

/**
 * What lies in one dossier folder at one moment: names, kinds, sizes, times; no file is opened and no link followed.
 *
 * @param plain plain files by name, without hidden ones and leavings
 * @param strange links, pipes, folders and whatever else is no plain file
 * @param ready whether a {@code .ready} is there
 */
record FolderListing(Path folder, List<Entry> plain, List<Path> strange, boolean ready, FileTime changed) {

    /** A plain file as it was listed. */
    record Entry(Path path, String name, long bytes, FileTime changed) {}

    static FolderListing of(Path folder) throws IOException {
        List<Entry> plain = new ArrayList<>();
        List<Path> strange = new ArrayList<>();
        boolean ready = false;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String name = Names.of(child);
                if (name.equals(".ready")) {
                    ready = true;
                } else if (!Names.ignored(name)) {
                    if (attributes(child).isRegularFile()) {
                        plain.add(entry(child));
                    } else {
                        strange.add(child);
                    }
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        plain.sort(Comparator.comparing(Entry::name).thenComparing(Entry::path));
        strange.sort(Comparator.naturalOrder());
        FileTime newest = plain.stream()
                .map(Entry::changed)
                .max(Comparator.naturalOrder())
                .orElse(attributes(folder).lastModifiedTime());
        return new FolderListing(folder, plain, strange, ready, newest);
    }

    static Entry entry(Path file) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        return new Entry(file, Names.of(file), attributes.size(), changed(file, attributes));
    }

    Optional<Entry> manifest() {
        return plain.stream()
                .filter(e -> e.name().equals(ManifestReader.FILE_NAME))
                .findFirst();
    }

    /** The files that are papers, by their name in NFC; two that differ only in their Unicode form are a fault. */
    Map<String, Entry> papers(Faults faults) {
        Map<String, Entry> papers = new LinkedHashMap<>();
        for (Entry entry : plain) {
            if (entry.name().equals(ManifestReader.FILE_NAME)) {
                continue;
            }
            if (Names.hasPathParts(entry.name())) {
                faults.add(Problem.FILE_REFUSED, "tên tệp không dùng được: " + Names.shown(entry.name()));
            } else if (papers.putIfAbsent(entry.name(), entry) != null) {
                faults.add(Problem.FILE_REFUSED, "hai tệp cùng tên: " + Names.shown(entry.name()));
            }
        }
        return papers;
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** The later of content and inode change: copying tools set back the former, not the latter. */
    private static FileTime changed(Path path, BasicFileAttributes attributes) throws IOException {
        FileTime content = attributes.lastModifiedTime();
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return content;
        }
        return (FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    }
}
