package vn.sohoa.reading;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a reading and of the processes that do it. All are sent to each reader when it starts.
 *
 * @param readers how many files are read at once; 0 for as many as there are cores
 * @param niceness 0 to 19: how far readers stand back behind the main process when processors are short; where the system has
 *     no {@code nice}, they do not
 * @param heap largest Java heap of one reader; 8 bytes for each pixel of the largest image
 * @param residentLimit largest memory of one reader as the system counts it, recogniser included; watched on Linux
 * @param maxFile largest file
 * @param maxPages most pages of a file
 * @param maxRenderedPixels most pixels of a page drawn by us
 * @param maxImagePixels most pixels of a picture stored in a file
 * @param parseTimeout to open a file and take the text of an office file, and again to judge its signatures
 * @param pageTimeout for one page, recognition included
 * @param fileTimeout for the whole file, second try included
 * @param filesPerReader after so many files a reader is renewed
 * @param models folder of the recogniser's models
 * @param language name of the model
 * @param secondLanguage name of the model that reads doubtful lines once more; empty for none
 * @param natives folder where the recogniser's libraries are unpacked and kept
 * @param trust folder of the trust anchors
 * @param answers folder of what has been asked about certificates, for readers, which ask nobody
 * @param verdictAge after so long a signature is judged anew before its verdict counts
 * @param maxText longest text of an office file, in characters
 * @param maxUnpacked most that an office file may unpack to
 * @param maxUnpackedRatio most times that an office file may grow when unpacked
 * @param maxEntries most entries of an office file's package
 * @param maxAnswer most that a reader may answer for one file, page pictures included
 */
@ConfigurationProperties(prefix = "sohoa.reading", ignoreUnknownFields = false)
public record ReadingSettings(
        int readers,
        int niceness,
        DataSize heap,
        DataSize residentLimit,
        DataSize maxFile,
        int maxPages,
        long maxRenderedPixels,
        long maxImagePixels,
        Duration parseTimeout,
        Duration pageTimeout,
        Duration fileTimeout,
        int filesPerReader,
        Path models,
        String language,
        String secondLanguage,
        Path natives,
        Path trust,
        Path answers,
        Duration verdictAge,
        int maxText,
        DataSize maxUnpacked,
        int maxUnpackedRatio,
        int maxEntries,
        DataSize maxAnswer) {

    private static final int HEAP_BYTES_PER_PIXEL = 8;

    public ReadingSettings {
        if (readers < 0
                || filesPerReader < 1
                || maxPages < 1
                || maxText < 1
                || maxUnpackedRatio < 1
                || maxEntries < 1) {
            throw new IllegalArgumentException("sohoa.reading: readers " + readers + ", files-per-reader "
                    + filesPerReader
                    + ", max-pages " + maxPages + ", max-text " + maxText + ", max-unpacked-ratio " + maxUnpackedRatio
                    + ", max-entries " + maxEntries + " must be positive (readers may be 0)");
        }
        readers = readers == 0 ? Runtime.getRuntime().availableProcessors() : readers;
        demand(niceness >= 0 && niceness <= 19, "niceness must be 0 to 19: " + niceness);
        demand(maxFile.toBytes() > 0, "max-file must be positive: " + maxFile);
        demand(maxUnpacked.toBytes() > 0, "max-unpacked must be positive: " + maxUnpacked);
        demand(
                maxAnswer.toBytes() >= maxFile.toBytes(),
                "max-answer " + maxAnswer + " is less than max-file " + maxFile + ": a scan is answered as it is");
        demand(
                maxRenderedPixels > 0 && maxRenderedPixels <= maxImagePixels,
                "max-rendered-pixels " + maxRenderedPixels + " is not within max-image-pixels " + maxImagePixels);
        demand(
                heap.toBytes() >= HEAP_BYTES_PER_PIXEL * maxImagePixels,
                "heap " + heap + " is less than 8 bytes for each of max-image-pixels " + maxImagePixels);
        demand(
                residentLimit.compareTo(heap) > 0,
                "resident-limit " + residentLimit + " does not leave room beside the heap " + heap);
        demand(!verdictAge.isNegative(), "verdict-age must not be negative: " + verdictAge);
        demand(
                parseTimeout.compareTo(Duration.ZERO) > 0 && pageTimeout.compareTo(Duration.ZERO) > 0,
                "parse-timeout " + parseTimeout + " and page-timeout " + pageTimeout + " must be positive");
        demand(
                fileTimeout.compareTo(parseTimeout.plus(pageTimeout)) >= 0,
                "file-timeout " + fileTimeout + " is less than parse-timeout and page-timeout together");
    }

    /** The defaults of application.yml, for commands and tests that start no context. */
    public static ReadingSettings standard(Path models, Path natives, Path trust) {
        return new ReadingSettings(
                0,
                15,
                DataSize.ofGigabytes(1),
                DataSize.ofMegabytes(2048),
                DataSize.ofMegabytes(100),
                2_000,
                40_000_000,
                120_000_000,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofHours(4),
                200,
                models,
                "vie",
                "vie_best",
                natives,
                trust,
                natives.resolveSibling("trust-answers"),
                Duration.ofDays(30),
                10_000_000,
                DataSize.ofMegabytes(500),
                100,
                10_000,
                DataSize.ofMegabytes(512));
    }

    private static void demand(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException("sohoa.reading." + otherwise);
        }
    }
}
