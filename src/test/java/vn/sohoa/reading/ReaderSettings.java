package vn.sohoa.reading;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Small readers for tests. */
final class ReaderSettings {

    private ReaderSettings() {}

    /** One reader of 64 MB that may take {@code seconds} for anything. */
    static ReadingSettings small(Path folder, int seconds) {
        return with(1, folder, Duration.ofSeconds(seconds), 200, DataSize.ofMegabytes(64), DataSize.ofMegabytes(600));
    }

    static ReadingSettings with(
            int readers, Path folder, Duration limit, int filesPerReader, DataSize heap, DataSize resident) {
        return new ReadingSettings(
                readers,
                15,
                heap,
                resident,
                DataSize.ofMegabytes(10),
                100,
                1_000_000,
                8_000_000,
                limit,
                limit,
                limit.multipliedBy(10),
                filesPerReader,
                folder,
                "vie",
                "",
                folder,
                folder,
                folder.resolve("answers"),
                Duration.ofDays(30),
                100_000,
                DataSize.ofMegabytes(5),
                100,
                1_000,
                DataSize.ofMegabytes(20));
    }
}
