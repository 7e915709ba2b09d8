package vn.sohoa.dossier;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case (hồ sơ thủ tục hành chính). Receiving, processing and issuing unit are three fields, since a one-stop centre
 * receives regardless of boundaries (Decree 118/2025/NĐ-CP; R-34).
 *
 * @param procedure code of the procedure, or null where no manifest names it
 * @param owner chủ hồ sơ, or null
 * @param received day of reception in Asia/Ho_Chi_Minh, or null
 * @param due day the result is due (ngày hẹn trả), or null
 */
public record Dossier(
        DossierCode code,
        @Nullable ProcedureCode procedure,
        @Nullable String procedureName,
        @Nullable Person owner,
        @Nullable LocalDate received,
        @Nullable LocalDate due,
        AgencyCode receivingUnit,
        AgencyCode processingUnit,
        @Nullable AgencyCode issuingUnit) {

    public Optional<Person> dossierOwner() {
        return Optional.ofNullable(owner);
    }

    public Optional<ProcedureCode> procedureCode() {
        return Optional.ofNullable(procedure);
    }
}
