package vn.sohoa.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.workflow.Masters;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.review.DecideReview;
import vn.sohoa.workflow.review.ReviewOrder;

/** Metadata and files of single papers (letter 7197/BKHCN-CĐSQG, 2.3e; R-59). */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1/documents")
class DocumentApi {
    private static final Map<String, String> FIELDS = Map.of(
            "CodeNumber", FieldName.CODE_NUMBER,
            "IssuedDate", FieldName.ISSUED_DATE,
            "OrganName", FieldName.AGENCY,
            "Subject", FieldName.SUBJECT);

    private final TrackDossier track;
    private final DecideReview review;
    private final Masters masters;
    private final Looks looks;

    DocumentApi(TrackDossier track, DecideReview review, Masters masters, Looks looks) {
        this.track = track;
        this.review = review;
        this.masters = masters;
        this.looks = looks;
    }

    @GetMapping("/{id}")
    DocumentMetadata metadata(@PathVariable("id") String id, Visitor visitor) {
        Document paper = stored(id);
        looks.at(visitor, Look.Kind.FIELDS, paper.id(), "");
        return DocumentMetadata.of(paper);
    }

    /**
     * Corrects what the machine read of a paper in review; what it read stays on record.
     *
     * @param corrections CodeNumber (number and notation whole), IssuedDate, OrganName, Subject
     */
    @PutMapping("/{id}")
    DocumentMetadata correct(
            @PathVariable("id") String id, @RequestBody Map<String, String> corrections, Visitor visitor) {
        DocumentId paper = Asked.document(id);
        if (corrections.isEmpty() || !FIELDS.keySet().containsAll(corrections.keySet())) {
            throw Asked.usage("chỉ sửa được (fields): "
                    + String.join(", ", FIELDS.keySet().stream().sorted().toList()));
        }
        if (track.document(paper).isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, "document");
        }
        looks.at(visitor, Look.Kind.FIELDS, paper, "PUT");
        corrections.forEach((name, value) -> review.decide(new ReviewOrder(
                paper,
                FIELDS.getOrDefault(name, name),
                Verdict.CORRECTED,
                Asked.given(name, value),
                null,
                visitor.name())));
        return DocumentMetadata.of(track.document(paper).orElseThrow());
    }

    /** The digitised file as it was received, hashed anew on its way out. */
    @GetMapping("/download/{id}")
    ResponseEntity<StreamingResponseBody> download(@PathVariable("id") String id, Visitor visitor) {
        Document paper = stored(id);
        looks.at(visitor, Look.Kind.DOWNLOAD, paper.id(), "");
        String name =
                paper.id() + "." + MediaType.parseMediaType(paper.mediaType()).getSubtype();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out -> masters.with(paper, copy -> send(copy, out)));
    }

    private static long send(Path copy, OutputStream out) {
        try {
            return Files.copy(copy, out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Papers in work, in quarantine or out of scope are not there. */
    private Document stored(String id) {
        return track.document(Asked.document(id))
                .filter(paper -> paper.status() == DigitisationStatus.STORED)
                .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "document"));
    }
}
