package vn.sohoa.reuse;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ProcedureCode;

/**
 * Who needs which kind of paper, for what, on which day. Nobody searches without one.
 *
 * @param type type code
 * @param procedure the consuming procedure, or null where the new dossier names none
 * @param on day of submission of the new dossier
 */
public record ReuseRequest(
        OwnerId owner, String type, @Nullable ProcedureCode procedure, LocalDate on) {

    public Optional<ProcedureCode> consumingProcedure() {
        return Optional.ofNullable(procedure);
    }
}
