package vn.sohoa.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.intake.ScopeGate;
import vn.sohoa.intake.SecrecyMarks;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.pdfa.AccessCopyInfo;
import vn.sohoa.pdfa.AccessCopyWriter;
import vn.sohoa.pdfa.AccessPage;
import vn.sohoa.quality.QualityGate;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.quality.Verdict;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/** What can be asked of a single file without the catalogue: its text, what the pipeline would make of it, its signatures. */
@Component
public class FileTools {
    private final DocumentReader reader;
    private final Understanding understanding;
    private final QualityProfiles profiles;

    FileTools(DocumentReader reader, Understanding understanding, QualityProfiles profiles) {
        this.reader = reader;
        this.understanding = understanding;
        this.profiles = profiles;
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

    /** What the pipeline would make of a file; nothing is changed. */
    public record Inspection(
            String sha256,
            Understanding.Found found,
            Verdict quality,
            Optional<ScopeReason> scope,
            boolean secret,
            SignatureReport signature) {}

    /** @param last {@link Integer#MAX_VALUE} for all pages */
    public FileReading read(Path file, int first, int last) {
        DocumentReading reading = reader.read(
                file, new ReadingRequest(Set.of(Part.WORDS, Part.MEASUREMENTS), first, last));
        return new FileReading(
                reading.sha256().hex(), reading.mediaType(), pages(reading), reading.cpuSeconds());
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
            pages.add(new AccessPage(
                    page.pageFile().get(), page.text().orElse(PageText.empty(PageText.Source.OCR))));
        }
        AccessCopyWriter.write(pages, info(file, reading), target);
        return new FileReading(
                reading.sha256().hex(), reading.mediaType(), pages(reading), reading.cpuSeconds());
    }

    /** The signatures of a file. */
    public SignedFile verify(Path file) {
        DocumentReading reading = reader.read(file, ReadingRequest.of(Part.SIGNATURES));
        return new SignedFile(reading.sha256().hex(), reading.signature().orElseThrow());
    }

    /** A file and its verdict. */
    public record SignedFile(String sha256, SignatureReport report) {}

    /** What the pipeline would make of a file. */
    public Inspection inspect(Path file, RunPolicy policy) {
        DocumentReading reading =
                reader.read(file, ReadingRequest.of(Part.MEASUREMENTS, Part.SIGNATURES, Part.WORDS, Part.QR));
        List<PageText> texts = reading.pages().stream()
                .map(PageReading::text)
                .flatMap(Optional::stream)
                .toList();
        List<PageMeasurements> measured = reading.pages().stream()
                .map(PageReading::measurements)
                .flatMap(Optional::stream)
                .toList();
        Verdict quality = measured.isEmpty()
                ? new Verdict(true, List.of(), policy.qualityProfile())
                : QualityGate.judge(profiles.profile(policy.qualityProfile()), measured);
        Understanding.Found found = understanding.of(reading, texts, policy);
        return new Inspection(
                reading.sha256().hex(),
                found,
                quality,
                ScopeGate.seen(texts).or(found::scope),
                SecrecyMarks.present(texts),
                reading.signature().orElseThrow());
    }

    /** How many files can be read at once. */
    public int capacity() {
        return reader.capacity();
    }

    /** Reads a page that comes with the program; part of the readiness check. Problem: OCR_UNAVAILABLE. */
    void readBuiltInPage() {
        Path page = null;
        try (InputStream in = FileTools.class.getResourceAsStream("/readiness/page.png")) {
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
                        page.page(),
                        page.measurements(),
                        page.text().orElse(PageText.empty(PageText.Source.OCR))))
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
