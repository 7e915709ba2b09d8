package vn.sohoa.catalog;

import java.time.Instant;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Sha256;

/**
 * One act of reuse (tái sử dụng), never changed.
 *
 * @param sha256 of the bytes handed out
 * @param forDossier the dossier it was used in
 * @param basis rule and version that allowed it
 */
public record ReuseEntry(
        DocumentId document,
        Sha256 sha256,
        DossierCode forDossier,
        String officer,
        String purpose,
        String basis,
        Instant at) {}
