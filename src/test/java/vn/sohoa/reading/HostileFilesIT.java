package vn.sohoa.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.reading.hostile.HostileFile;
import vn.sohoa.reading.hostile.HostileFiles;

/**
 * Hostile files through real readers with the real recogniser. {@code -Dhostile.files=1000} takes more of them,
 * {@code -Dhostile.seed=2} others, {@code -Dhostile.keep=DIR} keeps those that ended a reader.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class HostileFilesIT {
    private static final int SAMPLE = 60;
    private static final int READERS = 2;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** Both tries of a file, opening and one page each, four times as long by the clock; and what the machine needs to notice. */
    private static final Duration MOST = LIMIT.multipliedBy(2 * 2 * 4).plusSeconds(10);

    /** What a bad file may be called; anything else would be a fault of ours. */
    private static final Set<Problem> BLAMED = EnumSet.of(
            Problem.FILE_EMPTY,
            Problem.FILE_DAMAGED,
            Problem.FILE_PROTECTED,
            Problem.FILE_TOO_LARGE,
            Problem.UNPACKED_TOO_LARGE,
            Problem.TOO_MANY_PAGES,
            Problem.IMAGE_TOO_LARGE,
            Problem.TYPE_NOT_ACCEPTED,
            Problem.READER_DIED,
            Problem.READER_TIMEOUT,
            Problem.READER_MEMORY);

    @TempDir
    Path folder;

    private record End(String file, String what, double seconds) {}

    @Test
    void everyOneEndsWithAProblemOrAWholeReadingAndHarmsNobody() throws Exception {
        HostileFiles files = new HostileFiles(Long.getLong("hostile.seed", 1));
        int count = Integer.getInteger("hostile.files", SAMPLE);
        List<End> ends = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (ReaderPool pool = new ReaderPool(settings(), ReaderMain.class.getName())) {
            List<Future<End>> running = new ArrayList<>();
            files.take(count).forEach(file -> {
                running.add(threads.submit(() -> end(pool, file)));
                if (running.size() > 2 * READERS) {
                    ends.add(result(running.remove(0)));
                }
            });
            running.forEach(future -> ends.add(result(future)));

            report(ends, pool);
            assertThat(ends).hasSize(count);
            assertThat(ends)
                    .filteredOn(end -> !end.what().equals("read") && !BLAMED.contains(Problem.valueOf(end.what())))
                    .isEmpty();
            assertThat(ends).filteredOn(end -> end.seconds() > MOST.toSeconds()).isEmpty();
            // nobody who comes after them is harmed
            Path good = DrawnPdf.write(folder.resolve("good.pdf"), 2, "");
            assertThat(pool.read(good, ReadingRequest.of(Part.WORDS)).pages()).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("good.pdf", "natives");
        }
    }

    private End end(ReaderPool pool, HostileFile hostile) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "giay-to", ".bin"), hostile.bytes());
        long died = pool.counts().died();
        long began = System.nanoTime();
        String what = "read";
        try (DocumentReading whole = pool.read(
                file, ReadingRequest.of(Part.SIGNATURES, Part.MEASUREMENTS, Part.WORDS, Part.QR, Part.PAGE_FILES))) {
            assertThat(whole.pages()).hasSize(whole.totalPages());
        } catch (DigitisationException e) {
            what = e.problem().name();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        keep(hostile, what, pool.counts().died() > died);
        Files.delete(file);
        return new End(hostile.name(), what, seconds);
    }

    private static void keep(HostileFile hostile, String what, boolean deadly) throws IOException {
        String where = System.getProperty("hostile.keep", "");
        boolean ours = !what.equals("read") && !BLAMED.contains(Problem.valueOf(what));
        if (!where.isEmpty() && (ours || deadly)) {
            Path kept = Files.createDirectories(Path.of(where)).resolve(what + "-" + hostile.name());
            Files.write(kept, hostile.bytes());
        }
    }

    private static End result(Future<End> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void report(List<End> ends, ReaderPool pool) {
        System.out.println(ends.size() + " hostile files: "
                + ends.stream().collect(Collectors.groupingBy(End::what, TreeMap::new, Collectors.counting()))
                + ", readers started " + pool.counts().started() + ", ended by a file "
                + pool.counts().died());
        ends.stream()
                .sorted(Comparator.comparingDouble(End::seconds).reversed())
                .limit(8)
                .forEach(end -> System.out.printf("%6.1f s %s %s%n", end.seconds(), end.file(), end.what()));
    }

    /** As large as the product's where that matters, and less patient. */
    private ReadingSettings settings() {
        return new ReadingSettings(
                READERS,
                15,
                DataSize.ofMegabytes(320),
                DataSize.ofMegabytes(900),
                DataSize.ofMegabytes(100),
                2_000,
                20_000_000,
                40_000_000,
                LIMIT,
                LIMIT,
                LIMIT.multipliedBy(4),
                200,
                Path.of("ocr-models"),
                "vie",
                "",
                folder.resolve("natives"),
                folder.resolve("trust"),
                folder.resolve("answers"),
                Duration.ofDays(30),
                10_000_000,
                DataSize.ofMegabytes(500),
                100,
                10_000,
                DataSize.ofMegabytes(512));
    }
}
