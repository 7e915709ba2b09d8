package vn.sohoa.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Sha256;

/**
 * Which papers; null means any.
 *
 * @param type type code
 * @param sha256 of the bytes received
 */
public record DocumentFilter(
        @Nullable DossierCode dossier,
        @Nullable DigitisationStatus status,
        @Nullable OwnerId owner,
        @Nullable String type,
        @Nullable Sha256 sha256) {

    public static final DocumentFilter ALL = new DocumentFilter(null, null, null, null, null);

    public static DocumentFilter ofDossier(DossierCode code) {
        return new DocumentFilter(code, null, null, null, null);
    }

    public static DocumentFilter ofStatus(DigitisationStatus status) {
        return new DocumentFilter(null, status, null, null, null);
    }

    /** Papers of an owner, of one type where it is given. */
    public static DocumentFilter ofOwner(OwnerId owner, Optional<String> type) {
        return new DocumentFilter(null, null, owner, type.orElse(null), null);
    }

    public static DocumentFilter ofBytes(Sha256 sha256) {
        return new DocumentFilter(null, null, null, null, sha256);
    }
}
