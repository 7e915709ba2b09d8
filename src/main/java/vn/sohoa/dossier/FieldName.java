package vn.sohoa.dossier;

import java.util.Locale;
import java.util.ResourceBundle;

/** The fields of every paper that others build on; templates may name more. */
public final class FieldName {
    /** Số, ký hiệu. */
    public static final String CODE_NUMBER = "codeNumber";
    /** Ngày ban hành, ngày cấp. */
    public static final String ISSUED_DATE = "issuedDate";
    /** Cơ quan ban hành. */
    public static final String AGENCY = "agency";
    /** Trích yếu. */
    public static final String SUBJECT = "subject";
    /** Người ký. */
    public static final String SIGNER = "signer";
    /** Số định danh of the person on the paper (chủ giấy tờ). */
    public static final String OWNER_ID = "ownerId";
    /** Number of his old identity card (CMND), 9 digits. */
    public static final String OLD_ID = "oldId";
    /** Name of the person on the paper. */
    public static final String OWNER_NAME = "ownerName";
    /** Thời hạn hiệu lực. */
    public static final String VALID_UNTIL = "validUntil";

    /** Hình thức sao, where the paper is a copy. */
    public static final String COPY_FORM = "copyForm";

    /** Ending of the field that keeps what another place of the paper says. */
    public static final String CONFLICT = ".conflict";

    private static final String WORDS = "messages.fields";

    private FieldName() {}

    /** What people call a field, from {@code messages/fields}; the field itself where it has no word. */
    public static String label(String field, Language language) {
        ResourceBundle words = ResourceBundle.getBundle(WORDS, language == Language.EN ? Locale.ENGLISH : Locale.ROOT);
        if (field.endsWith(CONFLICT)) {
            return words.getString("conflict").formatted(label(base(field), language));
        }
        return words.containsKey(field) ? words.getString(field) : field;
    }

    /** The field that a conflict is about; any other as it is. */
    public static String base(String field) {
        return field.endsWith(CONFLICT) ? field.substring(0, field.length() - CONFLICT.length()) : field;
    }
}
