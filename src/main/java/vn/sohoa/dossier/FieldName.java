package vn.sohoa.dossier;

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

    private FieldName() {}
}
