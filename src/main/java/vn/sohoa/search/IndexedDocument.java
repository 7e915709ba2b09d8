package vn.sohoa.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of a stored paper.
 *
 * @param document id
 * @param version of the catalogue row; an older or equal version changes nothing
 * @param ownerId digits, or null
 * @param ownerMasked for lists
 * @param type type code
 * @param typeName Vietnamese name
 * @param codes every code of the paper in every usual form (dossier, result, số ký hiệu, serials)
 * @param issuedDate ISO with the paper's precision, or null
 * @param validUntil ISO day, or null
 * @param pages text of each page
 * @param units that receive, process or issue its dossier; without one only those who see everything find the paper
 */
public record IndexedDocument(
        String document,
        long version,
        String dossier,
        String type,
        String typeName,
        String title,
        @Nullable String ownerId,
        @Nullable String ownerName,
        String ownerMasked,
        @Nullable String agency,
        @Nullable String issuedDate,
        @Nullable String validUntil,
        String status,
        List<String> codes,
        List<String> pages,
        List<String> units) {

    public IndexedDocument {
        codes = List.copyOf(codes);
        pages = List.copyOf(pages);
        units = List.copyOf(units);
    }
}
