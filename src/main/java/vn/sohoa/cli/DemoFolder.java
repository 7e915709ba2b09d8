package vn.sohoa.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.TrackDossier;

/** The data folder of a demo: the samples copied into its inbox, and what they are expected to become. */
final class DemoFolder {
    private static final String STARTED = ".sohoa-demo";
    private static final String ENDED = ".sohoa-demo-ended";

    private final Path data;
    private final Path samples;

    DemoFolder(Path data, Path samples) {
        this.data = data;
        this.samples = samples;
    }

    /** Fills the inbox; what an earlier demo left is removed once that demo has ended, and only if a demo made the folder. */
    void prepare() throws IOException {
        if (Files.exists(data.resolve(ENDED)) && Files.exists(data.resolve(STARTED))) {
            remove(data);
        }
        if (Files.exists(data.resolve(STARTED))) {
            return;
        }
        if (Files.isDirectory(data.resolve("db"))) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, data.toString());
        }
        Path inbox = data.resolve("inbox");
        copy(samples.resolve("inbox"), inbox);
        copy(samples.resolve("trust"), data.resolve("trust"));
        Files.writeString(data.resolve(STARTED), "");
    }

    void ended() throws IOException {
        Files.writeString(data.resolve(ENDED), "");
    }

    /** Papers that did not become what the samples foresee. */
    List<String> surprises(TrackDossier track) throws IOException {
        List<String> found = new ArrayList<>();
        for (String row : Files.readAllLines(samples.resolve("expected.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = row.split(",", -1);
            String ended = track.dossier(new DossierCode(cells[0])).stream()
                    .flatMap(dossier -> dossier.papers().stream())
                    .filter(paper -> paper.source().name().equals(cells[1]))
                    .map(DemoFolder::end)
                    .findFirst()
                    .orElse("?");
            String expected = cells[2] + (cells[3].isEmpty() ? "" : " " + cells[3]);
            if (!ended.equals(expected)) {
                found.add(cells[0] + " " + cells[1] + ": " + ended + " ≠ " + expected);
            }
        }
        return found;
    }

    private static String end(Document paper) {
        String why = Optional.ofNullable(paper.problem())
                .map(Enum::name)
                .or(() -> Optional.ofNullable(paper.scope()).map(Enum::name))
                .map(name -> " " + name)
                .orElse("");
        return paper.status() + why;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, java.io.IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
