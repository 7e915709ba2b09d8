package vn.sohoa.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** Real child processes; those that misbehave are another program on the same channel. */
@Timeout(120)
class ReaderPoolTest {
    private static final ReadingRequest MEASUREMENTS = ReadingRequest.of(Part.MEASUREMENTS);

    @TempDir
    Path folder;

    @Nested
    class AReaderThatDoesNotBehave {

        @Test
        void endsAsReaderDiedWithThePageWhenItDiesTwice() throws Exception {
            DigitisationException e = failure("exit", 20);

            assertThat(e.problem()).isEqualTo(Problem.READER_DIED);
            assertThat(e.detail()).isEqualTo("trang 2");
        }

        @Test
        void isReplacedOnceAndTheReadingGoesOnAtThePageThatEndedIt() throws Exception {
            try (ReaderPool pool = misbehaving(20)) {
                DocumentReading reading = pool.read(file("exit once"), MEASUREMENTS);

                assertThat(reading.pages()).extracting(PageReading::page).containsExactly(1, 2, 3);
            }
        }

        @Test
        void endsAsReaderTimeoutWhenItHangs() throws Exception {
            assertThat(failure("hang", 1).problem()).isEqualTo(Problem.READER_TIMEOUT);

            DigitisationException atPage = failure("hang at page", 1);
            assertThat(atPage.problem()).isEqualTo(Problem.READER_TIMEOUT);
            assertThat(atPage.detail()).isEqualTo("trang 2");
        }

        @Test
        void endsAsReaderMemoryWhenItsHeapIsFull() throws Exception {
            assertThat(failure("heap", 20).problem()).isEqualTo(Problem.READER_MEMORY);
        }

        @Test
        void endsAsReaderMemoryWhenItGrowsBesideItsHeap() throws Exception {
            ReadingSettings settings = ReaderSettings.with(
                    1, folder, Duration.ofSeconds(20), 200, DataSize.ofMegabytes(64), DataSize.ofMegabytes(130));
            try (ReaderPool pool = new ReaderPool(settings, MisbehavingReaderMain.class.getName())) {
                assertThat(failure(pool, "resident").problem()).isEqualTo(Problem.READER_MEMORY);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "huge length",
                    "unknown kind",
                    "another nonce",
                    "another file",
                    "too many pages",
                    "short body",
                    "wrong page",
                    "wrong count",
                    "unasked",
                    "flood"
                })
        void endsAsReaderProtocolWhenItLies(String how) throws Exception {
            assertThat(failure(how, 20).problem()).isEqualTo(Problem.READER_PROTOCOL);
        }

        @Test
        void mayPrintWhatItLikes() throws Exception {
            try (ReaderPool pool = misbehaving(20)) {
                assertThat(pool.read(file("noise"), MEASUREMENTS).pages()).hasSize(3);
            }
        }

        @Test
        void leavesTheNextFileUnharmed() throws Exception {
            try (ReaderPool pool = misbehaving(20)) {
                failure(pool, "exit");
                failure(pool, "another nonce");

                assertThat(pool.read(file("fine"), MEASUREMENTS).totalPages()).isEqualTo(3);
                assertThat(pool.processes()).hasSize(1);
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void standsBackBehindThisProcess() throws Exception {
        try (ReaderPool pool = misbehaving(20)) {
            pool.read(file("fine"), MEASUREMENTS);

            long pid = pool.processes().get(0).pid();
            String state = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));

            int niceness =
                    Integer.parseInt(state.substring(state.lastIndexOf(')')).split(" ")[17]);
            assertThat(niceness).isGreaterThanOrEqualTo(15);
        }
    }

    @Nested
    class AReaderThatFindsAProblem {

        @Test
        void isBelievedAtOnceAndKept() throws Exception {
            try (ReaderPool pool = misbehaving(20)) {
                pool.read(file("fine"), MEASUREMENTS);
                List<ProcessHandle> before = pool.processes();

                DigitisationException e = failure(pool, "fault");

                assertThat(e.problem()).isEqualTo(Problem.FILE_PROTECTED);
                assertThat(e.detail()).isEqualTo("mật khẩu");
                assertThat(pool.processes()).isEqualTo(before);
            }
        }
    }

    @Nested
    class AnHonestReader {

        @Test
        void readsATextWholeInAnotherProcess() throws Exception {
            Path text = file("Cộng hòa xã hội\n\n  chủ nghĩa Việt Nam \n");
            try (DocumentReader pool = DocumentReaders.pool(ReaderSettings.small(folder, 60))) {
                DocumentReading reading = pool.read(text, ReadingRequest.of(Part.WORDS));

                assertThat(reading.sha256()).isEqualTo(Sha256.of(Files.readAllBytes(text)));
                assertThat(reading.mediaType()).isEqualTo("text/plain");
                assertThat(reading.pages()).hasSize(1);
                assertThat(reading.pages().get(0).text().orElseThrow().text())
                        .isEqualTo("Cộng hòa xã hội\nchủ nghĩa Việt Nam");
                assertThat(reading.cpuSeconds()).isPositive();
            }
        }

        @Test
        void isRenewedAfterSoManyFiles() throws Exception {
            ReadingSettings settings = ReaderSettings.with(
                    1, folder, Duration.ofSeconds(60), 2, DataSize.ofMegabytes(64), DataSize.ofMegabytes(600));
            try (ReaderPool pool = new ReaderPool(settings, MisbehavingReaderMain.class.getName())) {
                Path fine = file("fine");
                pool.read(fine, MEASUREMENTS);
                List<ProcessHandle> first = pool.processes();
                pool.read(fine, MEASUREMENTS);
                assertThat(pool.processes()).isEqualTo(first);
                pool.read(fine, MEASUREMENTS);
                assertThat(pool.processes()).hasSize(1).isNotEqualTo(first);
            }
        }

        @Test
        void refusesWhatItDoesNotKnowAndNamesIt() throws Exception {
            Path elf = folder.resolve("giay-to.pdf");
            Files.write(elf, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0});
            try (DocumentReader pool = DocumentReaders.pool(ReaderSettings.small(folder, 60))) {
                assertThatThrownBy(() -> pool.read(elf, MEASUREMENTS))
                        .isInstanceOfSatisfying(DigitisationException.class, e -> {
                            assertThat(e.problem()).isEqualTo(Problem.TYPE_NOT_ACCEPTED);
                            assertThat(e.detail()).contains("application/x-");
                        });
            }
        }

        @Test
        void refusesEmptyAndOversizedFilesWithoutAProcess() throws Exception {
            Path large = folder.resolve("large.pdf");
            Files.write(large, new byte[11_000_000]);
            try (ReaderPool pool = misbehaving(20)) {
                assertThat(failure(pool, "").problem()).isEqualTo(Problem.FILE_EMPTY);
                assertThatThrownBy(() -> pool.read(large, MEASUREMENTS))
                        .hasMessageContaining(Problem.FILE_TOO_LARGE.name());
                assertThat(pool.processes()).isEmpty();
            }
        }
    }

    @Nested
    class AFileOfManyPages {
        private static final int[] ALL =
                IntStream.rangeClosed(1, MisbehavingReaderMain.MANY).toArray();

        @Test
        void isSharedAmongTheReadersThatAreFreeAndComesBackInOrder() throws Exception {
            try (ReaderPool pool = readers(3)) {
                DocumentReading reading = pool.read(file("many"), MEASUREMENTS);

                assertThat(numbers(reading)).containsExactly(ALL);
                assertThat(pool.processes()).hasSize(3);
            }
        }

        @Test
        void isReadByOneReaderWhereThereIsOne() throws Exception {
            try (ReaderPool pool = readers(1)) {
                assertThat(numbers(pool.read(file("many"), MEASUREMENTS))).containsExactly(ALL);
                assertThat(pool.processes()).hasSize(1);
            }
        }

        @Test
        void isReadOnlyAsFarAsAskedFor() throws Exception {
            try (ReaderPool pool = readers(2)) {
                ReadingRequest some = new ReadingRequest(Set.of(Part.MEASUREMENTS), 5, 27);

                DocumentReading reading = pool.read(file("many"), some);

                assertThat(numbers(reading))
                        .containsExactly(IntStream.rangeClosed(5, 27).toArray());
                assertThat(reading.totalPages()).isEqualTo(MisbehavingReaderMain.MANY);
            }
        }

        @Test
        void hasTheProblemThatOneReaderWouldHaveFoundFirst() throws Exception {
            for (int readers = 1; readers <= 3; readers++) {
                try (ReaderPool pool = readers(readers)) {
                    DigitisationException e = failure(pool, "many, two broken");

                    assertThat(e.problem()).isEqualTo(Problem.FILE_DAMAGED);
                    assertThat(e.detail()).isEqualTo("trang 30");
                    assertThat(numbers(pool.read(file("many"), MEASUREMENTS))).containsExactly(ALL);
                }
            }
        }

        @Test
        void getsASecondReaderForTheRangeThatEndedTheFirst() throws Exception {
            try (ReaderPool pool = readers(2)) {
                assertThat(numbers(pool.read(file("many, one deadly once"), MEASUREMENTS)))
                        .containsExactly(ALL);
            }
        }

        @Test
        void endsAsReaderDiedWithThePageThatIsDeadly() throws Exception {
            try (ReaderPool pool = readers(2)) {
                DigitisationException e = failure(pool, "many, one deadly");

                assertThat(e.problem()).isEqualTo(Problem.READER_DIED);
                assertThat(e.detail()).isEqualTo("trang 41");
            }
        }

        @Test
        void doesNotStarveOtherFiles() throws Exception {
            try (ReaderPool pool = readers(2)) {
                Path many = file("many");
                Path fine = file("fine");
                List<Integer> pages = Stream.of(many, fine, many, fine, fine, many)
                        .parallel()
                        .map(file -> pool.read(file, MEASUREMENTS).pages().size())
                        .toList();

                assertThat(pages).containsExactly(60, 3, 60, 3, 3, 60);
                assertThat(pool.processes()).hasSizeLessThanOrEqualTo(2);
            }
        }

        private ReaderPool readers(int readers) {
            ReadingSettings settings = ReaderSettings.with(
                    readers, folder, Duration.ofSeconds(20), 200, DataSize.ofMegabytes(64), DataSize.ofMegabytes(600));
            return new ReaderPool(settings, MisbehavingReaderMain.class.getName());
        }

        private static int[] numbers(DocumentReading reading) {
            return reading.pages().stream().mapToInt(PageReading::page).toArray();
        }
    }

    @Nested
    class TheEnd {

        @Test
        void ofThePoolEndsItsReadersAndTheirFolders() throws Exception {
            ReaderPool pool = misbehaving(20);
            pool.read(file("fine"), MEASUREMENTS);
            List<ProcessHandle> readers = pool.processes();
            assertThat(readers).hasSize(1);

            pool.close();

            assertThat(readers).noneMatch(ProcessHandle::isAlive);
            assertThatThrownBy(() -> pool.read(file("fine"), MEASUREMENTS)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void ofAKilledParentEndsItsReadersThoughTheyAreReading() throws Exception {
            Process parent = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ParentMain.class.getName(),
                            folder.toString(),
                            file("Một tờ giấy").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ProcessHandle reader;
            try (var out = parent.inputReader()) {
                String pid = out.lines()
                        .filter(line -> line.startsWith("READER "))
                        .findFirst()
                        .orElseThrow();
                reader = ProcessHandle.of(Long.parseLong(pid.substring("READER ".length())))
                        .orElseThrow();
                parent.destroyForcibly();
            }

            assertThat(reader.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private ReaderPool misbehaving(int seconds) {
        return new ReaderPool(ReaderSettings.small(folder, seconds), MisbehavingReaderMain.class.getName());
    }

    private DigitisationException failure(String what, int seconds) throws IOException {
        try (ReaderPool pool = misbehaving(seconds)) {
            return failure(pool, what);
        }
    }

    private DigitisationException failure(DocumentReader pool, String what) throws IOException {
        Path file = file(what);
        return catchThrowableOfType(DigitisationException.class, () -> pool.read(file, MEASUREMENTS));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "giay-to", ".bin"), content);
    }
}
