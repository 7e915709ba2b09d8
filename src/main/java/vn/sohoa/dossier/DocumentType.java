package vn.sohoa.dossier;

/**
 * A kind of paper (loại giấy tờ), as data in {@code jobs/reference/types.yml}.
 *
 * @param code capitals, digits and {@code _}, such as {@code GIAY_KHAI_SINH}
 * @param name Vietnamese name
 */
public record DocumentType(String code, String name) {

    /** The machine does not know: a real answer. */
    public static final DocumentType UNKNOWN = new DocumentType("CHUA_RO", "Chưa xác định");

    public DocumentType {
        if (!code.matches("[A-Z][A-Z0-9_]{1,59}")) {
            throw new IllegalArgumentException("not a type code: " + code);
        }
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
