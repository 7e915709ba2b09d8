package vn.sohoa.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.PageText;
import vn.sohoa.pdfa.AccessCopyInfo;
import vn.sohoa.pdfa.AccessCopyWriter;
import vn.sohoa.pdfa.AccessPage;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/**
 * Lưu kết quả số hóa (Circular 01/2023/TT-VPCP, Article 7): the access copy of a scan (bản khai thác, searchable PDF/A) beside
 * the master, which is never rewritten and from now on locked. What can be searched as it is (text PDF, office file) needs no copy.
 */
@Component
public class StoreResult implements WorkStep {
    private final Masters masters;
    private final DocumentReader reader;
    private final ObjectStore store;
    private final Catalog catalog;
    private final RetentionSchedule schedule;
    private final AccessCopySize size;
    private final AgencySignature agency;
    private final FindDuplicates duplicates;
    private final LinkOwners links;

    StoreResult(
            Masters masters,
            DocumentReader reader,
            ObjectStore store,
            Catalog catalog,
            RetentionSchedule schedule,
            WorkflowSettings settings,
            AgencySignature agency,
            FindDuplicates duplicates,
            LinkOwners links) {
        this.links = links;
        this.duplicates = duplicates;
        this.agency = agency;
        this.masters = masters;
        this.reader = reader;
        this.store = store;
        this.catalog = catalog;
        this.schedule = schedule;
        this.size = settings.accessCopy();
    }

    @Override
    public LegalStep step() {
        return LegalStep.LUU;
    }

    @Override
    public DigitisationStatus from() {
        return DigitisationStatus.CODED;
    }

    @Override
    public boolean parallel() {
        return true;
    }

    @Override
    public Outcome perform(Document paper, RunContext context) {
        Change change = Change.of(paper).status(DigitisationStatus.STORED).standing(standing(paper));
        List<PageText> texts = texts(paper);
        Dossier dossier = catalog.dossier(paper.dossier()).orElseThrow();
        List<String> notes = new ArrayList<>();
        if (texts.stream().anyMatch(text -> text.source() == PageText.Source.OCR)) {
            change.object(masters.with(paper, file -> accessCopy(paper, dossier, file, texts, notes)));
        }
        lock(paper, dossier);
        links.stored(paper);
        int alike = duplicates.propose(paper);
        if (alike > 0) {
            notes.add(alike + " × " + Problem.DUPLICATE_HELD);
        }
        return new Outcome.Done(change.done(), String.join("; ", notes));
    }

    /** Before the row says STORED; here, for a paper with a secrecy mark has been set apart long before and can't come this far. */
    private void lock(Document paper, Dossier dossier) {
        StoredObject master = paper.object(ObjectRole.MASTER.name())
                .orElseThrow(() -> new DigitisationException(Problem.STORE_CORRUPT, "no master of " + paper.id()));
        store.retain(new ObjectKey(master.key()), schedule.of(dossier, paper));
    }

    private List<PageText> texts(Document paper) {
        StoredObject text = paper.object(ObjectRole.TEXT.name())
                .orElseThrow(() -> new DigitisationException(Problem.STORE_CORRUPT, "no text of " + paper.id()));
        return PageTexts.read(store.read(new ObjectKey(text.key()), text.sha256()));
    }

    private StoredObject accessCopy(
            Document paper, Dossier dossier, Path master, List<PageText> texts, List<String> notes) {
        Path copy = masters.fresh(".pdf");
        Path signed = masters.fresh(".pdf");
        Optional<String> mark = agency.mark(paper);
        try (DocumentReading pictures = reader.read(master, size.pictures())) {
            List<AccessPage> pages =
                    new Lazily<>(pictures.pages(), page -> AccessCopies.page(page, texts.get(page.page() - 1)));
            AccessCopyInfo info = AccessCopies.info(paper, pages.size(), schedule.of(dossier, paper), mark);
            new AccessCopyWriter().write(pages, info, copy);
            // opened again by a reader, as anybody's file would be
            DocumentReading back = reader.read(copy, ReadingRequest.of(Part.SIGNATURES));
            if (back.totalPages() != pages.size()) {
                throw new DigitisationException(Problem.INTERNAL, "access copy lacks pages");
            }
            if (mark.isPresent()) {
                notes.add(agency.sign(copy, signed));
            }
            return store.put(dossier.receivingUnit(), ObjectRole.ACCESS_COPY, mark.isPresent() ? signed : copy);
        } finally {
            Masters.remove(signed);
            Masters.remove(copy);
        }
    }

    /** The machine finds nothing wrong only where the signature is proven good, or there is none to judge. */
    private static ReuseStanding standing(Document paper) {
        SignatureReport report = paper.signature();
        boolean doubt = report == null
                || report.verdict() == SignatureVerdict.CAN_XEM_XET
                || report.verdict() == SignatureVerdict.KHONG_HOP_LE;
        return doubt ? ReuseStanding.UNDETERMINED : ReuseStanding.CANDIDATE;
    }
}
