package vn.sohoa.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
     * @param cpuSeconds spent by the reader
     */
    public record FileReading(String sha256, String mediaType, List<PageRead> pages, double cpuSeconds) {}

    /** @param measured absent for office text */
    public record PageRead(int page, Optional<PageMeasurements> measured, PageText text) {}

    /** @param last {@link Integer#MAX_VALUE} for all pages */
    public FileReading read(Path file, int first, int last) {
        DocumentReading reading =
                reader.read(file, new ReadingRequest(Set.of(Part.WORDS, Part.MEASUREMENTS), first, last));
        return new FileReading(reading.sha256().hex(), reading.mediaType(), pages(reading), reading.cpuSeconds());
    }

    /** Reads a file and writes it as searchable PDF/A-2b with its own image bytes. Problem: OUTPUT_EXISTS. */
    public FileReading readToPdf(Path file, int first, int last, Path target) {
        DocumentReading reading = reader.read(
                file, new ReadingRequest(Set.of(Part.WORDS, Part.MEASUREMENTS, Part.PAGE_FILES), first, last));
        List<AccessPage> pages = new ArrayList<>();
        for (PageReading page : reading.pages()) {
            if (page.pageFile().isEmpty()) {
                throw new DigitisationException(Problem.TYPE_NOT_ACCEPTED, reading.mediaType() + " → PDF/A");
            }
            pages.add(new AccessPage(page.pageFile().get(), page.text().orElse(PageText.empty(PageText.Source.OCR))));
        }
        new AccessCopyWriter().write(pages, info(file, reading), target);
        return new FileReading(reading.sha256().hex(), reading.mediaType(), pages(reading), reading.cpuSeconds());
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
        return reading.pages().stream()
                .map(page -> new PageRead(
                        page.page(), page.measurements(), page.text().orElse(PageText.empty(PageText.Source.OCR))))
                .toList();
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
