package vn.sohoa.web.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.SubmitDossier;
import vn.sohoa.workflow.TrackDossier;

/** Dossiers: hand one in with its files, ask where it stands. */
@RestController
@Profile("!worker")
@RequestMapping("/api/v1/dossiers")
class DossierApi {
    private static final int LONGEST_KEY = 200;

    private final SubmitDossier submit;
    private final TrackDossier track;

    DossierApi(SubmitDossier submit, TrackDossier track) {
        this.submit = submit;
        this.track = track;
    }

    /** @param repeated whether the same request had come before */
    record Submitted(String dossier, boolean repeated) {}

    /** A paper, without anything that names a person. */
    record PaperStanding(
            String document,
            String type,
            String status,
            String standing,
            @Nullable String problem,
            int pages) {}

    record DossierStanding(
            String dossier,
            @Nullable String procedure,
            String receivingUnit,
            @Nullable String due,
            List<PaperStanding> papers) {}

    /**
     * Hands in a dossier: part {@code manifest} as in {@code src/docs/dossier.schema.json}, parts {@code files}. It is taken by the next run.
     *
     * @param key chosen by the sender, 1 to 200 characters, one for each dossier: a request may be repeated under it
     */
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Submitted> submit(
            @RequestHeader("Idempotency-Key") String key,
            @RequestPart("manifest") MultipartFile manifest,
            @RequestPart("files") List<MultipartFile> files,
            Visitor visitor) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Asked.usage("Idempotency-Key: 1 … " + LONGEST_KEY);
        }
        List<SubmitDossier.Part> parts = new ArrayList<>();
        parts.add(new SubmitDossier.Part(SubmitDossier.MANIFEST, manifest::getInputStream));
        files.forEach(file -> parts.add(new SubmitDossier.Part(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream)));
        SubmitDossier.Submitted taken = submit.submit(visitor.name(), key, parts, visitor.scope());
        String code = taken.dossier().value();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/dossiers/" + code))
                .body(new Submitted(code, taken.repeated()));
    }

    @GetMapping("/{code}")
    DossierStanding standing(@PathVariable("code") String code) {
        DossierCode asked = Asked.dossier(code);
        TrackDossier.Tracked found =
                track.dossier(asked).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, asked.value()));
        return new DossierStanding(
                asked.value(),
                found.dossier().procedureCode().map(Object::toString).orElse(null),
                found.dossier().receivingUnit().value(),
                Objects.toString(found.dossier().due(), null),
                found.papers().stream().map(DossierApi::paper).toList());
    }

    private static PaperStanding paper(Document paper) {
        return new PaperStanding(
                paper.id().toString(),
                paper.type().code(),
                paper.status().name(),
                paper.standing().name(),
                Objects.toString(paper.problem(), null),
                paper.pages());
    }
}
