package vn.sohoa.storage;

/** What an object is for. */
public enum ObjectRole {
    /** The bytes received: written once, never changed (bản số hóa gốc). */
    MASTER,
    /** Searchable PDF/A made from the master (bản khai thác). */
    ACCESS_COPY,
    /** Page texts with boxes, JSON. */
    TEXT,
    /** Bytes set apart for a named role only: papers with a secrecy mark. */
    RESTRICTED
}
