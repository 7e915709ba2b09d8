package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.sohoa.search.Papers.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class LuceneDocumentIndexTest extends DocumentIndexContract {

    @Override
    DocumentIndex open() {
        return DocumentIndexes.lucene(root());
    }

    private Path root() {
        return folder.resolve("index");
    }

    @Test
    void seesWhatAnotherOpenIndexPutsAndRebuilds() {
        try (DocumentIndex other = open()) {
            assertThat(find("")).isEmpty();
            other.put(List.of(paper("d1", "Giấy khai sinh").paper()));
            assertThat(find("khai sinh")).containsExactly("d1");
            other.rebuild(Stream.of(paper("d2", "Giấy khai sinh").paper()));
            assertThat(find("khai sinh")).containsExactly("d2");
            other.rebuild(Stream.of(paper("d3", "Giấy khai sinh").paper()));
            assertThat(find("khai sinh")).containsExactly("d3");
        }
    }

    @Test
    void searchesWhileAnotherProcessWritesAndSaysThatItCannotWrite() throws Exception {
        put(paper("d1", "Giấy khai sinh"));
        Process child = writer();
        try {
            assertThat(find("khai sinh")).containsExactly("d1");
            assertThatThrownBy(() -> put(paper("d2", "Giấy khai sinh")))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.INDEX_UNAVAILABLE));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(index.versions()).isEqualTo(Map.of("d1", 1L));

        put(paper("d2", "Giấy khai sinh"));
        index.rebuild(Stream.of(paper("d3", "Giấy khai sinh").paper()));
        assertThat(generations())
                .as("what the killed rebuild had begun is swept")
                .hasSize(1);
    }

    /** A process in the middle of a rebuild, which stands still there. */
    private Process writer() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandingWriter.class.getName(),
                        root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        assertThat(out.lines().anyMatch(StandingWriter.MARKER::equals)).isTrue();
        return child;
    }

    static final class StandingWriter {
        static final String MARKER = "writing";

        public static void main(String[] args) {
            DocumentIndexes.lucene(Path.of(args[0]))
                    .rebuild(Stream.of("d8", "d9").map(id -> {
                        if (id.equals("d9")) {
                            System.out.println(MARKER);
                            while (true) {
                                java.util.concurrent.locks.LockSupport.park();
                            }
                        }
                        return paper(id, "Giấy khai sinh").paper();
                    }));
        }
    }

    /** No more searches run at once than there are cores. */
    @Test
    void aSearchThatFailsLetsOthersIn() {
        index.close();
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < 2 + Runtime.getRuntime().availableProcessors(); i++) {
                assertThatThrownBy(() -> find("khai sinh")).isInstanceOf(DigitisationException.class);
            }
        });
        index = open();
    }

    @Test
    void opensABrokenIndexAsAnEmptyOneAndSetsItAside() throws IOException {
        put(paper("d1", "Giấy khai sinh"));
        index.close();
        try (Stream<Path> files = Files.list(generations().get(0))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        index = open();

        assertThat(index.versions()).isEmpty();
        assertThat(find("khai sinh")).isEmpty();
        assertThat(generations()).isEmpty();
        put(paper("d2", "Giấy khai sinh"));
        assertThat(find("khai sinh")).containsExactly("d2");
    }

    @Test
    void opensAnIndexWhoseFilesAreGoneAsAnEmptyOne() throws IOException {
        put(paper("d1", "Giấy khai sinh"));
        index.close();
        try (Stream<Path> files = Files.list(generations().get(0))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        index = open();
        assertThat(index.versions()).isEmpty();

        index.close();
        Files.write(root().resolve("CURRENT"), new byte[] {(byte) 0xff, 0, 7});
        index = open();
        assertThat(index.versions()).isEmpty();
        index.rebuild(Stream.of(paper("d2", "Giấy khai sinh").paper()));
        assertThat(find("khai sinh")).containsExactly("d2");
        try (Stream<Path> left = Files.list(root())) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("broken-"));
        }
    }

    @Test
    void refusesToOpenWhereNoFolderCanBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DocumentIndexes.lucene(file.resolve("index")))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.INDEX_UNAVAILABLE));
    }

    @Test
    void showsItsFolderToItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root())))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsFewSegmentsThoughEveryPutCommits() throws IOException {
        for (int i = 0; i < 25; i++) {
            put(paper("d" + i, "Giấy khai sinh"));
        }
        try (DirectoryReader reader =
                DirectoryReader.open(FSDirectory.open(generations().get(0)))) {
            assertThat(reader.leaves()).hasSizeLessThan(15);
        }
    }

    @Test
    void hasTheFieldsOfTheMappingFile() throws IOException {
        put(paper("d1", "Giấy")
                .owner("034199000001", "Trần Thị Mai")
                .agency("UBND phường Đông Hưng")
                .dates("2018", "2026-11-21")
                .pages("trang")
                .units("H15.12"));
        index.remove("d2", 1);
        TreeSet<String> fields = new TreeSet<>();
        try (DirectoryReader reader =
                DirectoryReader.open(FSDirectory.open(generations().get(0)))) {
            reader.leaves().forEach(leaf -> {
                FieldInfos infos = leaf.reader().getFieldInfos();
                infos.forEach(info -> fields.add(info.name));
            });
        }
        TreeSet<String> mapped = new TreeSet<>();
        JsonNode mapping = JsonMapper.shared()
                .readTree(Path.of("storage-config/documents-index.json").toFile());
        mapping.at("/mappings/properties").properties().forEach(field -> {
            mapped.add(field.getKey());
            field.getValue().path("fields").propertyNames().forEach(sub -> mapped.add(field.getKey() + '.' + sub));
        });

        assertThat(fields).isEqualTo(mapped);
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(f -> f.getFileName().toString().startsWith("index-"))
                    .toList();
        }
    }
}
