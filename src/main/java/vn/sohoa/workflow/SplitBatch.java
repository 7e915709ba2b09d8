package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.intake.BatchCut;
import vn.sohoa.intake.BatchPlan;
import vn.sohoa.intake.BatchSplitter;
import vn.sohoa.intake.SeparatorSheet;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.pdfa.SeparatorSheets;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;

/**
 * Cuts a mixed batch into one file for each paper (tách tệp quét; Circular 01/2023/TT-VPCP, Article 8; R-06): proposes, lets an
 * officer move the cuts, writes. Pages go over as they are coded. A signed batch is not cut: its signature would be lost.
 */
@Component
public class SplitBatch {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final DocumentReader reader;

    SplitBatch(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * A cut that is proposed, applied or not.
     *
     * @param page first page of a paper
     * @param reason SEPARATOR_SHEET, FIRST_PAGE, BLANK_SHEET or OFFICER
     * @param certainty 0 to 100
     */
    public record Cut(int page, String reason, int certainty) {}

    /** Pages of one paper, and why it begins there. */
    public record PaperPages(int first, int last, String reason) {}

    /**
     * How a batch might be cut.
     *
     * @param signed then it is not cut, and the papers are page ranges only
     * @param separators separator sheets and their blank backs
     * @param cuts all that are proposed
     * @param papers as the likely ones among the cuts make them
     */
    public record Proposal(
            String sha256,
            int pages,
            boolean signed,
            List<Integer> separators,
            List<Cut> cuts,
            List<PaperPages> papers) {}

    /** One paper as a file of its own. */
    public record PaperWritten(String file, int first, int last, String reason, String sha256, long bytes) {}

    /** The manifest of a batch that was cut: what came from which pages. */
    public record Manifest(
            String file, String sha256, int pages, List<Integer> separators, List<PaperWritten> papers) {}

    /** Reads every page and proposes; changes nothing. */
    public Proposal propose(Path file) {
        return proposal(read(file, true), Optional.empty());
    }

    /**
     * Cuts a batch and writes papers and manifest into a folder. Nothing is left there unless all of it is.
     *
     * @param cuts first pages of papers as an officer wants them, from 2; empty: as proposed, the likely ones
     * @throws DigitisationException SIGNED_NOT_CUT, OUTPUT_EXISTS, USAGE for a page that does not exist, TYPE_NOT_ACCEPTED for
     *     anything but a PDF
     */
    public Manifest split(Path file, List<Integer> cuts, Path folder) {
        DocumentReading reading = read(file, cuts.isEmpty());
        Proposal proposal = proposal(reading, cuts.isEmpty() ? Optional.empty() : Optional.of(cuts));
        if (proposal.signed()) {
            throw new DigitisationException(Problem.SIGNED_NOT_CUT, String.valueOf(file.getFileName()));
        }
        String stem = stem(String.valueOf(file.getFileName()));
        List<Path> made = new ArrayList<>();
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            Path manifest = free(folder.resolve(stem + ".tach.json"));
            for (PaperPages paper : proposal.papers()) {
                free(folder.resolve(name(stem, paper)));
            }
            List<PaperWritten> papers = new ArrayList<>();
            for (PaperPages paper : proposal.papers()) {
                papers.add(write(file, paper, folder.resolve(name(stem, paper)), made));
            }
            Manifest written = new Manifest(
                    String.valueOf(file.getFileName()),
                    proposal.sha256(),
                    proposal.pages(),
                    proposal.separators(),
                    papers);
            store(JSON.writeValueAsBytes(written), manifest, made);
            whole = true;
            return written;
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), failed);
        } finally {
            if (!whole) {
                made.forEach(Masters::remove);
            }
        }
    }

    /** A PDF of separator sheets to be printed. Problem: OUTPUT_EXISTS. */
    public static void sheets(int count, Path target) {
        SeparatorSheets.write(count, SeparatorSheet.PAYLOAD, target);
    }

    /** Where the pages of a paper went: {@code quet-tr3-5.pdf}. */
    static String name(String stem, PaperPages paper) {
        return stem + "-tr" + paper.first() + (paper.last() > paper.first() ? "-" + paper.last() : "") + ".pdf";
    }

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private DocumentReading read(Path file, boolean words) {
        Set<Part> parts = words
                ? Set.of(Part.WORDS, Part.QR, Part.MEASUREMENTS, Part.SIGNATURES)
                : Set.of(Part.QR, Part.MEASUREMENTS, Part.SIGNATURES);
        return reader.read(file, new ReadingRequest(parts, 1, Integer.MAX_VALUE));
    }

    private static Proposal proposal(DocumentReading reading, Optional<List<Integer>> wanted) {
        BatchPlan all = plan(reading);
        BatchPlan plan = all.with(wanted.map(pages -> moved(all, pages)).orElseGet(() -> all.cuts().stream()
                .filter(cut -> cut.certainty() >= BatchSplitter.LIKELY)
                .toList()));
        boolean signed = reading.signature()
                .map(report -> report.verdict() != SignatureVerdict.KHONG_CO_CHU_KY)
                .orElse(true);
        return new Proposal(
                reading.sha256().hex(),
                plan.pages(),
                signed,
                plan.sheets(),
                all.cuts().stream()
                        .map(cut -> new Cut(cut.page(), cut.reason().name(), cut.certainty()))
                        .toList(),
                plan.papers().stream()
                        .map(paper -> new PaperPages(
                                paper.first(), paper.last(), paper.reason().name()))
                        .toList());
    }

    /** The sheets and cuts that a reading shows. */
    static BatchPlan plan(DocumentReading reading) {
        return BatchSplitter.propose(reading.pages().stream()
                .map(page -> new BatchSplitter.Page(
                        page.measurements().map(PageMeasurements::blank).orElse(false), page.qr(), page.text()))
                .toList());
    }

    private static List<BatchCut> moved(BatchPlan plan, List<Integer> pages) {
        for (int page : pages) {
            if (page < 2 || page > plan.pages()) {
                throw new DigitisationException(Problem.USAGE, "trang " + page + "; tệp có " + plan.pages() + " trang");
            }
        }
        return new TreeSet<>(pages)
                .stream()
                        .map(page -> new BatchCut(page, BatchCut.Reason.OFFICER, 100))
                        .toList();
    }

    private static Path free(Path target) {
        if (Files.exists(target)) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, String.valueOf(target.getFileName()));
        }
        return target;
    }

    private PaperWritten write(Path batch, PaperPages paper, Path target, List<Path> made) throws IOException {
        byte[] pdf = piece(batch, paper.first(), paper.last());
        store(pdf, target, made);
        check(target, paper);
        return new PaperWritten(
                String.valueOf(target.getFileName()),
                paper.first(),
                paper.last(),
                paper.reason(),
                Sha256.of(pdf).hex(),
                pdf.length);
    }

    byte[] piece(Path batch, int first, int last) {
        return reader.read(batch, ReadingRequest.piece(first, last)).piece().orElseThrow();
    }

    /** Opened again by a reader, as anybody's file would be. */
    void check(Path piece, PaperPages paper) {
        int pages = reader.read(piece, ReadingRequest.of(Part.SIGNATURES)).totalPages();
        if (pages != paper.last() - paper.first() + 1) {
            throw new DigitisationException(Problem.INTERNAL, "a piece lacks pages");
        }
    }

    static void store(byte[] bytes, Path target, List<Path> made) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            made.add(target);
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
    }
}
