package vn.sohoa.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/** Hands out a paper for reuse: judged again, bytes and signature checked again, entered into the book, then the file. */
public final class DeliverReusable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final FindReusable find;
    private final Catalog catalog;
    private final FreshEvidence fresh;
    private final ReuseBook book;
    private final VerdictBook verdicts;
    private final Clock clock;

    DeliverReusable(FindReusable find, Catalog catalog, FreshEvidence fresh, ReuseBook book, Clock clock) {
        this.find = find;
        this.catalog = catalog;
        this.fresh = fresh;
        this.book = book;
        this.verdicts = new VerdictBook(catalog, clock);
        this.clock = clock;
    }

    /** Where the paper and its evidence were laid down. @param sheet what the printed evidence sheet says, line by line */
    public record Delivered(Path file, Path evidence, ReuseDecision decision, Map<String, String> sheet) {}

    /**
     * @param officer who takes it
     * @param folder existing or new folder; files in it are not overwritten
     * @throws DigitisationException NOT_FOUND, NOT_REUSABLE with all reasons, STORE_CORRUPT, SIGNATURE_INVALID, SIGNATURE_DOUBT,
     *     OUTPUT_EXISTS
     */
    public Delivered take(DocumentId id, DossierCode forDossier, String officer, String purpose, Path folder) {
        Document paper =
                catalog.document(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id.toString()));
        ReuseDecision decision = judge(paper, forDossier);
        Path file = folder.resolve(paper.id() + ending(paper));
        Path sheet = folder.resolve(paper.id() + ".evidence.json");
        Path part = folder.resolve(paper.id() + ".part");
        try {
            Files.createDirectories(folder);
            // moving the part is the last effect: where one lies, an earlier take was cut off, and its sheet is worth
            // nothing
            boolean cutOff = Files.exists(part);
            if (Files.exists(file) || (Files.exists(sheet) && !cutOff)) {
                throw new DigitisationException(Problem.OUTPUT_EXISTS, file.toString());
            }
            FreshEvidence.remove(part);
            fresh.copy(paper, part);
            SignatureReport signature = fresh.report(part);
            verdicts.enterIfOther(paper, signature);
            FreshEvidence.demand(signature);
            if (signature.verdict() != SignatureVerdict.HOP_LE) {
                throw new DigitisationException(
                        Problem.SIGNATURE_DOUBT, signature.reasons().get(0).code());
            }
            ReuseEntry entry = new ReuseEntry(
                    id, paper.masterSha256(), forDossier, officer, purpose, basis(decision), clock.instant());
            long number = book.enter(entry);
            Files.write(sheet, sheet(paper, entry, number, decision, signature));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Delivered(file, sheet, decision, EvidenceLines.of(paper, entry, number, decision, signature));
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        } finally {
            FreshEvidence.remove(part);
        }
    }

    private ReuseDecision judge(Document paper, DossierCode forDossier) {
        OwnerId owner = paper.owner();
        if (owner == null) {
            throw new DigitisationException(Problem.NOT_REUSABLE, ReuseReason.WRONG_OWNER.name());
        }
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        ReuseRequest request = new ReuseRequest(
                owner,
                paper.type().code(),
                catalog.dossier(forDossier).flatMap(Dossier::procedureCode).orElse(null),
                catalog.dossier(forDossier).map(Dossier::received).orElse(today));
        ReuseDecision decision = find.check(request, paper);
        if (decision.answer() != ReuseDecision.Answer.REUSABLE) {
            throw new DigitisationException(
                    Problem.NOT_REUSABLE, decision.reasons().toString());
        }
        return decision;
    }

    /** Law, rule and version, as they stand in the book. */
    private static String basis(ReuseDecision decision) {
        Map<String, String> evidence = decision.evidence();
        return evidence.getOrDefault("basis", "") + " [" + evidence.getOrDefault("rule", "") + ", "
                + evidence.getOrDefault("rules", "") + "]";
    }

    private static byte[] sheet(
            Document paper, ReuseEntry entry, long number, ReuseDecision decision, SignatureReport signature) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("document", paper.id().toString());
        sheet.put("code", paper.code());
        sheet.put("type", paper.type().code());
        sheet.put("fromDossier", paper.dossier().value());
        sheet.put("forDossier", entry.forDossier().value());
        sheet.put("purpose", entry.purpose());
        sheet.put("ledger", number);
        sheet.put("takenAt", entry.at().toString());
        sheet.put("evidence", decision.evidence());
        sheet.put("signature", signature);
        return JSON.writeValueAsBytes(sheet);
    }

    private static String ending(Document paper) {
        return switch (paper.mediaType()) {
            case "application/pdf" -> ".pdf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/tiff" -> ".tif";
            default -> ".bin";
        };
    }
}
