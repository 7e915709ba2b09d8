package vn.sohoa.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.pdfa.AccessCopyInfo;
import vn.sohoa.pdfa.AccessCopyWriter;
import vn.sohoa.pdfa.AccessPage;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/** What can be asked of a single file without the catalogue: its text, its signatures. */
@Component
public class ReadFiles {
    private final DocumentReader reader;

    ReadFiles(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * What was read of a file.
     *
     * @param mediaType by content
     * @param pages in order; those of a large file are fetched when they are looked at
     * @param cpuSeconds spent by the readers
     */
    public record FileReading(String sha256, String mediaType, List<PageRead> pages, double cpuSeconds) {

        /** The same without its pages, for those who have made use of them already. */
        public FileReading summary() {
            return new FileReading(sha256, mediaType, List.of(), cpuSeconds);
        }

        /** The same with all pages in memory, and nothing else of the file. */
        public FileReading whole() {
            return new FileReading(sha256, mediaType, List.copyOf(pages), cpuSeconds);
        }
    }

    /** @param measured absent for office text */
    public record PageRead(int page, Optional<PageMeasurements> measured, PageText text) {}

    /** @param last {@link Integer#MAX_VALUE} for all pages */
    public FileReading read(Path file, int first, int last) {
        DocumentReading reading =
                reader.read(file, new ReadingRequest(Set.of(Part.WORDS, Part.MEASUREMENTS), first, last));
        return new FileReading(reading.sha256().hex(), reading.mediaType(), pages(reading), reading.cpuSeconds());
    }

    /** Reads a file and writes it as searchable PDF/A-2b. Problem: OUTPUT_EXISTS. */
    public FileReading readToPdf(Path file, int first, int last, Path target, AccessCopySize size) {
        DocumentReading reading =
                reader.read(file, new ReadingRequest(Set.of(Part.WORDS, Part.MEASUREMENTS, size.part()), first, last));
        List<AccessPage> pages = new Lazily<>(reading.pages(), page -> accessPage(page, reading.mediaType()));
        new AccessCopyWriter().write(pages, info(file, reading), target);
        return new FileReading(reading.sha256().hex(), reading.mediaType(), pages(reading), reading.cpuSeconds());
    }

    private static AccessPage accessPage(PageReading page, String mediaType) {
        if (page.pageFile().isEmpty()) {
            throw new DigitisationException(Problem.TYPE_NOT_ACCEPTED, mediaType + " → PDF/A");
        }
        return AccessCopies.page(page, page.text().orElse(PageText.empty(PageText.Source.OCR)));
    }

    /** The signatures of a file. */
    public SignedFile verify(Path file) {
        DocumentReading reading = reader.read(file, ReadingRequest.of(Part.SIGNATURES));
        return new SignedFile(reading.sha256().hex(), reading.signature().orElseThrow());
    }

    /** A file and its verdict. */
    public record SignedFile(String sha256, SignatureReport report) {}

    /** How many files can be read at once. */
    public int capacity() {
        return reader.capacity();
    }

    /** Reads a page that comes with the program; part of the readiness check. Problem: OCR_UNAVAILABLE. */
    void readBuiltInPage() {
        Path page = null;
        try (InputStream in = ReadFiles.class.getResourceAsStream("/readiness/page.png")) {
            page = Files.createTempFile("sohoa", ".png");
            Files.write(page, java.util.Objects.requireNonNull(in).readAllBytes());
            String text = read(page, 1, 1).pages().get(0).text().text();
            if (!text.contains("Độc lập - Tự do - Hạnh phúc")) {
                throw new DigitisationException(Problem.OCR_UNAVAILABLE, "built-in page");
            }
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, "built-in page", cannot);
        } finally {
            if (page != null) {
                Masters.remove(page);
            }
        }
    }

    private static List<PageRead> pages(DocumentReading reading) {
        return new Lazily<>(
                reading.pages(),
                page -> new PageRead(
                        page.page(), page.measurements(), page.text().orElse(PageText.empty(PageText.Source.OCR))));
    }

    private static AccessCopyInfo info(Path file, DocumentReading reading) {
        return new AccessCopyInfo(
                String.valueOf(file.getFileName()),
                "vi-VN",
                Instant.EPOCH,
                "SoHoa",
                Map.of("master-sha256", reading.sha256().hex()));
    }
}
