package vn.sohoa.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.sohoa.page.QrPayload;

/**
 * A sheet laid between two papers before they are scanned in one go (tờ phân tách). It bears a code and belongs to no paper. Ours
 * says {@value #PAYLOAD}; sheets of other makers that say PATCHT or PATCH T (patch code T as a bar code) count as well.
 */
public final class SeparatorSheet {
    /** What the code of our own sheets says: a new paper begins behind this sheet. */
    public static final String PAYLOAD = "SOHOA:TACH:1";

    private static final Set<String> KNOWN = Set.of(PAYLOAD, "PATCHT", "PATCH T", "PATCH-T");

    private SeparatorSheet() {}

    /** Whether a page with these codes is such a sheet. */
    public static boolean among(List<QrPayload> codes) {
        return codes.stream()
                .anyMatch(code -> KNOWN.contains(code.text().strip().toUpperCase(Locale.ROOT)));
    }
}
