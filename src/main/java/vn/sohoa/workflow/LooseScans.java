package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.intake.BatchPlan;
import vn.sohoa.intake.DeliveredPaper;
import vn.sohoa.intake.StagedFile;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/**
 * Scans that no manifest describes and that hold several papers with separator sheets between them: cut when they are received,
 * since scans are signed and digitised paper by paper (Circular 01/2023/TT-VPCP, Article 8; R-06). Nothing but separator sheets
 * cuts here; what merely looks like several papers goes on whole and is put to a person by {@link ExtractData}. The same file
 * gives the same pieces, so a reception that was cut off may be repeated.
 */
@Component
class LooseScans {
    private final DocumentReader reader;
    private final SplitBatch splitter;
    private final WorkFolders folders;
    private final boolean wanted;

    LooseScans(DocumentReader reader, SplitBatch splitter, WorkFolders folders, WorkflowSettings settings) {
        this.reader = reader;
        this.splitter = splitter;
        this.folders = folders;
        this.wanted = settings.splitBatches();
    }

    /** One paper of a batch, as a file in staging that the caller removes. */
    record Piece(DeliveredPaper paper, StagedFile file) {}

    /** The papers of a batch; empty where the file is to be taken whole. */
    List<Piece> pieces(DeliveredPaper paper, StagedFile staged) {
        boolean candidate = wanted
                && !paper.declared()
                && paper.name().toLowerCase(Locale.ROOT).endsWith(".pdf")
                && staged.bytes() > 0;
        if (!candidate) {
            return List.of();
        }
        try {
            return cut(paper, staged.file());
        } catch (DigitisationException failure) {
            if (failure.problem().blame() == Problem.Blame.OUTSIDE
                    || failure.problem().blame() == Problem.Blame.CONFIGURATION) {
                throw failure;
            }
            return List.of(); // what is wrong with it, capture will say
        }
    }

    private List<Piece> cut(DeliveredPaper paper, Path batch) {
        DocumentReading opened = reader.read(batch, ReadingRequest.of(Part.SIGNATURES));
        SignatureReport signature = opened.signature().orElseThrow();
        if (opened.totalPages() < 2 || signature.verdict() != SignatureVerdict.KHONG_CO_CHU_KY) {
            return List.of();
        }
        BatchPlan plan = SplitBatch.plan(reader.read(batch, ReadingRequest.of(Part.QR, Part.MEASUREMENTS)));
        List<SplitBatch.PaperPages> papers =
                plan
                        .with(plan.cuts().stream()
                                .filter(cut -> cut.certainty() == 100)
                                .toList())
                        .papers()
                        .stream()
                        .map(each -> new SplitBatch.PaperPages(
                                each.first(), each.last(), each.reason().name()))
                        .toList();
        return plan.sheets().isEmpty() ? List.of() : write(paper, batch, papers);
    }

    private List<Piece> write(DeliveredPaper paper, Path batch, List<SplitBatch.PaperPages> papers) {
        List<Path> made = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        boolean whole = false;
        try {
            for (SplitBatch.PaperPages pages : papers) {
                byte[] pdf = splitter.piece(batch, pages.first(), pages.last());
                Path file = folders.staging().resolve("piece-" + UUID.randomUUID() + ".staged");
                SplitBatch.store(pdf, file, made);
                splitter.check(file, pages);
                String name = SplitBatch.name(SplitBatch.stem(paper.name()), pages);
                pieces.add(new Piece(paper.piece(name), new StagedFile(file, Sha256.of(pdf), pdf.length)));
            }
            whole = true;
            return pieces;
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "staging", failed);
        } finally {
            if (!whole) {
                made.forEach(Masters::remove);
            }
        }
    }
}
