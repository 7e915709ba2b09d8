package vn.sohoa.storage;

/** What an object is for. */
public enum ObjectRole {
    /** The bytes received: written once, never changed (bản số hóa gốc). */
    MASTER,
    /** The bytes received, where the scanning officer signed later in this house: the master begins with them, or lies unchanged. */
    UNSIGNED,
    /** A signature beside a master that is no PDF (CAdES, .p7s). */
    SIGNATURE,
    /** The master with what proves its signatures for long (LTA) appended; the master itself stays. */
    PRESERVED,
    /** Evidence record over all objects of a paper (RFC 4998). */
    EVIDENCE,
    /** Searchable PDF/A made from the master (bản khai thác). */
    ACCESS_COPY,
    /** Page texts with boxes, JSON. */
    TEXT,
    /** Bytes set apart for a named role only: papers with a secrecy mark. */
    RESTRICTED
}
