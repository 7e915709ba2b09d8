package vn.sohoa.workflow;

import static vn.sohoa.dossier.DigitisationStatus.CAPTURED;
import static vn.sohoa.dossier.DigitisationStatus.EXTRACTED;
import static vn.sohoa.dossier.DigitisationStatus.IN_REVIEW;
import static vn.sohoa.dossier.DigitisationStatus.QUARANTINED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.intake.BatchSplitter;
import vn.sohoa.intake.ScopeGate;
import vn.sohoa.intake.SecrecyMarks;
import vn.sohoa.page.PageText;
import vn.sohoa.quality.PageNumbers;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Bóc tách dữ liệu: words, secrecy, kind of paper, fields (Circular 01/2023/TT-VPCP, Articles 7 and 9). A secrecy mark stops
 * the paper while its text is in memory only. What the machine doubts goes to a person, never to a guess.
 */
@Component
public class ExtractData implements WorkStep {
    private static final ReadingRequest WANTED = ReadingRequest.of(Part.WORDS, Part.QR);

    private final Masters masters;
    private final DocumentReader reader;
    private final Understanding understanding;
    private final ObjectStore store;
    private final Catalog catalog;
    private final LinkOwners links;

    ExtractData(
            Masters masters,
            DocumentReader reader,
            Understanding understanding,
            ObjectStore store,
            Catalog catalog,
            LinkOwners links) {
        this.masters = masters;
        this.reader = reader;
        this.understanding = understanding;
        this.store = store;
        this.catalog = catalog;
        this.links = links;
    }

    @Override
    public LegalStep step() {
        return LegalStep.BOC_TACH;
    }

    @Override
    public DigitisationStatus from() {
        return CAPTURED;
    }

    @Override
    public boolean parallel() {
        return true;
    }

    @Override
    public Outcome perform(Document paper, RunContext context) {
        return masters.with(paper, file -> {
            DocumentReading reading = reader.read(file, WANTED);
            List<PageText> texts = reading.pages().stream()
                    .map(PageReading::text)
                    .flatMap(Optional::stream)
                    .toList();
            Dossier dossier = catalog.dossier(paper.dossier()).orElseThrow();
            if (SecrecyMarks.present(texts)) {
                return restrict(paper, dossier, file);
            }
            Optional<ScopeReason> out = isSigned(paper) ? Optional.empty() : ScopeGate.seen(texts);
            return out.isPresent()
                    ? new Outcome.Done(Change.of(paper).outOfScope(out.get()).done(), "")
                    : understood(paper, dossier, reading, texts, context.policy());
        });
    }

    /** What an earlier run may have understood is dropped; its objects go with the ordinary copy, see {@link Quarantine}. */
    private Outcome restrict(Document paper, Dossier dossier, java.nio.file.Path file) {
        Change change = Change.of(paper)
                .type(DocumentType.UNKNOWN, 0)
                .values(List.of(), null)
                .object(store.put(dossier.receivingUnit(), ObjectRole.RESTRICTED, file))
                .status(QUARANTINED)
                .problem(Problem.SECRET_MARK, "");
        return new Outcome.Done(change.done(), "");
    }

    private Outcome understood(
            Document paper, Dossier dossier, DocumentReading reading, List<PageText> texts, RunPolicy policy) {
        Understanding.Found found = understanding.of(reading, texts, DeclaredOwner.of(dossier), policy);
        if (found.scope().isPresent()) {
            links.shown(paper, dossier, found.values());
            return new Outcome.Done(
                    Change.of(paper)
                            .type(found.type(), found.typeConfidence())
                            .outOfScope(found.scope().get())
                            .done(),
                    "");
        }
        Change change = Change.of(paper)
                .type(found.type(), found.typeConfidence())
                .values(found.values(), found.owner().orElse(null))
                .object(store.put(dossier.receivingUnit(), ObjectRole.TEXT, PageTexts.write(texts)));
        Optional<Understanding.Doubt> doubt =
                evidence(paper).or(() -> several(paper, texts)).or(found::doubt).or(() -> missingPages(texts));
        doubt.ifPresentOrElse(
                d -> change.status(IN_REVIEW).problem(d.problem(), d.detail()), () -> change.status(EXTRACTED));
        return new Outcome.Done(change.done(), found.type().code());
    }

    private static Optional<Understanding.Doubt> missingPages(List<PageText> texts) {
        return PageNumbers.gap(texts).map(gap -> new Understanding.Doubt(gap.problem(), PageFault.keep(List.of(gap))));
    }

    /** Doubts that do not come from the text. */
    private static Optional<Understanding.Doubt> evidence(Document paper) {
        SignatureReport report = paper.signature();
        if (report != null && report.verdict() == SignatureVerdict.KHONG_HOP_LE) {
            return Optional.of(new Understanding.Doubt(
                    Problem.SIGNATURE_INVALID, report.reasons().get(0).message()));
        }
        return paper.duplicateOf() == null
                ? Optional.empty()
                : Optional.of(new Understanding.Doubt(Problem.DUPLICATE_HELD, String.valueOf(paper.duplicateOf())));
    }

    /** Cut by a person, never by a guess. */
    private static Optional<Understanding.Doubt> several(Document paper, List<PageText> texts) {
        List<Integer> pages = isSigned(paper) ? List.of() : BatchSplitter.firstPages(texts);
        return pages.isEmpty()
                ? Optional.empty()
                : Optional.of(new Understanding.Doubt(
                        Problem.MANY_PAPERS,
                        "trang " + pages.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private static boolean isSigned(Document paper) {
        SignatureReport report = paper.signature();
        return report != null && report.verdict() != SignatureVerdict.KHONG_CO_CHU_KY;
    }
}
