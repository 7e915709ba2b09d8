package vn.sohoa.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.HandlingBook;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.PaperHandling;

/** Puts together what the portal is told of a dossier. */
final class Submissions {
    private final Catalog catalog;
    private final HandlingBook handling;
    private final PortalBook portal;

    Submissions(Catalog catalog, HandlingBook handling, PortalBook portal) {
        this.catalog = catalog;
        this.handling = handling;
        this.portal = portal;
    }

    Submission of(DossierCode code) {
        Map<DocumentId, PaperHandling> declared = handling.papers(code);
        List<Submission.Paper> components = new ArrayList<>();
        List<Submission.Paper> results = new ArrayList<>();
        for (Document paper : catalog.documents(DocumentFilter.ofDossier(code))) {
            if (paper.status() == DigitisationStatus.STORED) {
                (paper.result() ? results : components)
                        .add(new Submission.Paper(paper, declared.getOrDefault(paper.id(), PaperHandling.NONE)));
            }
        }
        portal.takenFor(code).forEach(id -> catalog.document(id).ifPresent(paper -> components.add(taken(paper))));
        return new Submission(
                catalog.dossier(code).orElseThrow(), handling.of(code).orElse(Handling.NONE), components, results);
    }

    /** A stored result stands for the paper and is named by its code; a component does not. */
    private static Submission.Paper taken(Document paper) {
        PaperHandling.Reuse how = paper.result() ? PaperHandling.Reuse.RESULT : PaperHandling.Reuse.COMPONENT;
        return new Submission.Paper(paper, new PaperHandling(null, how, false, paper.result() ? paper.code() : null));
    }
}
