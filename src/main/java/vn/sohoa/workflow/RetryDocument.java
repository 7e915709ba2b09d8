package vn.sohoa.workflow;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;

/** Sends the quarantined papers of a dossier through the house again. Secret papers stay where they are. */
@Component
public class RetryDocument {
    private final Catalog catalog;
    private final Clock clock;

    RetryDocument(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * @return the papers that wait for the next run now
     * @throws DigitisationException NOT_FOUND
     */
    public List<DocumentId> retry(DossierCode code, String officer) {
        if (catalog.dossier(code).isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, code.value());
        }
        return catalog.documents(DocumentFilter.ofDossier(code)).stream()
                .filter(RetryDocument::mayGoAgain)
                .filter(paper -> release(paper, officer))
                .map(Document::id)
                .toList();
    }

    private static boolean mayGoAgain(Document paper) {
        return paper.status() == DigitisationStatus.QUARANTINED && paper.problem() != Problem.SECRET_MARK;
    }

    private boolean release(Document paper, String officer) {
        Document again = Change.of(paper).status(DigitisationStatus.RECEIVED).done();
        String before = paper.problem() == null ? "" : paper.problem().name();
        return catalog.change(again, new ProvenanceEvent(clock.instant(), officer, "CHAY_LAI", "RECEIVED", before));
    }
}
