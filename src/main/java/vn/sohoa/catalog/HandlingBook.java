package vn.sohoa.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.PaperHandling;

/**
 * What senders declare of the handling of dossiers. Every method may be repeated.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface HandlingBook {

    /** Keeps a declaration over what was declared before. The dossier and its papers are known to the catalogue. */
    void keep(DossierCode dossier, Handling handling, Map<DocumentId, PaperHandling> papers, Instant now);

    /** Empty where nothing was ever declared. */
    Optional<Handling> of(DossierCode dossier);

    /** Declarations of single papers; those of which nothing was said are not among them. */
    Map<DocumentId, PaperHandling> papers(DossierCode dossier);
}
