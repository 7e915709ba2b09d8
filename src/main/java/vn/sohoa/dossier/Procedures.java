package vn.sohoa.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The catalogue of procedures (danh mục TTHC): dated rows, codes compared on their base alone. */
public interface Procedures {

    /** Version of the catalogue as a whole. */
    String version();

    /** The row for dossiers received on a day. */
    Optional<Procedure> find(ProcedureCode code, LocalDate received);

    /** All rows, also those of other days, in the order of the catalogue. */
    List<Procedure> all();
}
