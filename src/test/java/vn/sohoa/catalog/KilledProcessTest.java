package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;

/** A process that commits is killed: what it had promised is there (P1); while it lives nobody else gets in. */
class KilledProcessTest {
    private static final int PROMISES = 60;
    private static final String PROMISE = "promised ";

    @Test
    void findsEveryPromisedPaperAfterTheKill(@TempDir Path folder) throws Exception {
        List<DocumentId> promised = new ArrayList<>();
        Process child = start(folder);
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            while (promised.size() < PROMISES) {
                String line = output.readLine();
                assertThat(line).as("the child ended early").isNotNull();
                note(line, promised);
            }
            assertThatThrownBy(() ->
                            DurabilityGuard.prove(new DriverManagerDataSource(TestCatalog.url(folder), "sohoa", "")))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.ANOTHER_RUN));
            child.toHandle().destroyForcibly(); // not the process: that would close the pipe with promises in it
            child.waitFor();
            output.lines().forEach(line -> note(line, promised));
        } finally {
            child.destroyForcibly();
        }

        try (TestCatalog reopened = TestCatalog.open(folder)) {
            assertThat(promised).hasSizeGreaterThanOrEqualTo(PROMISES).allSatisfy(id -> assertThat(
                            reopened.catalog().document(id))
                    .isPresent());
            assertThat(reopened.check().violations()).isEmpty();
        }
    }

    private static void note(String line, List<DocumentId> promised) {
        if (line.startsWith(PROMISE) && line.length() == PROMISE.length() + 36) {
            promised.add(DocumentId.parse(line.substring(PROMISE.length())));
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Takes in paper after paper and says so after each commit, until it is killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            TestCatalog catalog = TestCatalog.open(Path.of(arguments[0]));
            Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
            for (int n = 1; ; n++) {
                var paper = TestCatalog.paper(dossier, n, "giay-" + n + ".pdf");
                catalog.catalog().receive(dossier, List.of(paper), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
                System.out.println(PROMISE + paper.id());
                System.out.flush();
            }
        }
    }
}
