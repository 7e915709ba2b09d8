package vn.sohoa.workflow;

import static vn.sohoa.dossier.DigitisationStatus.AWAITING_SIGNATURE;
import static vn.sohoa.dossier.DigitisationStatus.CAPTURED;
import static vn.sohoa.dossier.DigitisationStatus.NEEDS_RESCAN;
import static vn.sohoa.dossier.DigitisationStatus.RECEIVED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.intake.ScopeGate;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.quality.QualityGate;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.quality.Verdict;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/**
 * Sao chụp: scope, quality of the scan, the scanning officer's signature (Circular 01/2023/TT-VPCP, Articles 7 and 8). No word
 * is read here: the law signs before extraction.
 */
@Component
public class CaptureDocument implements WorkStep {
    private static final ReadingRequest WANTED = ReadingRequest.of(Part.MEASUREMENTS, Part.SIGNATURES);

    private final Masters masters;
    private final DocumentReader reader;
    private final QualityProfiles profiles;
    private final SignatureBeside beside;
    private final FindDuplicates duplicates;

    CaptureDocument(
            Masters masters,
            DocumentReader reader,
            QualityProfiles profiles,
            SignatureBeside beside,
            FindDuplicates duplicates) {
        this.duplicates = duplicates;
        this.beside = beside;
        this.masters = masters;
        this.reader = reader;
        this.profiles = profiles;
    }

    @Override
    public LegalStep step() {
        return LegalStep.SAO_CHUP;
    }

    @Override
    public DigitisationStatus from() {
        return RECEIVED;
    }

    @Override
    public boolean parallel() {
        return true;
    }

    @Override
    public Outcome perform(Document paper, RunContext context) {
        Optional<ScopeReason> out =
                Optional.ofNullable(paper.scope()).or(() -> ScopeGate.declared(paper.copy(), paper.showOnly()));
        if (out.isPresent()) {
            return new Outcome.Done(Change.of(paper).outOfScope(out.get()).done(), "");
        }
        DocumentReading reading = masters.with(paper, file -> reader.read(file, WANTED));
        @Nullable
        SignatureReport signature = beside.check(paper).or(reading::signature).orElse(null);
        boolean unsigned = isUnsignedScan(reading, signature);
        Change change = Change.of(paper).captured(reading.mediaType(), reading.totalPages(), signature);
        List<PageMeasurements> measured = measured(reading);
        duplicates.captured(paper.id(), measured);
        Verdict verdict = judge(measured, context.policy());
        String note = measured.isEmpty() ? "" : QualityNote.write(verdict, measured);
        if (!verdict.pass()) {
            List<PageFault> hard =
                    verdict.faults().stream().filter(PageFault::hard).toList();
            return new Outcome.Done(
                    change.status(NEEDS_RESCAN)
                            .problem(hard.get(0).problem(), PageFault.keep(hard))
                            .done(),
                    note);
        }
        if (context.policy().scannerSignature() == ScannerSignature.BLOCK && unsigned) {
            return new Outcome.Done(
                    change.status(AWAITING_SIGNATURE)
                            .problem(Problem.SIGNATURE_MISSING, "")
                            .done(),
                    note);
        }
        boolean warn = context.policy().scannerSignature() == ScannerSignature.WARN && unsigned;
        return new Outcome.Done(
                change.status(CAPTURED).done(), warn ? note + " " + Problem.SIGNATURE_MISSING.name() : note);
    }

    private static List<PageMeasurements> measured(DocumentReading reading) {
        return reading.pages().stream()
                .map(PageReading::measurements)
                .flatMap(Optional::stream)
                .toList();
    }

    private Verdict judge(List<PageMeasurements> measured, RunPolicy policy) {
        return measured.isEmpty()
                ? new Verdict(true, List.of(), policy.qualityProfile()) // office text has no picture to judge
                : QualityGate.judge(profiles.profile(policy.qualityProfile()), measured);
    }

    private static boolean isUnsignedScan(DocumentReading reading, @Nullable SignatureReport signature) {
        boolean picture = reading.pages().stream()
                .flatMap(page -> page.measurements().stream())
                .anyMatch(measured -> measured.dpi() > 0);
        return picture && (signature == null || signature.verdict() == SignatureVerdict.KHONG_CO_CHU_KY);
    }
}
