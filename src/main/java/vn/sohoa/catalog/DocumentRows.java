package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SourceFile;

/** A row of {@code document} as a {@link Document}, and back. */
final class DocumentRows {
    private DocumentRows() {}

    static Document read(ResultSet row, int number) throws SQLException {
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new DossierCode(row.getString("dossier_code")),
                row.getInt("ordinal"),
                row.getLong("version"),
                new SourceFile(
                        row.getString("source_name"),
                        new Sha256(row.getString("source_sha256")),
                        row.getLong("source_bytes")),
                row.getString("title"),
                CopyForm.valueOf(row.getString("copy_form")),
                row.getBoolean("show_only"),
                row.getBoolean("is_result"),
                Database.instant(row, "received_at"),
                DigitisationStatus.valueOf(row.getString("status")),
                ReuseStanding.valueOf(row.getString("standing")),
                row.getString("media_type"),
                row.getInt("pages"),
                new DocumentType(row.getString("type_code"), row.getString("type_name")),
                row.getDouble("type_confidence"),
                JsonColumns.values(row.getString("field_values")),
                owner(row),
                JsonColumns.signature(row.getString("signature")),
                ifPresent(row.getString("problem"), Problem::valueOf),
                ifPresent(row.getString("scope_reason"), ScopeReason::valueOf),
                row.getString("problem_detail"),
                ifPresent(row.getString("code"), Function.identity()),
                JsonColumns.objects(row.getString("objects")),
                ifPresent(row.getObject("duplicate_of", UUID.class), DocumentId::new),
                ifPresent(row.getString("verified_by"), Function.identity()));
    }

    static @Nullable OwnerId owner(ResultSet row) throws SQLException {
        String number = row.getString("owner_number");
        return ifPresent(row.getString("owner_kind"), kind -> new OwnerId(OwnerId.Kind.valueOf(kind), number));
    }

    static <S, T> @Nullable T ifPresent(@Nullable S value, Function<S, T> make) {
        return value == null ? null : make.apply(value);
    }

    /** Every column that a {@link Document} fills, by its name; what belongs to the work list is not among them. */
    static Map<String, @Nullable Object> columns(Document document) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", document.id().value());
        columns.put("version", document.version());
        columns.put("dossier_code", document.dossier().value());
        columns.put("ordinal", document.ordinal());
        columns.put("source_name", document.source().name());
        columns.put("source_sha256", document.source().sha256().hex());
        columns.put("source_bytes", document.source().bytes());
        columns.put("title", document.title());
        columns.put("copy_form", document.copy().name());
        columns.put("show_only", document.showOnly());
        columns.put("is_result", document.result());
        columns.put("received_at", Database.timestamp(document.receivedAt()));
        columns.put("status", document.status().name());
        columns.put("standing", document.standing().name());
        columns.put("media_type", document.mediaType());
        columns.put("pages", document.pages());
        columns.put("type_code", document.type().code());
        columns.put("type_name", document.type().name());
        columns.put("type_confidence", document.typeConfidence());
        columns.put("field_values", JsonColumns.write(document.values()));
        columns.putAll(ownerColumns(document.owner()));
        columns.put("signature", ifPresent(document.signature(), JsonColumns::write));
        columns.put("problem", ifPresent(document.problem(), Problem::name));
        columns.put("scope_reason", ifPresent(document.scope(), ScopeReason::name));
        columns.put("problem_detail", document.problemDetail());
        columns.put("code", document.code());
        columns.put("objects", JsonColumns.write(document.objects()));
        columns.put("duplicate_of", ifPresent(document.duplicateOf(), DocumentId::value));
        columns.put("verified_by", document.verifiedBy());
        return columns;
    }

    static Map<String, @Nullable Object> ownerColumns(@Nullable OwnerId owner) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("owner_kind", owner == null ? null : owner.kind().name());
        columns.put("owner_number", owner == null ? null : owner.value());
        return columns;
    }
}
