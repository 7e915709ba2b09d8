package vn.sohoa.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One paper (giấy tờ) as the catalogue knows it.
 *
 * @param ordinal place in the dossier, from 1
 * @param version of the row, rises with every change; used for the index
 * @param title as the manifest declares it, else the file name
 * @param mediaType detected from the bytes, empty before capture
 * @param pages number of pages, 0 before capture
 * @param type {@link DocumentType#UNKNOWN} before extraction
 * @param problem why it waits or was set aside, or null
 * @param scope why it is out of scope, or null
 * @param problemDetail page numbers and measures for officers, no personal data
 * @param code mã kết quả số hóa, or null before {@code CAP_MA}
 * @param duplicateOf an earlier paper with the same bytes, or null
 * @param verifiedBy who approved it for reuse, or null
 */
public record Document(
        DocumentId id,
        DossierCode dossier,
        int ordinal,
        long version,
        SourceFile source,
        String title,
        CopyForm copy,
        boolean showOnly,
        boolean result,
        Instant receivedAt,
        DigitisationStatus status,
        ReuseStanding standing,
        String mediaType,
        int pages,
        DocumentType type,
        double typeConfidence,
        List<ExtractedValue> values,
        @Nullable OwnerId owner,
        @Nullable SignatureReport signature,
        @Nullable Problem problem,
        @Nullable ScopeReason scope,
        String problemDetail,
        @Nullable String code,
        List<StoredObject> objects,
        @Nullable DocumentId duplicateOf,
        @Nullable String verifiedBy) {

    public Document {
        values = List.copyOf(values);
        objects = List.copyOf(objects);
    }

    /** The normalised value of a field. */
    public Optional<String> value(String field) {
        return values.stream()
                .filter(v -> v.field().equals(field))
                .map(ExtractedValue::value)
                .findFirst();
    }

    /** The same paper, approved for reuse by an officer. */
    public Document approved(String officer) {
        return with(ReuseStanding.VERIFIED, signature, officer);
    }

    /** The same paper, taken out of reuse by an officer. */
    public Document withdrawn(ReuseStanding as) {
        return with(as, signature, verifiedBy);
    }

    /** The same paper, its signature judged anew; a stored one stands as {@link ReuseStanding#after} says. */
    public Document judgedAnew(SignatureReport report) {
        boolean stored = status == DigitisationStatus.STORED;
        return with(stored ? standing.after(report.verdict()) : standing, report, verifiedBy);
    }

    private Document with(ReuseStanding now, @Nullable SignatureReport report, @Nullable String officer) {
        return new Document(
                id,
                dossier,
                ordinal,
                version,
                source,
                title,
                copy,
                showOnly,
                result,
                receivedAt,
                status,
                now,
                mediaType,
                pages,
                type,
                typeConfidence,
                values,
                owner,
                report,
                problem,
                scope,
                problemDetail,
                code,
                objects,
                duplicateOf,
                officer);
    }

    /** The hash of the master as it is kept: of the bytes received, or of those signed in this house afterwards. */
    public Sha256 masterSha256() {
        return object("MASTER").map(StoredObject::sha256).orElse(source.sha256());
    }

    /** The object with a role. */
    public Optional<StoredObject> object(String role) {
        return objects.stream().filter(o -> o.role().equals(role)).findFirst();
    }
}
