package vn.sohoa.workflow;

/** What a job does with a scan that lacks the scanning officer's signature (Circular 01/2023/TT-VPCP, Article 8; R-36). */
public enum ScannerSignature {
    /** The paper waits until it is signed. */
    BLOCK,
    /** The paper goes on, the lack stands in the report. */
    WARN,
    /** Nobody asks. */
    OFF
}
