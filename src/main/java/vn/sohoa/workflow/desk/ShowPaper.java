package vn.sohoa.workflow.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.PageTexts;
import vn.sohoa.workflow.TrackDossier;

/**
 * Shows one paper: what is known of it, its pages, who has used it. What is in quarantine is named and not shown. Whoever calls
 * this enters the look before he shows anything.
 */
@Component
public class ShowPaper {
    private final TrackDossier dossiers;
    private final ReuseBook uses;
    private final ObjectStore store;
    private final PagePictures pictures;

    ShowPaper(TrackDossier dossiers, ReuseBook uses, ObjectStore store, PagePictures pictures) {
        this.dossiers = dossiers;
        this.uses = uses;
        this.store = store;
        this.pictures = pictures;
    }

    /** An act of reuse. */
    public record Use(String forDossier, String officer, String purpose, String basis, Instant at) {}

    /**
     * A paper on the screen.
     *
     * @param open whether values, text and pages may be shown
     * @param resultCode of an electronic result, or empty
     * @param texts of its pages, empty where none was kept
     */
    public record Shown(
            Document paper,
            TrackDossier.Tracked dossier,
            boolean open,
            Optional<String> resultCode,
            List<ProvenanceEvent> history,
            List<Use> uses,
            List<PageText> texts) {}

    /** A page with its picture. @param width in pixels of the page as it was measured, before it is turned upright */
    public record Page(int page, int width, int height, PageFile picture, Optional<PageText> text) {}

    /** Problem: NOT_FOUND. */
    public Shown paper(DocumentId id) {
        Document paper = find(id);
        TrackDossier.Tracked dossier = dossiers.dossier(paper.dossier()).orElseThrow();
        boolean open = paper.status() != DigitisationStatus.QUARANTINED;
        List<ProvenanceEvent> history = dossiers.history(id);
        return new Shown(
                paper,
                dossier,
                open,
                dossiers.resultCode(dossier, paper),
                history,
                uses.of(id).stream()
                        .map(use ->
                                new Use(use.forDossier().value(), use.officer(), use.purpose(), use.basis(), use.at()))
                        .toList(),
                open ? texts(paper) : List.of());
    }

    /** Who has used a paper, the oldest first. */
    public List<Use> uses(DocumentId id) {
        return uses.of(id).stream()
                .map(use -> new Use(use.forDossier().value(), use.officer(), use.purpose(), use.basis(), use.at()))
                .toList();
    }

    /** One page; empty where it cannot be seen. Problems as in reading the file. */
    public Optional<Page> page(Shown shown, int page) {
        if (!shown.open()) {
            return Optional.empty();
        }
        Optional<PageText> text = shown.texts().stream().skip(page - 1L).findFirst();
        return pictures.of(shown.paper(), page)
                .map(seen -> new Page(page, seen.width(), seen.height(), seen.file(), text));
    }

    /** The picture alone. Problems: NOT_FOUND, WRONG_STATUS in quarantine. */
    public Optional<PageFile> picture(DocumentId id, int page) {
        Document paper = find(id);
        if (paper.status() == DigitisationStatus.QUARANTINED) {
            throw new DigitisationException(
                    Problem.WRONG_STATUS, id + " " + paper.status().vietnamese());
        }
        return pictures.of(paper, page).map(PagePictures.Picture::file);
    }

    private Document find(DocumentId id) {
        return dossiers.document(id).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, id.toString()));
    }

    private List<PageText> texts(Document paper) {
        return paper.object(ObjectRole.TEXT.name())
                .map(text -> PageTexts.read(store.read(new ObjectKey(text.key()), text.sha256())))
                .orElse(List.of());
    }
}
