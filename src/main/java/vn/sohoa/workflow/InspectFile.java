package vn.sohoa.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.intake.ScopeGate;
import vn.sohoa.intake.SecrecyMarks;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.quality.PageNumbers;
import vn.sohoa.quality.QualityGate;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.quality.Verdict;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/** Says what the pipeline would make of a file: kind, fields, quality, scope, signatures. Changes nothing. */
public final class InspectFile {
    private final DocumentReader reader;
    private final Understanding understanding;
    private final QualityProfiles profiles;

    InspectFile(DocumentReader reader, Understanding understanding, QualityProfiles profiles) {
        this.reader = reader;
        this.understanding = understanding;
        this.profiles = profiles;
    }

    /** A guess at the kind of paper. */
    public record Guess(DocumentType type, double confidence) {}

    /**
     * What the pipeline would make of a file.
     *
     * @param profileVersion id and version of the profile that judged
     * @param measured of each page, empty where nothing was scanned
     * @param pass whether the scan meets the profile
     * @param secret whether it bears a secrecy mark: then nothing else of it may be shown
     */
    public record Inspection(
            String sha256,
            DocumentType type,
            double typeConfidence,
            List<Guess> candidates,
            List<ExtractedValue> values,
            Optional<OwnerId> owner,
            String profile,
            String profileVersion,
            boolean pass,
            List<PageFault> faults,
            List<PageMeasurements> measured,
            Optional<ScopeReason> scope,
            boolean secret,
            SignatureReport signature) {}

    /** Problems as in reading the file. */
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
        Understanding.Found found = understanding.of(reading, texts, DeclaredOwner.nobody(), policy);
        return new Inspection(
                reading.sha256().hex(),
                found.type(),
                found.typeConfidence(),
                found.candidates().stream()
                        .map(c -> new Guess(c.type(), c.confidence()))
                        .toList(),
                found.values(),
                found.owner(),
                policy.qualityProfile(),
                quality.profile(),
                quality.pass(),
                Stream.concat(quality.faults().stream(), PageNumbers.gap(texts).stream())
                        .toList(),
                measured,
                ScopeGate.seen(texts).or(found::scope),
                SecrecyMarks.present(texts),
                reading.signature().orElseThrow());
    }
}
