package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.ProcedureCode;

/** A row of {@code dossier} as a {@link Dossier}, and back. */
final class DossierRows {
    private DossierRows() {}

    static Dossier read(ResultSet row, int number) throws SQLException {
        String ownerName = row.getString("owner_name");
        return new Dossier(
                new DossierCode(row.getString("code")),
                DocumentRows.ifPresent(row.getString("procedure_code"), ProcedureCode::new),
                DocumentRows.ifPresent(row.getString("procedure_name"), Function.identity()),
                ownerName == null ? null : new Person(DocumentRows.owner(row), ownerName),
                DocumentRows.ifPresent(row.getObject("received_on", LocalDate.class), Function.identity()),
                DocumentRows.ifPresent(row.getObject("due_on", LocalDate.class), Function.identity()),
                new AgencyCode(row.getString("receiving_unit")),
                new AgencyCode(row.getString("processing_unit")),
                DocumentRows.ifPresent(row.getString("issuing_unit"), AgencyCode::new));
    }

    static Map<String, @Nullable Object> columns(Dossier dossier) {
        Person owner = dossier.owner();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("code", dossier.code().value());
        columns.put("procedure_code", DocumentRows.ifPresent(dossier.procedure(), ProcedureCode::value));
        columns.put("procedure_name", dossier.procedureName());
        columns.putAll(DocumentRows.ownerColumns(owner == null ? null : owner.id()));
        columns.put("owner_name", owner == null ? null : owner.name());
        columns.put("received_on", dossier.received());
        columns.put("due_on", dossier.due());
        columns.put("receiving_unit", dossier.receivingUnit().value());
        columns.put("processing_unit", dossier.processingUnit().value());
        columns.put("issuing_unit", DocumentRows.ifPresent(dossier.issuingUnit(), AgencyCode::value));
        return columns;
    }
}
